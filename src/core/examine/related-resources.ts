import { decodeBase64 } from '../encoding/base64.ts';
import { decodeBase64url } from '../encoding/base64url.ts';
import type { HashName } from '../encoding/hash.ts';
import { hashWith } from '../encoding/hash.ts';
import { encodeHex } from '../encoding/hex.ts';
import { credentialsV1, credentialsV2, dataIntegrityV2, multikeyV1 } from '../encoding/json-ld/context-urls.ts';
import { decodeBase58btc } from '../encoding/multibase.ts';
import type { Attempt } from '../model/attempt.ts';
import type { AnswerFor } from '../model/answers.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { Defect } from '../model/opened.ts';

/** A digest in hexadecimal, with the hash that made it. */
interface Digest {
  readonly hash: HashName;
  readonly hex: string;
}

/** What the standards say of the very files of their contexts (VCDM 1.1 B.1, VCDM 2.0 B.1, VC-DI 2.4). */
const published: Readonly<Record<string, readonly Digest[]>> = {
  [credentialsV1]: [{ hash: 'SHA-256', hex: 'ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc' }],
  [credentialsV2]: [
    { hash: 'SHA-256', hex: '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734' },
    { hash: 'SHA-384', hex: '97f1eb8e5042356c805fdd61afa2c557663785e0794dcafa21e138fd38def18cb360133c221aa31d6896a6bf3e65b614' },
  ],
  [dataIntegrityV2]: [{ hash: 'SHA-256', hex: '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4' }],
  [multikeyV1]: [{ hash: 'SHA-256', hex: 'ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597' }],
};

const maxResources = 50;
const hashes: readonly (readonly [name: HashName, sri: string, multihash: readonly number[], bytes: number])[] = [
  ['SHA-512', 'sha512', [0x13, 0x40], 64],
  ['SHA-384', 'sha384', [0x20, 0x30], 48],
  ['SHA-256', 'sha256', [0x12, 0x20], 32],
];

/**
 * What a credential says of the bytes of other resources (VCDM 2.0, "Integrity of Related Resources"), compared with those
 * that are at hand: what addresses answered, and the contexts whose digests the standards publish. One that differs makes
 * the credential wrong (B44). A resource that is not at hand is not used, and so says nothing.
 */
export async function findResourceDefect(claims: JsonObject, answerFor: AnswerFor): Promise<Defect | undefined> {
  for (const resource of asList(claims['relatedResource']).slice(0, maxResources)) {
    if (!isJsonObject(resource) || typeof resource['id'] !== 'string') continue;
    const id = resource['id'];
    for (const stated of [readSri(resource['digestSRI']), readMultibase(resource['digestMultibase'])]) {
      const [first] = stated;
      const actual = first === undefined ? undefined : await digestOf(id, first.hash, answerFor);
      if (actual !== undefined && !stated.some(({ hex }) => hex === actual)) {
        return { reason: 'changed', facts: { field: 'relatedResource', id: id.slice(0, 300) } };
      }
    }
  }
  return undefined;
}

async function digestOf(id: string, hash: HashName, answerFor: AnswerFor): Promise<string | undefined> {
  const answer = answerFor(id);
  // A file is what somebody says the address would answer: another one is no proof that the credential is wrong.
  if (answer !== undefined && answer.basis !== 'file') return encodeHex(await hashWith(hash, answer.bytes));
  return Object.hasOwn(published, id) ? published[id]?.find((digest) => digest.hash === hash)?.hex : undefined;
}

/** Subresource Integrity 3.3.4: of several digests those of the strongest hash count, and one of them must fit. */
function readSri(value: unknown): readonly Digest[] {
  if (typeof value !== 'string' || value.length > 4_096) return [];
  const tokens = value.split(/[ \t\n\f\r]+/).map((token) => token.split('?')[0] ?? '');
  for (const [hash, sri, , length] of hashes) {
    const digests = tokens.filter((token) => token.startsWith(`${sri}-`)).flatMap((token) => digestIn(hash, length, decodeBase64(token.slice(sri.length + 1))));
    if (digests.length > 0) return digests;
  }
  return [];
}

/** VCDM 2.0 5.3: multibase of a multihash; some write the bare digest, whose length then tells the hash. */
function readMultibase(value: unknown): readonly Digest[] {
  if (typeof value !== 'string') return [];
  const bytes = value.startsWith('u') ? decodeBase64url(value.slice(1)) : decodeBase58btc(value);
  if (!bytes.ok) return [];
  for (const [hash, , [code, size], length] of hashes) {
    if (bytes.value.length === length) return [{ hash, hex: encodeHex(bytes.value) }];
    if (bytes.value.length === length + 2 && bytes.value[0] === code && bytes.value[1] === size) return [{ hash, hex: encodeHex(bytes.value.subarray(2)) }];
  }
  return [];
}

function digestIn(hash: HashName, length: number, bytes: Attempt<Uint8Array>): readonly Digest[] {
  return bytes.ok && bytes.value.length === length ? [{ hash, hex: encodeHex(bytes.value) }] : [];
}
