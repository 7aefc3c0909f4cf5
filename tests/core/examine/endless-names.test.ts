import { expect, test } from 'vitest';
import { cpuTimeOf } from '../../support/cpu-time.ts';
import { examineBytes, examineCredentialOf, instantOf } from '../../support/examining.ts';
import { badge, cast, signJcs } from '../../support/signing.ts';
import { selectiveCast, signSelective, vcPayload } from '../../support/selective.ts';

const { issuer } = await cast();
const keys = await selectiveCast();
const long = 'k'.repeat(500_000);
const numbers = Array.from({ length: 5_000 }, (_each, index) => index);

/** As the page gets it: every text written out, whoever shared its beginning. */
function written(seen: unknown): number {
  return JSON.stringify(seen, (_key, value: unknown) => (value instanceof Uint8Array ? value.length : value)).length;
}

test('B10 a name of half a megabyte above thousands of claims is carried by none of them, and changes no verdict', async () => {
  const signed = await signJcs(badge(issuer.did, { [long]: numbers }), issuer);
  const seen = await examineCredentialOf(signed);
  expect(written(seen)).toBeLessThan(10_000_000);
  expect([seen.headline, seen.credential.title]).toEqual(['unknown-issuer', undefined]);
  expect(seen.text).toContain('Measuring Air Quality');
  expect((await examineCredentialOf({ ...signed, [long]: [...numbers, 1] })).headline).toBe('altered');
  const over = badge(issuer.did, { [long]: numbers, validUntil: '2026-07-01T00:00:00Z' });
  expect((await examineCredentialOf(await signJcs(over, issuer), { now: instantOf('2026-11-21T12:00:00Z') })).headline).toBe('expired');
});

test('B10 the twin: names of two thousand characters are read and listed as they are', async () => {
  const seen = await examineCredentialOf(await signJcs(badge(issuer.did, { ['k'.repeat(2_000)]: [1, 2] }), issuer));
  expect(seen.credential.title?.raw).toBe('Measuring Air Quality with Open Data');
  expect(seen.credential.further.filter(({ path }) => path.includes('kkk')).map(({ text }) => text)).toEqual(['1', '2']);
});

test('B10 the same in a European credential, whose parts are compared with each other', async () => {
  const parts = numbers.map((number) => ({ id: `urn:epass:${number}` }));
  const seen = await examineCredentialOf({ type: ['VerifiableCredential', 'EuropeanDigitalCredential'], issuer: issuer.did, credentialSubject: { [long]: parts } });
  expect(written(seen)).toBeLessThan(10_000_000);
  let nested: unknown = { id: 'urn:epass:0', note: 'a'.repeat(4_000_000) };
  for (let depth = 1; depth < 50; depth += 1) nested = { id: `urn:epass:${depth}`, isPartOf: nested };
  const deep = await examineCredentialOf({ type: ['VerifiableCredential', 'EuropeanDigitalCredential'], issuer: issuer.did, credentialSubject: { hasClaim: nested } });
  expect(deep.vocabulary).toBe('european-learning-model');
});

test('B10 the same in an SD-JWT, which lists where claims were hidden: refused with the limit; its twin is read', async () => {
  const hiding = { [long]: numbers.map((number) => ({ _sd: [`${number}`] })) };
  const seen = await examineBytes(await signSelective(vcPayload(keys.issuer, hiding), [], keys.issuer));
  expect(seen).toMatchObject({ kind: 'unreadable', error: { code: 'open/too-deep', facts: { limit: 4_000 } } });
  const twin = await examineBytes(await signSelective(vcPayload(keys.issuer, { ['k'.repeat(2_000)]: [{ _sd: ['1'] }] }), [], keys.issuer));
  expect(twin).toMatchObject({ kind: 'credential', class: 'unconfirmed' });
});

const many = <T,>(count: number, each: (index: number) => T): readonly T[] => Array.from({ length: count }, (_each, index) => each(index));
const huge = 'a'.repeat(3_000_000);

test.each<[string, object]>([
  ['a name', { result: many(3_000, () => ({ resultDescription: 'r', value: '1' })), achievement: { name: 'x', resultDescription: [{ id: 'r', name: huge }] } }],
  ['a scale', { result: many(3_000, () => ({ resultDescription: 'r', value: '1' })), achievement: { name: 'x', resultDescription: [{ id: 'r', valueMin: '1', valueMax: '2', more: huge }] } }],
  ['a level', { result: many(3_000, () => ({ resultDescription: 'r', achievedLevel: 'l' })), achievement: { name: 'x', resultDescription: [{ id: 'r', rubricCriterionLevel: [{ id: 'l', name: huge }] }] } }],
  ['a number', { result: many(2_000, () => ({ resultDescription: 'r', value: '1' })), achievement: many(2_500, () => ({ name: 'x', resultDescription: { id: 'r' } })) }],
])('B10 %s that thousands of results and achievements share is not told with each of them', async (_name, credentialSubject) => {
  const { result: seen, ms } = await cpuTimeOf(async () => await examineCredentialOf(badge(issuer.did, { credentialSubject })));
  expect(ms).toBeLessThan(6_000);
  expect(written(seen)).toBeLessThan(40_000_000);
  expect(seen.credential.achievements[0]?.title?.raw).toBe('x');
});

test('B10 the twin: a hundred results of one description each carry its name and scale', async () => {
  const credentialSubject = { result: many(100, (index) => ({ resultDescription: 'r', value: `${index}` })), achievement: { name: 'x', resultDescription: [{ id: 'r', name: 'Grade', valueMin: '0', valueMax: '100' }] } };
  const { credential } = await examineCredentialOf(badge(issuer.did, { credentialSubject }));
  const results = credential.achievements[0]?.results ?? [];
  expect(results.map(({ value }) => value.raw)).toEqual(many(100, String));
  expect(new Set(results.map(({ name, scale }) => `${name?.raw} ${scale?.value[0]?.text}`))).toEqual(new Set(['Grade 0–100']));
});
