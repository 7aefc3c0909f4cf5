import { describe, expect, test } from 'vitest';
import { euElements } from '../../../src/core/model/eu-element-table.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { vocabularyFor } from '../../../src/core/vocabularies/registry.ts';
import { annexOneShapes } from '../../../src/tools/sampling/annex-one-shapes.ts';

/** Every text that a person can read of a credential: in its elements, or as it stands. */
async function readableOf(claims: object): Promise<readonly string[]> {
  const credential = (await (vocabularyFor(claims as JsonObject)).load())(claims as JsonObject);
  const values = euElements.flatMap((element) => element.read(credential).values);
  return [...values.flatMap(({ text }) => text.map((one) => one.text)), ...credential.further.map(({ text }) => text)];
}

const reference = 'SQA-2024-3';
const withReference = annexOneShapes().filter(({ claims }) => JSON.stringify(claims).includes(reference));

describe('what no element has a place for stays to be read', () => {
  test('most shapes name the decision on quality by its number or address', () => {
    expect(withReference.length).toBeGreaterThan(4);
  });

  test.each(withReference)('the number of the decision on quality: $name', async ({ claims }) => {
    expect((await readableOf(claims)).some((text) => text.includes(reference))).toBe(true);
  });

  test.each<[string, object]>([
    ['Open Badges 3.0', { type: ['OpenBadgeCredential'], issuer: { id: 'did:web:a.example', url: 'https://a.example/' }, credentialSubject: { achievement: { name: 'Air', creator: { name: 'A', url: 'https://a.example/' } } } }],
    ['the European Learning Model', { type: ['EuropeanDigitalCredential'], credentialSubject: { hasClaim: { awardedBy: { awardingBody: { legalName: { en: 'A' }, homepage: { contentURL: 'https://a.example/' } } } } } }],
    ['a flat micro-credential', { vct: 'VerifiableMicroCredential', awardingBody: 'A', awardingBodyHomepage: 'https://a.example/' }],
  ])('the home page of who awarded: %s', async (_name, claims) => {
    expect(await readableOf(claims)).toContain('https://a.example/');
  });

  test('the same grade at every course, though it is one note that is embedded again', async () => {
    const course = (name: string): object => ({ title: { en: name }, provenBy: { grade: { id: 'urn:epass:note:5', type: 'Note', noteLiteral: { en: 'Excellent' } } } });
    const claims = { type: ['EuropeanDigitalCredential'], credentialSubject: { hasClaim: { title: { en: 'Diploma' }, hasPart: [course('History'), course('Art')] } } };
    expect(await readableOf(claims)).toEqual(['Diploma', 'History', 'Excellent', 'Art', 'Excellent']);
  });

  test('the number of a decision without address, the address of an accreditation, and what type of achievement a badge says it is', async () => {
    const accreditations = [{ type: 'Accreditation', id: 'https://quality.example/decisions/7', title: 'Institutional review' }];
    const alignment = [{ type: ['Alignment'], targetType: 'ext:QualityAssurance', targetName: 'Programme review', targetCode: 'AV-4223' }];
    const claims = { type: ['VerifiableCredential', 'OpenBadgeCredential'], issuer: 'https://brightwater.example/', credentialSubject: { achievement: { id: 'urn:uuid:1', name: 'Air', achievementType: 'MicroCredential', alignment, accreditations } } };
    expect(await readableOf(claims)).toEqual(['Air', 'Programme review', 'Institutional review', 'MicroCredential', 'AV-4223', 'https://quality.example/decisions/7']);
  });
});
