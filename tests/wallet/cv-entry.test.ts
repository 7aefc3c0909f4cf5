import { describe, expect, it } from 'vitest';
import type { Credential, Party } from '../../src/core/model/credential.ts';
import { cvFactsOf, profileAddress, toJsonResume } from '../../src/wallet/cv-entry.ts';
import type { CvEntry } from '../../src/wallet/cv-entry.ts';
import { exampleCredential } from '../support/example-credentials.ts';
import { inLanguage, shortElements } from '../support/example-elements.ts';

const stated = (value: string) => ({ value, path: '/x', raw: value });
const date = (text: string) => ({ value: { text }, path: '/x', raw: text });
const base = exampleCredential({ id: 'e1', elements: shortElements(inLanguage('First aid'), inLanguage('Red Cross'), '2026-01-02T00:00:00Z') });
const italian: Party = { identifiers: [], parents: [], places: [{ country: stated('IT') }] };

function factsOf(changes: Partial<Credential>, elements = base.elements) {
  const { issued: _issued, ...rest } = base.credential;
  return cvFactsOf({ credential: { ...rest, ...changes }, elements });
}

describe('what a CV says of a credential', () => {
  it('has the day that is meant: midnight in a stated country, written in UTC', () => {
    expect(factsOf({ issued: date('2022-12-31T23:00:00Z'), issuer: italian }).dates).toEqual(['2023-01-01']);
    expect(factsOf({ issued: date('2022-06-30T22:00:00Z'), issuer: italian, validUntil: date('2025-06-29T22:00:00Z') })).toMatchObject({ dates: ['2022-07-01'], until: '2025-06-30' });
    expect(factsOf({ issued: date('2022-12-31T23:00:00Z') }).dates).toEqual(['2022-12-31']);
  });

  it('offers two dates where the credential gives two, the award first, and one where they are the same day', () => {
    expect(factsOf({ awarded: date('2026-06-10'), issued: date('2026-09-27') }).dates).toEqual(['2026-06-10', '2026-09-27']);
    expect(factsOf({ awarded: date('2026-06-10'), validFrom: date('2026-06-10T08:00:00Z') }).dates).toEqual(['2026-06-10']);
    expect(factsOf({}).dates).toEqual([]);
    expect(factsOf({ issued: date('2024-05') }).dates).toEqual(['2024-05']);
    expect(factsOf({ issued: date('last summer') }).dates).toEqual([]);
  });

  it('names every body in its order, each once, and no number of any', () => {
    const named = (text: string) => ({ text: inLanguage(text), path: '/x', raw: text, is: { kind: 'text' as const } });
    const number = { ...named('FI123'), is: { kind: 'identifier' as const, scheme: 'vat', hashed: false, sensitive: false } };
    const elements = [{ id: 'M4' as const, mandatory: true, state: 'stated' as const, values: [named('Aalto'), number, named('Turku'), named('aalto ')] }];
    expect(factsOf({}, elements).organisations.map(([part]) => part?.text)).toEqual(['Aalto', 'Turku']);
  });

  it('calls a record of several achievements by its own name first', () => {
    const title = (text: string) => ({ text: inLanguage(text), path: '/x', raw: text, is: { kind: 'text' as const } });
    const elements = [{ id: 'M2' as const, mandatory: true, state: 'stated' as const, values: [title('One'), title('Two')] }];
    const names = (facts: ReturnType<typeof factsOf>) => facts.titles.map(([part]) => part?.text);
    expect(names(factsOf({ title: { value: inLanguage('Transcript'), path: '/name', raw: 'Transcript' } }, elements))).toEqual(['Transcript', 'One', 'Two']);
    expect(names(factsOf({ title: { value: inLanguage('Generic'), path: '/name', raw: 'Generic' } }, [{ ...elements[0]!, values: [title('One')] }]))).toEqual(['One']);
    expect(names(factsOf({}, []))).toEqual([]);
  });

  it('takes an id as a link only where it is an address', () => {
    expect(factsOf({ id: stated('https://b.example/1') })).toMatchObject({ addresses: ['https://b.example/1'] });
    expect(factsOf({ id: stated('https://b.example/1') })).not.toHaveProperty('identifier');
    expect(factsOf({ id: stated('urn:uuid:1') })).toMatchObject({ addresses: [], identifier: 'urn:uuid:1' });
  });

  it.each([
    ['badges@school.example', 'badges@school.example'],
    ['mailto:badges@school.example', 'badges@school.example'],
    ['badges@school.example?bcc=all@x.example', undefined],
    ['badges@school.example,other@x.example', undefined],
    ['Badges <badges@school.example>', undefined],
    ['badges%0A@school.example', undefined],
    [`${'a'.repeat(65)}@school.example`, undefined],
    ['badges@localhost', undefined],
  ])('takes %s as the address %s', (email, mail) => {
    expect(factsOf({ issuer: { ...italian, email: stated(email) } }).mail).toBe(mail);
  });

  it('writes to the awarding body before the issuer', () => {
    const body: Party = { ...italian, email: stated('body@x.example') };
    expect(factsOf({ issuer: { ...italian, email: stated('issuer@x.example') }, awardingBodies: [italian, body] }).mail).toBe('body@x.example');
  });
});

const entry: CvEntry = { title: 'First aid & care', organisation: 'Red Cross', date: '2026-06-07', until: '2028-11-30', address: 'https://b.example/1?a=b&c=d', identifier: 'urn:uuid:1' };
const bare: CvEntry = { title: '', organisation: '', date: '', until: '', address: '', identifier: '' };

describe('the filled-in address of a network', () => {
  it('carries title, organisation, months, link and id, and nothing else', () => {
    const { origin, pathname, searchParams } = new URL(profileAddress(entry));
    expect(`${origin}${pathname}`).toBe('https://www.linkedin.com/profile/add');
    expect(Object.fromEntries(searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME', name: 'First aid & care', organizationName: 'Red Cross', issueYear: '2026', issueMonth: '6', expirationYear: '2028', expirationMonth: '11',
      certUrl: 'https://b.example/1?a=b&c=d', certId: 'urn:uuid:1',
    });
  });

  it('leaves out what is not stated', () => {
    expect(profileAddress(bare)).toBe('https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME');
    expect(profileAddress({ ...bare, date: '2024' })).toMatch(/&issueYear=2024$/);
  });
});

/**
 * What JSON Resume 1.0.0 says of these parts (schema.json: draft-04, no further members at the root, further ones within an
 * entry): texts, `date` a full date, `url` and `$schema` addresses, dates of education a year, month or day.
 */
function breaksSchema(bytes: Uint8Array): readonly string[] {
  const resume = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  const known = ['$schema', 'basics', 'work', 'volunteer', 'education', 'awards', 'certificates', 'publications', 'skills', 'languages', 'interests', 'references', 'projects', 'meta'];
  const wrong = Object.keys(resume).filter((key) => !known.includes(key));
  const isAddress = (value: unknown): boolean => typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(value);
  const rules: Readonly<Record<string, (value: unknown) => boolean>> = {
    date: (value) => typeof value === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value),
    endDate: (value) => typeof value === 'string' && /^(?:[12]\d{3}-[01]\d-[0-3]\d|[12]\d{3}-[01]\d|[12]\d{3})$/.test(value),
    url: isAddress,
  };
  if (!isAddress(resume['$schema'])) wrong.push('$schema');
  for (const part of ['certificates', 'education']) {
    for (const item of (resume[part] ?? []) as readonly Record<string, unknown>[]) {
      for (const [key, value] of Object.entries(item)) if (!(rules[key] ?? ((text) => typeof text === 'string'))(value)) wrong.push(`${part}/${key}`);
    }
  }
  return wrong;
}

describe('an entry of JSON Resume', () => {
  const read = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

  it('is a certificate, and of a degree an entry under education', () => {
    expect(read(toJsonResume(entry, false))).toMatchObject({ certificates: [{ name: entry.title, issuer: 'Red Cross', date: '2026-06-07', url: entry.address }] });
    expect(read(toJsonResume(entry, true))).toMatchObject({ education: [{ institution: 'Red Cross', studyType: entry.title, endDate: '2026-06-07', url: entry.address }] });
    expect(read(toJsonResume(entry, true))).not.toHaveProperty('certificates');
  });

  it('keeps the rules of the schema, whatever is stated', () => {
    for (const isDegree of [true, false]) {
      for (const one of [entry, bare, { ...entry, date: '2024' }, { ...entry, date: '2024-05' }, { ...bare, title: '"\n\u2028</script>' }]) {
        expect(breaksSchema(toJsonResume(one, isDegree)), JSON.stringify(one)).toEqual([]);
      }
    }
    expect(breaksSchema(new TextEncoder().encode('{"$schema":"x y","certificates":[{"date":"2024","url":"none","name":1}],"more":1}'))).toEqual(['more', '$schema', 'certificates/date', 'certificates/url', 'certificates/name']);
  });

  it('holds nothing of the learner and no date that the schema would refuse', () => {
    expect(read(toJsonResume({ ...entry, date: '2024-05' }, false))).toMatchObject({ certificates: [{ name: entry.title }] });
    expect(JSON.stringify(read(toJsonResume({ ...entry, date: '2024-05' }, false)))).not.toContain('2024-05');
    expect(Object.keys(read(toJsonResume(entry, false)) as object)).toEqual(['$schema', 'certificates', 'meta']);
  });
});
