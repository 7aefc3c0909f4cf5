import { describe, expect, test } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { claimOf, short } from '../../support/european.ts';
import type { Document } from '../../support/european.ts';
import { examineCredentialOf } from '../../support/examining.ts';
import { european } from '../../support/sealing.ts';

/** A transcript: one achievement for each body and date of award, as registers write them, with ids that count only here. */
async function transcript(awards: readonly { readonly body: Document; readonly awardingDate?: string }[], person: Document = {}): Promise<ExaminedCredential> {
  const document = european();
  const hasClaim = awards.map(({ body, ...award }, index) => ({ ...claimOf(document), awardedBy: { id: `urn:epass:awardingProcess:${index}`, type: 'AwardingProcess', ...award, awardingBody: body } }));
  return examineCredentialOf({ ...document, credentialSubject: { ...(document['credentialSubject'] as Document), ...person, hasClaim } });
}

const school = (id: string, changes: Document = {}): Document => ({ id, type: 'Organisation', legalName: { en: 'Blue School' }, identifier: [{ id: `${id}:1`, notation: '96', schemeName: 'schoolId' }], ...changes });

describe('a European transcript', () => {
  test('one body that stands at every course under another local id is told once, in whatever order', async () => {
    const awards = ['urn:epass:org:1', 'urn:epass:org:2', 'urn:epass:org:3'].map((id) => ({ body: school(id) }));
    expect(short(await transcript(awards), 'M4')).toEqual(['stated', 'Blue School', 'schoolId: 96']);
    expect(short(await transcript(awards.toReversed()), 'M4')).toEqual(['stated', 'Blue School', 'schoolId: 96']);
  });

  test.each<[string, Document]>([
    ['a number', school('urn:epass:org:2', { identifier: [{ notation: '97', schemeName: 'schoolId' }] })],
    ['a name', school('urn:epass:org:2', { legalName: { en: 'Red School' } })],
    ['an id that counts everywhere', school('https://red.example/')],
    ['the body above it', school('urn:epass:org:2', { subOrganizationOf: { legalName: { en: 'Red University' } } })],
  ])('bodies that differ in %s are two', async (_name, body) => {
    expect((await transcript([{ body: school('urn:epass:org:1') }, { body }])).credential.awardingBodies).toHaveLength(2);
  });

  test('one date of award is that of the credential; of several each stays among the further claims', async () => {
    const awarded = async (...dates: readonly string[]): Promise<unknown> => {
      const { credential } = await transcript(dates.map((awardingDate) => ({ body: school('urn:epass:org:1'), awardingDate })));
      return [credential.awarded?.value.text, credential.further.filter(({ path }) => path.endsWith('/awardingDate')).map(({ text }) => text)];
    };
    expect(await awarded('2019-12-11T00:00:00', '2019-12-11T00:00:00')).toEqual(['2019-12-11T00:00:00', []]);
    expect(await awarded('2019-12-11T00:00:00', '2019-12-16T00:00:00')).toEqual([undefined, ['2019-12-11T00:00:00', '2019-12-16T00:00:00']]);
  });

  test('a number of a person is masked under whatever name an issuer gives it; that of a student is not', async () => {
    const masked = async (schemeName: string): Promise<unknown> =>
      (await transcript([{ body: school('urn:epass:org:1') }], { identifier: { id: 'urn:epass:identifier:1', schemeName, notation: '193303129096' } })).credential.holder.identifiers.find(({ value }) => value.kind === schemeName)?.value.sensitive;
    for (const scheme of ['nationalIdentifier', 'studentNationalNumber', 'Tax number', 'International passport number', 'International ID card (national)', 'Numéro international d’identité', 'Internationale Versicherungsnummer', 'PersonIdentifier', 'DNI', 'codice fiscale', 'citizenIdentifier', 'Passport', 'personnummer', 'Social Security Number']) expect([scheme, await masked(scheme)]).toEqual([scheme, true]);
    for (const scheme of ['studentUID', 'Student ID', 'International student number', 'internationalStudentId', 'identifier', 'Taxonomy code', 'eppn']) expect([scheme, await masked(scheme)]).toEqual([scheme, false]);
  });
});
