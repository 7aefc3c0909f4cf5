import { loadBundledContext } from '../../../src/core/encoding/json-ld/canonize.ts';

interface OracleAnswer {
  readonly verified: boolean;
  readonly presentationResult?: { readonly verified: boolean };
  readonly error?: unknown;
}

/** Packages without types of their own; the names are variables so that no declaration is asked for. */
async function load<T>(name: string): Promise<T> {
  return (await import(/* @vite-ignore */ name)) as T;
}

/** DID documents and keys of did:key, as the second opinion asks for them. */
function keyDocument(url: string): object | undefined {
  const multikey = /^did:key:(z[^#]+)/.exec(url)?.[1];
  if (multikey === undefined) return undefined;
  const did = `did:key:${multikey}`;
  const method = { '@context': 'https://w3id.org/security/multikey/v1', id: `${did}#${multikey}`, type: 'Multikey', controller: did, publicKeyMultibase: multikey };
  if (url.includes('#')) return method;
  return { '@context': 'https://www.w3.org/ns/did/v1', id: did, verificationMethod: [method], authentication: [method.id], assertionMethod: [method.id] };
}

/** Verifies a presentation with `@digitalbazaar/vc`, an implementation that is not ours. */
export async function verifyByDigitalBazaar(presentation: object, challenge: string, domain: string, now: Date): Promise<OracleAnswer> {
  const vc = await load<{ verify(options: object): Promise<OracleAnswer> }>('@digitalbazaar/vc');
  const { DataIntegrityProof } = await load<{ DataIntegrityProof: new (options: object) => object }>('@digitalbazaar/data-integrity');
  const { cryptosuite } = await load<{ cryptosuite: object }>('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
  const { Ed25519Signature2020 } = await load<{ Ed25519Signature2020: new () => object }>('@digitalbazaar/ed25519-signature-2020');
  const documentLoader = async (url: string): Promise<object> => {
    const document = keyDocument(url);
    return document === undefined ? loadBundledContext(url) : { contextUrl: null, documentUrl: url, document };
  };
  return vc.verify({ presentation, challenge, domain, documentLoader, now, suite: [new DataIntegrityProof({ cryptosuite }), new Ed25519Signature2020()] });
}
