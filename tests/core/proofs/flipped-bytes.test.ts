import { expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { readStrictJson } from '../../../src/core/encoding/strict-json.ts';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { isJsonObject } from '../../../src/core/model/json.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';
import { sampleBadge } from '../../support/sample-badge.ts';
import { createTestKey, signDocument } from '../../support/sign-proof.ts';

const key = createTestKey();
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

test.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const)('%s: no badge passes in which one byte was flipped, wherever', async (suite) => {
  const bytes = encodeUtf8(JSON.stringify(await signDocument(sampleBadge(key.did) as JsonObject, key, { suite })));
  expect(await judge(bytes)).toBe('passed');
  const counts: Record<string, number> = {};
  const passed: number[] = [];
  // Every seventh byte, each with another bit: about 600 badges a run, the same ones every time.
  for (let at = 0; at < bytes.length; at += 7) {
    const flipped = bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 5)) : byte));
    const state = await judge(flipped);
    counts[state] = (counts[state] ?? 0) + 1;
    if (state === 'passed') passed.push(at);
  }
  console.info(`${suite}: ${JSON.stringify(counts)}`);
  expect(passed).toEqual([]);
  expect(counts['failed'] ?? 0).toBeGreaterThan(100);
}, 60_000);
