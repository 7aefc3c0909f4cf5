import { createPasskeys } from '../../../src/platform/keys/passkeys.ts';
import { systemRandomness } from '../../../src/platform/system.ts';

/** The page's side of the passkey test: the real module, within reach of the test script. */
export const bench = { passkeys: createPasskeys(), randomness: systemRandomness };
Object.assign(globalThis, { bench });
