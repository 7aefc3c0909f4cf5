import { encodeBase64 } from '../../core/encoding/base64.ts';
import { encodeBase64url } from '../../core/encoding/base64url.ts';
import { sha256 } from '../../core/encoding/sha256.ts';
import { encodeUtf8 } from '../../core/encoding/utf8.ts';
import type { Sealer } from './seal-authority.ts';

type Document = Record<string, unknown>;

/** What a seal of a sample has otherwise than those in use. */
interface SealOptions {
  readonly sealedAt: string;
  /** Members of the signed header, over those that a seal has; `undefined` takes one away. */
  readonly header?: Document;
  /** Members beside the signature, over `etsiU`. */
  readonly unprotected?: Document;
  /** The payload as text, as it is signed; without it, the claims in compact JSON. */
  readonly text?: string;
}

const signing: Readonly<Record<Sealer['alg'], RsaPssParams | EcdsaParams | Algorithm>> = {
  RS256: { name: 'RSASSA-PKCS1-v1_5' },
  PS256: { name: 'RSA-PSS', saltLength: 32 },
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
};

function part(value: unknown): string {
  return encodeBase64url(encodeUtf8(JSON.stringify(value)));
}

/** A credential sealed as European ones are: JAdES, the payload as text, the certificates above in `etsiU` (ETSI TS 119 182-1). */
export async function sealCredential(claims: Document, sealer: Sealer, options: SealOptions): Promise<Document> {
  const header: Document = {
    alg: sealer.alg,
    cty: 'octet-stream',
    'x5t#S256': encodeBase64url(await sha256(sealer.certificate)),
    x5c: [encodeBase64(sealer.certificate)],
    typ: 'jose+json',
    b64: false,
    sigT: options.sealedAt,
    crit: ['b64', 'sigT'],
    ...options.header,
  };
  const protectedText = part(header);
  const payload = options.text ?? JSON.stringify(claims);
  const input = header['b64'] === false ? payload : encodeBase64url(encodeUtf8(payload));
  const signature = await crypto.subtle.sign(signing[sealer.alg], sealer.keys.privateKey, encodeUtf8(`${protectedText}.${input}`));
  const along = { xVals: sealer.above.map((certificate) => ({ x509Cert: { val: encodeBase64(certificate) } })) };
  const unprotected = { etsiU: [part(along)], ...options.unprotected };
  return { payload: input, signatures: [{ protected: protectedText, header: unprotected, signature: encodeBase64url(new Uint8Array(signature)) }] };
}
