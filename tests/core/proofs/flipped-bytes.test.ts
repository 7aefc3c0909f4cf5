import { expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { readStrictJson } from '../../../src/core/encoding/strict-json.ts';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { isJsonObject } from '../../../src/core/model/json.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';
import { sampleBadge } from '../../support/sample-badge.ts';
import { signSelective } from '../../support/peer-selective.ts';
import { createCurveKey, createTestKey, signDocument } from '../../support/sign-proof.ts';

const key = createTestKey();
const curve = createCurveKey('P-256');
const large = createCurveKey('P-384');
const now = toInstant(Date.UTC(2025, 6, 1));

/** Refused when read, or how its proof is judged. */
async function judge(bytes: Uint8Array): Promise<string> {
  const read = readStrictJson(bytes);
  if (!read.ok) return 'refused';
  const document = read.value.value;
  if (!isJsonObject(document)) return 'refused';
  const issuer = document['issuer'];
  const id = isJsonObject(issuer) ? issuer['id'] : issuer;
  const secured = { form: 'data-integrity', document, proof: document['proof'] ?? null } as const;
  return (await verifyProof({ secured, controller: typeof id === 'string' ? id : undefined, purpose: 'assertionMethod', resolveKey, now })).state;
}

const signed: readonly (readonly [string, () => Promise<JsonObject>])[] = [
  ['eddsa-rdfc-2022', () => signDocument(sampleBadge(key.did) as JsonObject, key, { suite: 'eddsa-rdfc-2022' })],
  ['eddsa-jcs-2022', () => signDocument(sampleBadge(key.did) as JsonObject, key, { suite: 'eddsa-jcs-2022' })],
  ['ecdsa-rdfc-2019', () => signDocument(sampleBadge(large.did) as JsonObject, large, { suite: 'ecdsa-rdfc-2019' })],
  ['ecdsa-jcs-2019', () => signDocument(sampleBadge(curve.did) as JsonObject, curve, { suite: 'ecdsa-jcs-2019' })],
  ['ecdsa-sd-2023', () => signSelective(sampleBadge(curve.did) as JsonObject, curve, ['/issuer', '/validFrom'])],
];

test.each(signed)('%s: no badge passes in which one byte was flipped, wherever', async (suite, sign) => {
  const bytes = encodeUtf8(JSON.stringify(await sign()));
  expect(await judge(bytes)).toBe('passed');
  const counts: Record<string, number> = {};
  const passed: number[] = [];
  // Some hundred bytes, each with another bit, the same ones every time.
  const step = Math.max(7, Math.floor(bytes.length / (suite === 'ecdsa-sd-2023' ? 200 : 600)));
  for (let at = 0; at < bytes.length; at += step) {
    const flipped = bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 5)) : byte));
    const state = await judge(flipped);
    counts[state] = (counts[state] ?? 0) + 1;
    if (state === 'passed') passed.push(at);
  }
  console.info(`${suite}: ${JSON.stringify(counts)}`);
  expect(passed).toEqual([]);
  expect(counts['failed'] ?? 0).toBeGreaterThan(100);
}, 60_000);
