import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createKeyResolver, didMethods } from '../../core/dids/registry.ts';
import { encodeBase64url } from '../../core/encoding/base64url.ts';
import { encodeBase58btc } from '../../core/encoding/multibase.ts';
import { writeMulticodec } from '../../core/encoding/multicodec.ts';
import { encodeUtf8 } from '../../core/encoding/utf8.ts';
import { answersByUrl } from '../../core/model/answers.ts';
import type { Answer } from '../../core/model/answers.ts';
import { toInstant } from '../../core/model/instant.ts';
import type { KeyType } from '../../core/model/public-key.ts';

const fresh: Readonly<Record<KeyType, () => KeyObject>> = {
  Ed25519: () => generateKeyPairSync('ed25519').publicKey,
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey,
  'P-384': () => generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey,
  'P-521': () => generateKeyPairSync('ec', { namedCurve: 'P-521' }).publicKey,
  RSA: () => generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey,
};

const codes: Readonly<Record<KeyType, number>> = { Ed25519: 0xed, 'P-256': 0x1200, 'P-384': 0x1201, 'P-521': 0x1202, RSA: 0x1205 };

/** Code and bytes of a key in a did:key, by the multicodec table. */
function codedKey(type: KeyType, key: KeyObject): Uint8Array {
  if (type === 'RSA') return writeMulticodec(codes[type], key.export({ type: 'pkcs1', format: 'der' }));
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const [left, right] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  if (type === 'Ed25519') return writeMulticodec(codes[type], left);
  return writeMulticodec(codes[type], Buffer.concat([Buffer.of(2 + ((right.at(-1) ?? 0) & 1)), left]));
}

const site = { did: 'did:web:example.org', address: 'https://example.org/.well-known/did.json' };

/** What the site of a did:web answers: the document in which the key stands. */
function documentWith(key: KeyObject): Answer {
  const method = { id: `${site.did}#0`, type: 'JsonWebKey', controller: site.did, publicKeyJwk: key.export({ format: 'jwk' }) };
  const document = { id: site.did, verificationMethod: [method], assertionMethod: [method.id] };
  return { url: site.address, bytes: encodeUtf8(JSON.stringify(document)), basis: 'live', at: toInstant(0) };
}

/** How a method writes a key. A method that is registered must stand here, or the page about it cannot be written. */
const writers: Readonly<Record<string, (type: KeyType, key: KeyObject) => string>> = {
  key: (type, key) => `did:key:${encodeBase58btc(Uint8Array.from(codedKey(type, key)))}`,
  web: () => site.did,
  jwk: (_type, key) => `did:jwk:${encodeBase64url(encodeUtf8(JSON.stringify(key.export({ format: 'jwk' }))))}`,
};

/** The kinds of key that each registered DID method resolves here, found by asking it for a fresh one of each kind. */
export async function keysByMethod(): Promise<ReadonlyMap<string, ReadonlySet<KeyType>>> {
  const found = new Map<string, ReadonlySet<KeyType>>();
  for (const { id } of didMethods) {
    const write = writers[id];
    if (write === undefined) throw new Error(`key-samples.ts does not know how did:${id} writes a key`);
    const resolved = new Set<KeyType>();
    for (const type of Object.keys(fresh) as KeyType[]) {
      const key = fresh[type]();
      const resolution = await createKeyResolver(answersByUrl([documentWith(key)]))(write(type, key));
      if (resolution.outcome === 'key') resolved.add(resolution.key.type);
    }
    found.set(id, resolved);
  }
  return found;
}
