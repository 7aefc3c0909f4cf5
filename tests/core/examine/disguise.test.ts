import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import type { OwnListEntry } from '../../../src/core/model/trust.ts';
import type { VerdictClass } from '../../../src/core/model/verdict.ts';
import { examineBytes, examineCredentialOf, testNow } from '../../support/examining.ts';
import { createTestKey, signDocument } from '../../support/sign-proof.ts';
import { badge } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const key = createTestKey(new Uint8Array(32).fill(7));
const fromWorst: readonly VerdictClass[] = ['refused', 'invalid', 'unknown', 'lapsed', 'unconfirmed', 'note', 'valid'];
const status = { id: 'https://brightwater.example/status/1#7', type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: 'https://brightwater.example/status/1' };

const plainWays: readonly ((value: unknown) => unknown)[] = [(value) => value, (value) => [value], (value) => [value, value], (value) => [null, value], (value) => [[value]], (value) => (Array.isArray(value) ? value.toReversed() : value)];

/** The same triples in other JSON: values in arrays, said twice, beside nulls, turned round; nulls and empty arrays added. */
function disguise(value: unknown, choose: (ways: number) => number, member = ''): unknown {
  if (member === '@context') return value;
  if (Array.isArray(value)) return value.map((item) => disguise(item, choose));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => {
    const inner = disguise(each, choose, name);
    // Most members stay as they are: one disguise that is refused hides all others.
    const way = choose(40) === 0 && name !== '@context' ? plainWays[choose(plainWays.length)] : undefined;
    return [name, way === undefined ? inner : way(inner)] as const;
  });
  const added = ['validUntil', 'credentialStatus', 'name', 'expires'].filter((name) => !(name in value) && choose(60) === 0);
  return Object.fromEntries([...entries, ...added.map((name) => [name, choose(2) === 0 ? null : []] as const)]);
}

const cases: readonly (readonly [string, Document, Document])[] = [
  ['in order', { validUntil: '2030-01-01T00:00:00Z' }, {}],
  ['expired', { validUntil: '2026-08-01T00:00:00Z' }, {}],
  ['not yet valid', { validFrom: '2027-01-01T00:00:00Z' }, {}],
  ['with an ended proof', {}, { expires: '2026-08-01T00:00:00Z' }],
  ['with a status', { credentialStatus: status }, {}],
];

test.each(cases)('a credential %s is never better in a disguise that its signature does not see', async (_name, changes, proof) => {
  const signed = await signDocument(badge(key.did, changes, 'did:example:learner') as JsonObject, key, { proof: proof as Record<string, string> });
  const first = await examineCredentialOf(signed);
  const ownList: readonly OwnListEntry[] = [{ id: '1', keyThumbprint: first.signer?.keyThumbprint ?? '', issuerId: key.did, name: 'Brightwater', since: testNow }];
  const plain = await examineCredentialOf(signed, { ownList });
  const seen: ExaminedCredential[] = [];
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(1_000)), async (numbers) => {
      const choose = (ways: number): number => (numbers.next().value ?? 0) % ways;
      const examined = await examineBytes(JSON.stringify(disguise(signed, choose)), { ownList });
      expect(fromWorst.indexOf(examined.class)).toBeLessThanOrEqual(fromWorst.indexOf(plain.class));
      if (examined.kind !== 'credential' || examined.axes.unchanged !== 'yes') return;
      seen.push(examined);
      const said = ({ axes, headline, credential }: ExaminedCredential): unknown => [axes, headline, credential.title?.value, credential.holder.id?.value];
      expect(said(examined)).toEqual(said(plain));
    }),
    { seed: 7 },
  );
  expect(seen.length).toBeGreaterThan(10);
}, 120_000);
