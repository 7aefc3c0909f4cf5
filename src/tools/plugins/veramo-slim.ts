import type { Plugin, UserConfig } from 'vite';

/** Everything that a module exports and that we never reach: a call is a mistake of ours and throws. */
function unreachable(names: readonly string[]): string {
  const refusal = 'const refuse = () => { throw new Error("not_supported"); };';
  return [refusal, ...names.map((name) => `export const ${name} = refuse;`)].join('\n');
}

/** The bytes-to-text parts that Veramo takes from did-jwt, which brings a whole JWT library with them. */
const didJwt = `
import { base58, base64urlnopad, base64, hex } from '@scure/base';
export const hexToBytes = (text) => hex.decode(text.replace(/^0x/, '').toLowerCase());
export const bytesToHex = (bytes) => hex.encode(bytes);
export const bytesToBase58 = (bytes) => base58.encode(bytes);
export const base58ToBytes = (text) => base58.decode(text);
export const bytesToBase64url = (bytes) => base64urlnopad.encode(bytes);
export const base64ToBytes = (text) => base64.decode(text.replace(/-/g, '+').replace(/_/g, '/').padEnd(Math.ceil(text.length / 4) * 4, '='));
const codes = { 'ed25519-pub': [0xed, 0x01], 'p256-pub': [0x80, 0x24] };
const types = { 'ed25519-pub': 'Ed25519', 'p256-pub': 'P-256' };
const isOf = (code) => (bytes) => code.every((byte, at) => bytes[at] === byte);
export const bytesToMultibase = (bytes, base, codec) => {
  if (base !== 'base58btc' || !(codec in codes)) throw new Error('not_supported');
  return 'z' + base58.encode(Uint8Array.of(...codes[codec], ...bytes));
};
export const multibaseToBytes = (text) => {
  if (!text.startsWith('z')) throw new Error('not_supported');
  const bytes = base58.decode(text.slice(1));
  const codec = Object.keys(codes).find((name) => isOf(codes[name])(bytes));
  if (codec === undefined) throw new Error('not_supported');
  return { keyBytes: bytes.slice(2), keyType: types[codec] };
};
${unreachable(['extractPublicKeyBytes', 'decodeJWT', 'createAnonDecrypter', 'createAnonEncrypter', 'createJWE', 'decryptJWE'])}
`;

/** The text encodings that Veramo takes from uint8arrays, which brings every base of multiformats with them. */
const uint8arrays = `
import { base64, base64url, base64urlnopad, hex, utf8 } from '@scure/base';
const coders = { base16: hex, hex, base64pad: base64, base64url: base64urlnopad, base64urlpad: base64url };
const coderOf = (encoding = 'utf8') => {
  if (encoding === 'utf8' || encoding === 'utf-8') return { encode: (bytes) => utf8.encode(bytes), decode: (text) => utf8.decode(text) };
  if (!(encoding in coders)) throw new Error('not_supported');
  return coders[encoding];
};
export const toString = (bytes, encoding) => coderOf(encoding).encode(bytes);
export const fromString = (text, encoding) => coderOf(encoding).decode(text);
export const concat = (arrays) => Uint8Array.from(arrays.flatMap((array) => [...array]));
`;

/** The two calls that the agent makes of Node's emitter of events. */
const events = `
export class EventEmitter {
  heard = new Map();
  on(type, listener) { this.heard.set(type, [...(this.heard.get(type) ?? []), listener]); return this; }
  emit(type, ...values) { for (const listener of this.heard.get(type) ?? []) listener.apply(this, values); return this.heard.has(type); }
}
`;

/** A schema of no plug-in: read only where the agent validates by schema, which it is not told to. */
const schema = `
const nothing = { components: { schemas: {}, methods: {} } };
export const schema = new Proxy({}, { get: () => nothing });
`;

/**
 * [Note: The slim key agent] What takes the place of a module when a Veramo package imports it. With this table the
 * key room is 18 KB (gzip), without it 171. A function that throws here is one that our plug-ins of Veramo never call.
 */
const replacements: Readonly<Record<string, string>> = {
  ethers: unreachable(['computeAddress', 'getBytes', 'hexlify', 'toUtf8Bytes', 'toUtf8String', 'Transaction', 'SigningKey']),
  'cross-fetch': 'export default () => { throw new Error("not_supported"); };',
  debug: 'export default () => () => {};',
  uuid: unreachable(['v4']),
  'did-jwt': didJwt,
  uint8arrays,
  events,
  './plugin.schema.js': schema,
  './validator.js': unreachable(['ValidationError', 'PluginReturnTypeError', 'validateArguments', 'validateReturnType']),
  './credential-utils.js': unreachable([
    'MANDATORY_CREDENTIAL_CONTEXT',
    'processEntryToArray',
    'decodeCredentialToObject',
    'decodePresentationToObject',
    'computeEntryHash',
    'extractIssuer',
    'removeDIDParameters',
  ]),
  './jwk-did-utils.js': unreachable(['getKeyUse', 'isJWK', 'createJWK', 'generateJwkFromVerificationMethod']),
  '@noble/curves/ed25519': 'export const ed25519 = {};',
};

/** What only the left-out libraries contain: the order of secp256k1, the validator, Ethereum. */
const leftovers = ['ebaaedce6af48a03bbfd25e8cd0364141', 'json-schema.org', 'ethereumAddress'];

/** The marks of left-out libraries in a built chunk; empty where the slimming works. */
export function findVeramoLeftovers(code: string): readonly string[] {
  return leftovers.filter((mark) => code.includes(mark));
}

const prefix = '\0mecum-veramo:';

function replaceInVeramo(): Plugin {
  return {
    name: 'mecum:veramo-slim',
    enforce: 'pre',
    resolveId(source, importer) {
      const isVeramo = importer !== undefined && /[\\/]@veramo[\\/]/.test(importer);
      return isVeramo && Object.hasOwn(replacements, source) ? `${prefix}${source}` : undefined;
    },
    load(id) {
      return id.startsWith(prefix) ? replacements[id.slice(prefix.length)] : undefined;
    },
  };
}

/**
 * Leaves out of the Veramo agent what a wallet of did:key holders never reaches (Ethereum, JSON schemas, JWT and
 * IPFS libraries, a second set of curves), in builds, in workers, in the development server and in tests. In
 * `vite.config.ts` it belongs into `plugins` and into `worker.plugins`.
 */
export function veramoSlim(): Plugin {
  return {
    ...replaceInVeramo(),
    config(): UserConfig {
      return {
        // The hooks of plug-ins do not reach what the development server bundles beforehand.
        optimizeDeps: { rolldownOptions: { plugins: [replaceInVeramo()] } },
        // Vitest leaves packages to Node, out of reach of plug-ins, unless told otherwise.
        test: { server: { deps: { inline: [/@veramo[\\/]/] } } },
      } as UserConfig;
    },
  };
}
