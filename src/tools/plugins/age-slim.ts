import type { Plugin } from 'vite';

const replaced = '\0mecum-age:post-quantum';

/** Every way in would be a mistake of ours: the wallet makes and opens X25519 and passphrase files. */
const refusing = `
const refuse = () => { throw new Error("not_supported"); };
const kem = { getPublicKey: refuse, keygen: refuse, encapsulate: refuse, decapsulate: refuse };
export const MLKEM768P256 = kem;
export const MLKEM768X25519 = kem;
`;

/**
 * Leaves the post-quantum recipients out of the age library in builds (10 KB gzip): a recovery code gives an X25519
 * identity, and nothing here makes or holds another kind. In `vite.config.ts` it belongs into `worker.plugins`.
 */
export function ageSlim(): Plugin {
  return {
    name: 'mecum:age-slim',
    enforce: 'pre',
    resolveId: (source, importer) => (source === '@noble/post-quantum/hybrid.js' && importer?.includes('age-encryption') === true ? replaced : undefined),
    load: (id) => (id === replaced ? refusing : undefined),
  };
}
