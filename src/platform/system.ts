import { toInstant } from '../core/model/instant.ts';
import type { Clock, Randomness } from '../wallet/ports.ts';

/** The clock of this device. */
export const systemClock: Clock = { now: () => toInstant(Date.now()) };

/** The randomness of this device. */
export const systemRandomness: Randomness = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };
