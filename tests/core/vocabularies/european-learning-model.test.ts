import { describe, expect, test } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { brightwater, sealingService } from '../../../src/tools/sampling/elm-claims.ts';
import { examineCredentialOf } from '../../support/examining.ts';
import { european } from '../../support/sealing.ts';

type Document = Record<string, unknown>;

function element(seen: ExaminedCredential, id: string): unknown {
  const found = seen.elements.find((each) => each.id === id);
  return [found?.state, ...(found?.values.map(({ text, is }) => (is.kind === 'term' ? is.code : (text[0]?.text ?? ''))) ?? [])];
}

/** Every object of a document that is not in a list stands in a list of one. */
function inLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inLists);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value as Document).map(([key, inner]) => [key, typeof inner === 'object' && inner !== null && !Array.isArray(inner) && 'id' in inner ? [inLists(inner)] : inLists(inner)]);
  return Object.fromEntries(members) as Document;
}

describe('a European micro-credential', () => {
  test('each element is found', async () => {
    const seen = await examineCredentialOf(european());
    expect(seen.vocabulary).toBe('european-learning-model');
    expect(seen.credential.title?.value).toEqual([{ text: 'Measuring Air Quality with Open Data', language: 'en' }]);
    expect(seen.credential.description?.value[0]?.text).toBe('has completed a short course');
    expect(seen.credential.awarded?.raw).toBe('2026-06-10T22:00:00Z');
    expect(Object.fromEntries(seen.elements.map(({ id }) => [id, element(seen, id)]))).toMatchObject({
      M1: ['stated', 'Mira Solberg', '1999-10-01T22:00:00Z'],
      M2: ['stated', 'Measuring Air Quality with Open Data'],
      M3: ['stated', 'IE'],
      M5: ['stated', '2026-06-14T12:00:00Z', '2026-06-10T22:00:00Z'],
      M6: ['stated', 'Choose a sensor and a place that answer a question about air', 'Explain a result to neighbours and to a town council in plain words', 'communicate with a target community'],
      M7: ['stated', '2', 'P2DT2H'],
      M8: ['stated', 'Level 5', 'Brightwater level 5'],
      M9: ['stated', '4f03b91c0e'],
      M10: ['stated', 'e92d221e4d'],
      O1: ['stated', 'None'],
      O2: ['stated', '70be69aaf9'],
      O3: ['stated', 'Portfolio', '8.5', '1 to 10, passed from 6'],
    });
    const [achievement] = seen.credential.achievements;
    expect(achievement?.workloads.map(({ value }) => value)).toEqual([{ amount: 2, system: 'ECTS' }, { amount: 50, system: 'hours' }]);
    expect(achievement?.levels.map(({ value }) => value)).toEqual([{ framework: 'EQF', value: '5' }, { framework: 'NQF', value: 'Brightwater level 5' }]);
    expect(achievement?.qualityAssurance.map(({ value }) => value)).toEqual([{ text: [{ text: 'Institutional review (sample)', language: 'en' }], list: 'accreditation', code: 'bb4618238e' }]);
    expect(achievement?.languages.map(({ value }) => value)).toEqual(['en']);
    expect(achievement?.alignments.map(({ name }) => name?.value[0]?.text)).toEqual(['communicate with a target community']);
  });

  test('the title of the document itself is not lost where that of what was achieved is the title', async () => {
    const own = (seen: ExaminedCredential): boolean => seen.credential.further.some(({ path, text }) => path.startsWith('/displayParameter/title') && text === 'Micro-credential of our own');
    const displayParameter = { ...(european()['displayParameter'] as Document), title: { en: 'Micro-credential of our own' } };
    const seen = await examineCredentialOf(european({ displayParameter }));
    expect([seen.credential.title?.raw, own(seen)]).toEqual(['{"en":"Measuring Air Quality with Open Data"}', true]);
    const untitled = await examineCredentialOf(european({ displayParameter, credentialSubject: { id: 'urn:epass:person:1' } }));
    expect([untitled.credential.title?.value[0]?.text, own(untitled)]).toEqual(['Micro-credential of our own', false]);
  });

  test('one value and a list of one are alike', async () => {
    const [plain, listed] = [await examineCredentialOf(european()), await examineCredentialOf({ ...european(), credentialSubject: inLists(european()['credentialSubject']) })];
    for (const { id } of plain.elements) expect([id, element(listed, id)]).toEqual([id, element(plain, id)]);
    expect(listed.credential.further.map(({ text }) => text)).toEqual(plain.credential.further.map(({ text }) => text));
  });

  test('an issuer that has only the name of any W3C credential is named by it, and awards nothing by that', async () => {
    const named = async (issuer: Document): Promise<unknown> => (await examineCredentialOf({ ...european(), issuer })).credential.issuer.name?.value[0]?.text;
    expect(await named({ id: 'did:web:a.example', name: 'Brightwater' })).toBe('Brightwater');
    expect(await named({ id: 'did:web:a.example', name: 'Short', legalName: { en: 'Brightwater College' } })).toBe('Brightwater College');
    const alone = await examineCredentialOf({ ...european({ credentialSubject: { id: 'urn:epass:person:1' } }), issuer: { id: 'did:web:a.example', name: 'Brightwater' } });
    expect(element(alone, 'M4')).toEqual(['not-stated']);
  });

  test('who sealed and who awarded are two', async () => {
    const seen = await examineCredentialOf(european({}, { issuer: sealingService, awardedBy: brightwater, hasMandate: true }));
    expect(seen.credential.issuer.name?.value[0]?.text).toBe(sealingService.name);
    expect(seen.credential.awardingBodies.map((body) => [body.name?.value[0]?.text, body.identifiers[0]?.value])).toEqual([[brightwater.name, { kind: 'eIDASIdentifier', value: brightwater.identifier }]]);
    expect(seen.credential.evidence[0]?.name?.value[0]?.text).toBe('Mandate');
    expect(seen.credential.evidence[0]?.narrative?.raw).toMatch(/^This credential is sealed for/);
  });

  test('status under either name', async () => {
    const entry = { id: 'https://list.example/1#5', statusPurpose: 'revocation', statusListIndex: '5', statusListCredential: 'https://list.example/1' };
    for (const key of ['status', 'credentialStatus']) {
      const seen = await examineCredentialOf(european({ [key]: [entry] }));
      expect(seen.credential.status.map(({ path }) => path)).toEqual([`/${key}/0`]);
    }
  });

  test.each<[string, string, string, string | undefined]>([
    ['of the list, by its word', 'http://data.europa.eu/snb/supervision-verification/25831c2', 'Supervised with ID Verification', '70be69aaf9'],
    ['of another list', 'http://data.europa.eu/snb/assessment/25831c2', 'Supervised with ID Verification', undefined],
    ['of a list of its own', 'urn:epass:conceptScheme:1', 'Supervised with ID Verification', undefined],
    ['of the list, in other words', 'http://data.europa.eu/snb/supervision-verification/25831c2', 'Somebody was there', undefined],
  ])('a concept with an address of its own making: %s', async (_name, inScheme, label, code) => {
    const claims = european();
    const subject = claims['credentialSubject'] as { hasClaim: { provenBy: Document } & Document } & Document;
    const idVerification = { id: 'urn:epass:idVerification:1', type: 'Concept', inScheme: { id: inScheme }, prefLabel: { en: label } };
    const hasClaim = { ...subject.hasClaim, provenBy: { ...subject.hasClaim.provenBy, idVerification } };
    const seen = await examineCredentialOf({ ...claims, credentialSubject: { ...subject, hasClaim } });
    expect(seen.credential.achievements[0]?.supervision.map(({ value }) => [value.text[0]?.text, value.code])).toEqual([[label, code]]);
  });

  test('birth date and identity number are marked to be masked', async () => {
    const claims = european();
    const subject = { ...(claims['credentialSubject'] as Document), nationalID: { id: 'urn:epass:nationalID:1', notation: '12345' } };
    const seen = await examineCredentialOf({ ...claims, credentialSubject: subject });
    expect(seen.credential.holder.identifiers.map(({ value }) => [value.kind, value.sensitive])).toEqual([['dateOfBirth', true], ['nationalIdentityNumber', true]]);
  });

  test('nothing stated is dropped: what no reader knows is listed as it stands', async () => {
    const claims = european({ attachment: { title: { en: 'Annex' }, odd: 'leaf' }, odd: [1, { deep: true }] });
    const seen = await examineCredentialOf(claims);
    const further = seen.credential.further.map(({ path, text }) => `${path} ${text}`);
    for (const line of ['/attachment/odd leaf', '/odd/0 1', '/odd/1/deep true', '/credentialProfiles/prefLabel/en/0 Generic', '/credentialSubject/hasClaim/specifiedBy/title/en Measuring Air Quality with Open Data']) {
      expect(further).toContain(line);
    }
  });

  test('one thing that is embedded again says nothing new; with one word changed it does', async () => {
    const claims = european();
    const subject = claims['credentialSubject'] as { hasClaim: Document } & Document;
    const again = (subject.hasClaim['awardedBy'] as Document)['awardingBody'] as Document;
    const withActivity = (directedBy: Document): Document => ({ ...claims, credentialSubject: { ...subject, hasClaim: { ...subject.hasClaim, influencedBy: { id: 'urn:epass:activity:1', directedBy } } } });
    const furtherOf = async (document: Document): Promise<readonly string[]> => (await examineCredentialOf(document)).credential.further.map(({ path }) => path).filter((path) => path.includes('directedBy'));
    expect(await furtherOf(withActivity(again))).toEqual([]);
    expect(await furtherOf(withActivity({ ...again, legalName: { en: 'Another' } }))).toContain('/credentialSubject/hasClaim/influencedBy/directedBy/legalName/en');
  });

  test('a credit of no named framework has no system; months have no number of hours', async () => {
    const claims = european();
    const subject = claims['credentialSubject'] as { hasClaim: { specifiedBy: Document } & Document } & Document;
    const specifiedBy = { ...subject.hasClaim.specifiedBy, creditPoint: { point: '3' }, volumeOfLearning: 'P60M' };
    const seen = await examineCredentialOf({ ...claims, credentialSubject: { ...subject, hasClaim: { ...subject.hasClaim, specifiedBy } } });
    expect(seen.credential.achievements[0]?.workloads.map(({ value }) => value)).toEqual([{ amount: 3, system: 'unknown' }]);
    expect(seen.elements.find(({ id }) => id === 'M7')).toMatchObject({ state: 'stated-as-text', values: [{ raw: '3' }, { raw: 'P60M', is: { kind: 'odd-duration' } }] });
  });

  test('odd shapes are never more than not read', async () => {
    for (const hasClaim of [null, [], 'text', [null, 5, { specifiedBy: 'x', provenBy: [[]] }], { awardedBy: { awardingBody: 'urn:x' } }]) {
      const seen = await examineCredentialOf(european({ credentialSubject: { hasClaim }, issuer: 'https://issuer.example', displayParameter: [] }));
      expect(seen.headline).toBe('unsigned');
    }
  });
});
