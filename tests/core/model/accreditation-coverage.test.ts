import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../../src/core/model/accreditation-coverage.ts';
import { createStatement } from '../../../src/core/recognition/create-statement.ts';
import type { CredentialStatement } from '../../../src/core/model/recognition-statement.ts';
import { brightwater, organisation, sealingService } from '../../../src/tools/sampling/elm-claims.ts';
import { claimOf, concept, listed, specified, withClaim } from '../../support/european.ts';
import type { Document } from '../../support/european.ts';
import { examineCredentialOf, testNow } from '../../support/examining.ts';
import { european } from '../../support/sealing.ts';

/** The sample is awarded on 10 or 11 June 2026 by Brightwater in Ireland: EQF 5, ISCED-F 0521. */
const whole: Document = {
  id: 'urn:epass:accreditation:7',
  type: 'Accreditation',
  title: { en: 'Programme review' },
  accreditingAgent: { id: 'urn:epass:org:7', type: 'Organisation', legalName: { en: 'Sample Quality Agency' } },
  organisation: organisation(brightwater),
  dateIssued: '2024-01-15T00:00:00+01:00',
  expiryDate: '2029-01-15',
};

async function told(accreditation: Document | readonly Document[], document: Document = european()): Promise<readonly string[]> {
  const seen = await examineCredentialOf(withClaim((claim) => ({ ...claim, specifiedBy: { ...claim.specifiedBy, accreditation } }), document));
  return coverageOf(seen.credential).map(({ covers, because }) => [covers, ...because].join(' '));
}

const level = (code: string): Document => listed('eqf', code, `Level ${code}`);
const field = (code: string): Document => listed('isced-f', code, 'A field');

describe('whether an accreditation covers a credential', () => {
  test.each<[string, Document, string]>([
    ['dates and organisation fit, and empty limits are no limit', { limitEQFLevel: [], limitField: null, limitQualification: [], limitCredentialType: [], limitJurisdiction: [] }, 'covers'],
    ['no end is no end', { expiryDate: null }, 'covers'],
    ['it began after the award', { dateIssued: '2026-06-12' }, 'does-not-cover before-it-began'],
    ['it ended before the award', { expiryDate: '2026-06-09' }, 'does-not-cover after-it-ended'],
    ['it ended on one of the two days that the award may mean', { expiryDate: '2026-06-10' }, 'cannot-tell day-not-certain'],
    ['it began on one of the two days that the award may mean', { dateIssued: '2026-06-11' }, 'cannot-tell day-not-certain'],
    ['nobody says when it began', { dateIssued: null }, 'cannot-tell begin-not-stated'],
    ['its end is no date', { expiryDate: 'soon' }, 'cannot-tell limit-not-understood'],
    ['it was given to another organisation', { organisation: organisation(sealingService) }, 'does-not-cover other-organisation'],
    ['a name alone is never enough', { organisation: { legalName: { en: brightwater.name } } }, 'cannot-tell organisation-not-stated'],
    ['nobody says to whom', { organisation: null }, 'cannot-tell organisation-not-stated'],
    ['the number is written with spaces', { organisation: { legalName: { en: 'B' }, eIDASIdentifier: { notation: ' ntrie-1002 0030 ' } } }, 'covers'],
    ['equal numbers of two kinds are two', { organisation: { taxIdentifier: { notation: brightwater.identifier } } }, 'cannot-tell organisation-not-stated'],
    ['its level is among them', { limitEQFLevel: [level('4'), level('5')] }, 'covers'],
    ['its level is not', { limitEQFLevel: level('6') }, 'does-not-cover other-level'],
    ['a level that is no European one may be its own', { limitEQFLevel: [level('6'), concept('urn:epass:l:1', 'Level five')] }, 'cannot-tell limit-not-understood'],
    ['a broader field has it inside', { limitField: field('05') }, 'covers'],
    ['a narrower field has not', { limitField: field('05211') }, 'cannot-tell limit-not-understood'],
    ['another field', { limitField: [field('0613'), field('06')] }, 'does-not-cover other-field'],
    ['its qualification', { limitQualification: { id: 'urn:epass:qualification:1' } }, 'covers'],
    ['another qualification', { limitQualification: [{ id: 'https://q.example/2' }] }, 'does-not-cover other-qualification'],
    ['its kind of credential', { limitCredentialType: listed('credential', 'e34929035b', 'Generic') }, 'covers'],
    ['another kind of credential', { limitCredentialType: [listed('credential', 'c_ae121a00', 'Accredited')] }, 'does-not-cover other-profile'],
    ['its country', { limitJurisdiction: concept('http://publications.europa.eu/resource/authority/country/IRL', 'Ireland') }, 'covers'],
    ['another country', { limitJurisdiction: concept('http://publications.europa.eu/resource/authority/country/FRA', 'France') }, 'does-not-cover other-country'],
    ['two reasons are both told', { dateIssued: '2027-01-01', limitEQFLevel: level('7') }, 'does-not-cover before-it-began other-level'],
  ])('%s', async (_name, changes, expected) => {
    expect(await told({ ...whole, ...changes })).toEqual([expected]);
  });

  test('limits that the credential does not state cannot be told', async () => {
    const bare = specified({ eqfLevel: null, thematicArea: null, id: null });
    expect(await told({ ...whole, limitEQFLevel: level('5') }, bare)).toEqual(['cannot-tell level-not-stated']);
    expect(await told({ ...whole, limitField: field('05') }, bare)).toEqual(['cannot-tell field-not-stated']);
    expect(await told({ ...whole, limitQualification: { id: 'https://q.example/2' } }, bare)).toEqual(['cannot-tell qualification-not-stated']);
    const undated = withClaim((claim) => ({ ...claim, awardedBy: { ...claim.awardedBy, awardingDate: null } }), european({ issued: null, issuanceDate: null, validFrom: null }));
    expect(await told(whole, undated)).toEqual(['cannot-tell date-not-stated']);
    expect(await told({ ...whole, limitCredentialType: listed('credential', 'e34929035b', 'Generic') }, european({ credentialProfiles: null }))).toEqual(['cannot-tell profile-not-stated']);
    // A national level, or two European ones, is not the one level that could be within.
    expect(await told({ ...whole, limitEQFLevel: level('5') }, specified({ eqfLevel: [level('5'), level('6')] }))).toEqual(['cannot-tell level-not-stated']);
    expect(await told({ ...whole, limitEQFLevel: level('6') }, specified({ eqfLevel: null }))).toEqual(['cannot-tell level-not-stated']);
  });

  test('an accreditation at the body itself is given to that body; one at the issuer is not one of who awarded', async () => {
    const { organisation: _given, ...ownerless } = whole;
    const read = async (document: Document): Promise<readonly string[]> => coverageOf((await examineCredentialOf(document)).credential).map(({ covers, because }) => [covers, ...because].join(' '));
    const bare = specified({ accreditation: null });
    const claim = claimOf(bare);
    const atBody = withClaim(() => ({ ...claim, awardedBy: { ...claim.awardedBy, awardingBody: { ...organisation(brightwater), accreditation: ownerless } } }), bare);
    expect(await read(atBody)).toEqual(['covers']);
    const sealedByAnother = { ...bare, issuer: { ...organisation(sealingService), accreditation: ownerless } };
    expect(await read(sealedByAnother)).toEqual(['does-not-cover other-organisation']);
    expect(await read({ ...bare, evidence: { dcType: listed('evidence-type', 'c_991b06c6', 'Accreditation'), accreditation: whole } })).toEqual(['covers']);
  });

  test('a title alone is nothing to compare, and says nothing of covering', async () => {
    expect(await told({ title: { en: 'Institutional review' } })).toEqual([]);
  });
});

describe('odd places', () => {
  const readAll = async (document: Document): Promise<readonly unknown[]> => {
    const seen = await examineCredentialOf(document);
    return [seen.elements.find(({ id }) => id === 'M11')?.values.map(({ text }) => text[0]?.text), coverageOf(seen.credential).map(({ covers }) => covers)];
  };
  const bare = specified({ accreditation: null });
  const { organisation: _given, ...ownerless } = whole;

  test('one accreditation that is embedded at the body, the issuer and as evidence is told once', async () => {
    const body = { ...organisation(brightwater), accreditation: ownerless };
    const document = withClaim((claim) => ({ ...claim, awardedBy: { ...claim.awardedBy, awardingBody: body } }), { ...bare, issuer: body, evidence: { accreditation: ownerless } });
    expect(await readAll(document)).toEqual([['Programme review', 'Sample Quality Agency', '2024-01-15T00:00:00+01:00', '2029-01-15', undefined], ['covers']]);
  });

  test('of a credential without any claim it is told all the same', async () => {
    const document = { ...bare, credentialSubject: { fullName: { en: 'Mira' } }, issuer: { ...organisation(brightwater), accreditation: ownerless } };
    expect((await readAll(document))[0]).toContain('Programme review');
  });

  test.each<[unknown, string]>([
    [5, 'not-stated'],
    [true, 'not-stated'],
    [[[null]], 'not-stated'],
    [{}, 'not-stated'],
    [{ organisation: 5, limitField: 'x' }, 'not-stated'],
    ['https://quality.example/decisions/1', 'stated-as-text'],
    [{ dateIssued: 7 }, 'stated-as-text'],
  ])('%j as an accreditation covers nothing', async (accreditation, state) => {
    const seen = await examineCredentialOf(withClaim((claim) => ({ ...claim, awardedBy: { ...claim.awardedBy, awardingBody: { ...organisation(brightwater), accreditation } } }), bare));
    expect(coverageOf(seen.credential).filter(({ covers }) => covers !== 'cannot-tell')).toEqual([]);
    expect(seen.elements.find(({ id }) => id === 'M11')?.state).toBe(state);
  });
});

describe('as facts', () => {
  const page = async (document: Document): Promise<CredentialStatement> => {
    const [statement] = createStatement([await examineCredentialOf(document)], { now: testNow, wallet: { name: 'Mecum', version: '0' }, holder: 'none', lists: [] }).credentials;
    if (statement === undefined) throw new Error('no statement');
    return statement;
  };
  const withReport = { ...whole, decision: concept('urn:epass:d:1', 'positive'), reviewDate: '2028-01-15', report: { contentURL: 'https://quality.example/reports/3' } };

  test('stand in the element with what is told of the accreditation, each at its place', async () => {
    const seen = await examineCredentialOf(specified({ accreditation: withReport }));
    const quality = seen.elements.find(({ id }) => id === 'M11');
    expect(quality?.state).toBe('stated');
    expect(quality?.values.map(({ is, text }) => (is.kind === 'accreditation' ? `${is.detail}: ${text[0]?.text}` : is.kind === 'coverage' ? is.covers : text[0]?.text))).toEqual([
      'Programme review', 'agent: Sample Quality Agency', 'decision: positive', 'decided: 2024-01-15T00:00:00+01:00', 'until: 2029-01-15', 'review: 2028-01-15', 'report: https://quality.example/reports/3', 'covers',
    ]);
  });

  test('what cannot be told is a line of the statement, and none of the page', async () => {
    const document = specified({ accreditation: { ...whole, organisation: null } });
    const seen = await examineCredentialOf(document);
    expect(seen.elements.find(({ id }) => id === 'M11')?.values.some(({ is }) => is.kind === 'coverage')).toBe(false);
    expect((await page(document)).accreditations).toMatchObject([{ covers: 'cannot-tell', because: ['organisation-not-stated'] }]);
  });

  test('a statement tells title, body, report, dates and whom it was given to; and remarks where none covers', async () => {
    const [covering, outside] = [await page(specified({ accreditation: withReport })), await page(specified({ accreditation: { ...withReport, expiryDate: '2025-01-01' } }))];
    expect(covering.accreditations).toHaveLength(1);
    expect(covering.accreditations?.[0]?.values.map(({ text }) => text[0]?.text)).toEqual(expect.arrayContaining(['https://quality.example/reports/3', '2029-01-15', 'positive']));
    expect(covering.accreditations?.[0]?.organisations.map(({ raw }) => raw)).toContain(brightwater.identifier);
    expect(covering.notes).not.toContain('accreditation-does-not-cover');
    expect(covering.notes).toContain('credits-usually-25-to-30-hours');
    expect(outside.accreditations).toMatchObject([{ covers: 'does-not-cover', because: ['after-it-ended'] }]);
    expect(outside.notes).toContain('accreditation-does-not-cover');
  });

  test('limits stay among the further claims, in the words of the issuer', async () => {
    const seen = await examineCredentialOf(specified({ accreditation: { ...whole, limitField: field('05') } }));
    expect(seen.credential.further.map(({ path }) => path)).toContain('/credentialSubject/hasClaim/specifiedBy/accreditation/limitField/prefLabel/en');
  });
});
