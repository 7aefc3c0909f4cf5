import { describe, expect, test } from 'vitest';
import type { ElementReading, EuElementId } from '../../../src/core/model/eu-elements.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { flatClaims, flatFrame, learningClaims, pilotClaims } from '../../../src/tools/sampling/selective-claims.ts';
import { issueSelective, keepDisclosures } from '../../../src/tools/sampling/sign-selective.ts';
import { examineCredentialOf, instantOf } from '../../support/examining.ts';
import { european } from '../../support/sealing.ts';
import { selectiveCast } from '../../support/selective.ts';
import { badge } from '../../support/signing.ts';

const { issuer, holder } = await selectiveCast();
type Document = Record<string, unknown>;

async function read(claims: Document, frame: Document = {}): Promise<ExaminedCredential> {
  return examineCredentialOf(await issueSelective(claims, frame, issuer));
}

function element(seen: ExaminedCredential, id: EuElementId): ElementReading {
  const found = seen.elements.find((reading) => reading.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const texts = (reading: ElementReading): readonly string[] => reading.values.map(({ text, raw }) => text[0]?.text ?? raw);
const states = (seen: ExaminedCredential): object => Object.fromEntries(seen.elements.map(({ id, state }) => [id, state]));

describe('the flat claims of the WE BUILD rulebook', () => {
  test('every element that the rulebook names is stated', async () => {
    const seen = await read(flatClaims(issuer.did, { cnf: { jwk: holder.jwk }, exp: 1_900_000_000, sub: 'learner-1' }), flatFrame);
    expect(states(seen)).toEqual({
      M1: 'stated', M2: 'stated', M3: 'stated', M4: 'stated', M5: 'stated', M6: 'stated', M7: 'stated', M8: 'stated', M9: 'stated', M10: 'stated', M11: 'stated-as-text',
      O1: 'stated', O2: 'not-stated', O3: 'stated', O4: 'stated', O5: 'not-stated',
    });
    expect(texts(element(seen, 'M1'))).toEqual(['Mira', 'Sample', '2001-02-03']);
    expect(texts(element(seen, 'M2'))).toEqual(['Measuring Air Quality with Open Data']);
    expect(element(seen, 'M3').values[0]?.is).toEqual({ kind: 'country', code: 'NL' });
    expect(texts(element(seen, 'M6'))).toEqual(['Calibrates a low-cost sensor', 'Publishes a data set that others can use']);
    expect(element(seen, 'M7').values[0]?.is).toEqual({ kind: 'workload', amount: 3, system: 'ECTS' });
    expect(element(seen, 'M8').values[0]?.is).toEqual({ kind: 'level', framework: 'EQF', level: '6' });
    expect(element(seen, 'M9').values[0]?.is).toEqual({ kind: 'term', list: 'assessment', code: '6e6cb2cc78' });
    expect(element(seen, 'M10').values[0]?.is).toEqual({ kind: 'term', list: 'learning-assessment', code: '920fbb3cbe' });
    expect(seen.credential).toMatchObject({ id: { value: 'MC-2026-0001' }, types: ['VerifiableMicroCredential'], issuer: { id: { value: issuer.did } }, holder: { id: { value: 'learner-1' } } });
    expect(seen.credential.validUntil?.value.at).toBe(1_900_000_000_000);
  });
  test('what is hidden is not shared, which is another thing than not stated', async () => {
    const whole = await issueSelective(flatClaims(issuer.did, { grade: undefined, gradingScheme: undefined }), flatFrame, issuer);
    const shown = keepDisclosures(whole, (name) => name !== 'givenName' && name !== 'familyName' && name !== 'dateOfBirth');
    expect(states(await examineCredentialOf(whole))).toMatchObject({ M1: 'stated', O3: 'not-stated' });
    expect(states(await examineCredentialOf(shown))).toMatchObject({ M1: 'not-shared', M2: 'stated', O3: 'not-shared' });
  });
  test('a birth date is masked, an address for mail is not', async () => {
    const seen = await read(flatClaims(issuer.did, { mail: 'mira@sample.example' }));
    expect(seen.credential.holder.identifiers.map(({ value }) => [value.kind, value.sensitive])).toEqual([['dateOfBirth', true], ['emailAddress', false]]);
  });
  test('what no reader knows is shown and not dropped', async () => {
    const seen = await read(flatClaims(issuer.did, { trust_anchor: 'https://trust.example', placeOfBirth: 'Delft' }));
    expect(seen.credential.further.map(({ path }) => path)).toEqual(expect.arrayContaining(['/attestation_legal_category', '/trust_anchor', '/placeOfBirth']));
  });
  test('a whole day of issue is no moment, and none of it is yet to come', async () => {
    const today = { issuanceDate: '2026-11-21' };
    expect((await read(flatClaims(issuer.did, today))).headline).toBe('unknown-issuer');
    expect((await read(flatClaims(issuer.did, { issuanceDate: '2026-11-23' }))).headline).toBe('not-yet');
    expect((await read(flatClaims(issuer.did, { issuanceDate: '2026-02-30' }))).class).toBe('lapsed');
  });
  test('the end of a credential counts to the end of its last day', async () => {
    for (const [now, headline] of [['2026-11-21T23:00:00Z', 'unknown-issuer'], ['2026-11-22T12:00:01Z', 'expired']] as const) {
      const text = await issueSelective(flatClaims(issuer.did, { validUntil: '2026-11-21' }), {}, issuer);
      expect((await examineCredentialOf(text, { now: instantOf(now) })).headline).toBe(headline);
    }
  });
  test.each([
    [{ value: 84, unit: 'hours' }, { amount: 84, system: 'hours' }],
    [{ value: 2.5, unit: 'ECTS' }, { amount: 2.5, system: 'ECTS' }],
    [{ value: 3, unit: 'weeks' }, { amount: 3, system: 'unknown', unit: 'weeks' }],
    [{ value: 3 }, { amount: 3, system: 'unknown' }],
    ['3 ECTS', { amount: 3, system: 'ECTS' }],
    ['2,5 ects', { amount: 2.5, system: 'ECTS' }],
  ])('workload %j', async (notionalWorkload, is) => {
    expect(element(await read(flatClaims(issuer.did, { notionalWorkload })), 'M7').values[0]?.is).toEqual({ kind: 'workload', ...is });
  });
});

test('the Commission\'s learning credential', async () => {
  const seen = await read(learningClaims(issuer.did));
  expect(seen.vocabulary).toBe('micro-credential');
  expect(states(seen)).toMatchObject({ M1: 'stated', M2: 'stated', M3: 'stated', M4: 'stated', M5: 'stated', M6: 'stated', M7: 'stated', M8: 'stated', M11: 'stated-as-text', O1: 'stated', O3: 'stated', O4: 'stated', O5: 'stated' });
  expect(seen.credential.issuer.name?.value).toEqual([{ text: 'Brightwater University of Applied Sciences' }]);
  expect(element(seen, 'M8').values[0]?.is).toEqual({ kind: 'level', framework: 'EQF', level: '6' });
});

test('B46 its end counts, under its own name', async () => {
  expect((await read({ ...learningClaims(issuer.did), date_of_expiry: '2026-11-01' })).headline).toBe('expired');
  expect((await read({ ...learningClaims(issuer.did), date_of_expiry: '2026-11-31' })).class).toBe('lapsed');
  expect((await read({ ...learningClaims(issuer.did), date_of_expiry: '2026-11-21' })).headline).toBe('unknown-issuer');
});

test('the flat claims of the DC4EU pilots', async () => {
  const seen = await read(pilotClaims(issuer.did));
  expect(states(seen)).toMatchObject({ M1: 'stated', M2: 'stated', M3: 'stated', M4: 'stated', M5: 'stated', M6: 'stated', M7: 'stated', M8: 'stated', M9: 'stated', M10: 'stated', M11: 'stated', O1: 'stated', O2: 'stated', O3: 'stated', O4: 'stated' });
  expect(seen.credential.awardingBodies[0]?.name?.raw).toBe('Brightwater University of Applied Sciences');
  expect(seen.credential.further.map(({ path }) => path)).toEqual(expect.arrayContaining(['/type_of_assessment/grade', '/learning_outcomes/type']));
});

test('an Open Badge in an SD-JWT VC is read as one', async () => {
  const seen = await read({ ...badge(issuer.did), iss: issuer.did, vct: 'urn:eudi:micro_credential:1' });
  expect({ vocabulary: seen.vocabulary, headline: seen.headline, title: seen.credential.title?.raw }).toEqual({ vocabulary: 'open-badges-3', headline: 'unknown-issuer', title: 'Measuring Air Quality with Open Data' });
});

test('the issuer of such a token is the one whose key was judged, whatever the claims call theirs', async () => {
  const claimed = { ...badge('https://brightwater.example/issuers/1'), iss: issuer.did, vct: 'urn:eudi:micro_credential:1' };
  const seen = await read(claimed);
  expect(seen.credential.issuer.id).toEqual({ value: issuer.did, path: '/iss', raw: issuer.did });
  expect(seen.credential.further).toContainEqual({ path: '/issuer/id', text: 'https://brightwater.example/issuers/1' });
  expect(seen.credential.further.filter(({ path }) => path === '/iss')).toEqual([]);
  const plain = await read({ iss: issuer.did, vct: 'https://brightwater.example/types/1', name: 'Something' });
  expect([plain.vocabulary, plain.credential.issuer.id?.value]).toEqual(['plain', issuer.did]);
});

test('a credential of the European Learning Model in an SD-JWT VC is read as one', async () => {
  const elm = european();
  const seen = await read({ iss: issuer.did, vct: 'urn:eudi:elm:1', iat: 1_780_000_000, elm });
  const alone = await examineCredentialOf(elm);
  expect(seen.vocabulary).toBe('enclosed-learning-model');
  expect(seen.credential.title?.value).toEqual(alone.credential.title?.value);
  expect(seen.credential.title?.path).toBe(`/elm${alone.credential.title?.path}`);
  expect(states(seen)).toEqual(states(alone));
});
