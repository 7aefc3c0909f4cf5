import type { Plugin } from 'vite';

/** Every way in would be a mistake of ours. */
const refuse = 'const refuse = () => { throw new Error("not_supported"); };';

interface LeftOut {
  readonly importer: RegExp;
  readonly source: string;
  readonly code: string;
}

/** Parts of libraries that the wallet never reaches, and what stands in their place in a build. */
const leftOut: readonly LeftOut[] = [
  // Post-quantum recipients of age files: a recovery code gives an X25519 identity, and nothing here makes or holds another.
  {
    importer: /[\\/]age-encryption[\\/]/,
    source: '@noble/post-quantum/hybrid.js',
    code: `${refuse}
const kem = { getPublicKey: refuse, keygen: refuse, encapsulate: refuse, decapsulate: refuse };
export const MLKEM768P256 = kem;
export const MLKEM768X25519 = kem;`,
  },
  // Requests for certificates and bundles of them: the wallet reads single certificates.
  { importer: /[\\/]@peculiar[\\/]x509[\\/]/, source: '@peculiar/asn1-cms', code: `${refuse}
export const id_signedData = "1.2.840.113549.1.7.2";
export const id_data = "1.2.840.113549.1.7.1";
export const CMSVersion = {};
export { refuse as SignedData, refuse as ContentInfo, refuse as EncapsulatedContent, refuse as CertificateSet, refuse as CertificateChoices };` },
  { importer: /[\\/]@peculiar[\\/]x509[\\/]/, source: '@peculiar/asn1-pkcs9', code: `${refuse}
export const id_pkcs9_at_extensionRequest = "1.2.840.113549.1.9.14";
export const id_pkcs9_at_challengePassword = "1.2.840.113549.1.9.7";
export { refuse as ChallengePassword };` },
  { importer: /[\\/]@peculiar[\\/]x509[\\/]/, source: '@peculiar/asn1-csr', code: `${refuse}
export const CertificationRequest = refuse;
export const CertificationRequestInfo = refuse;` },
  // Of reflection, what its decorators and its container ask for: metadata of classes, kept and inherited.
  { importer: /[\\/]core[\\/]encoding[\\/]x509[\\/]/, source: 'reflect-metadata/lite', code: `const kept = new WeakMap();
const define = (key, value, target) => void kept.set(target, new Map(kept.get(target)).set(key, value));
const own = (key, target) => kept.get(target)?.get(key);
const get = (key, target) => {
  for (let at = target; at; at = Object.getPrototypeOf(at)) if (kept.get(at)?.has(key)) return own(key, at);
};
Object.assign(Reflect, {
  defineMetadata: define,
  getMetadata: get,
  getOwnMetadata: own,
  metadata: (key, value) => (target, property) => {
    if (property === undefined) define(key, value, target);
  },
});` },
];

// Not begun with the usual zero: one of them is a file of its own in a build, and some hosts leave out files that begin with an underscore.
const prefix = 'mecum-slim:';

/** Leaves these parts out of builds. In `vite.config.ts` it belongs into `worker.plugins`. */
export function slimLibraries(): Plugin {
  return {
    name: 'mecum:slim-libraries',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const at = leftOut.findIndex((part) => part.source === source && part.importer.test(importer));
      return at < 0 ? undefined : `${prefix}${String(at)}`;
    },
    load: (id) => (id.startsWith(prefix) ? leftOut[Number(id.slice(prefix.length))]?.code : undefined),
  };
}
