import { describe, expect, it } from 'vitest';
import type { ElementValue, EuElementId } from '../../../src/core/model/eu-elements.ts';
import { bodyValues } from '../../../src/core/model/eu-values.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { CredentialView } from '../../../src/ui/components/credential-view.tsx';
import { credentialPictures } from '../../../src/ui/components/credential/credential-pictures.ts';
import { DrawnPictures } from '../../../src/ui/components/credential/drawn-pictures.tsx';
import { drawnExample, hashedExample, bareExample, namesExample } from '../../support/example-pages.ts';
import { markup, textOf } from '../said.tsx';

const page = (examined: ExaminedCredential, mode: 'own' | 'check' = 'own'): string => markup(<CredentialView examined={examined} mode={mode} />);
const pictures = (examined: ExaminedCredential, prefer: readonly string[], shown?: string): string => markup(<DrawnPictures examined={examined} prefer={prefer} shown={shown} />);
const withIssuerList = (examined: ExaminedCredential): ExaminedCredential => ({ ...examined, axes: { ...examined.axes, issuer: 'listed' }, issuerMatch: { basis: 'listed', name: 'Bee Seal Office OÜ (list)' } });

describe('the head of a leaf', () => {
  it('names the learner in full where the credential writes given name and family name apart', () => {
    const name = (text: string, member: string) => ({ value: [{ text }], path: `/credentialSubject/${member}`, raw: text });
    const { credential } = drawnExample;
    const inTwo = { ...drawnExample, credential: { ...credential, holder: { ...credential.holder, names: [name('Mira', 'givenName'), name('Solberg', 'familyName')] } } };
    expect(textOf(page(inTwo))).toContain('Made out to Mira Solberg');
    // Names of two learners, or a second whole name, are not read as one.
    const several = { ...drawnExample, credential: { ...credential, holder: { ...credential.holder, names: [name('Mira', '0/givenName'), name('Solberg', '0/familyName'), name('Ana', '1/fullName'), name('Li', '1/familyName'), name('Fifth', '2/name')] } } };
    expect(textOf(page(several))).toContain('Made out to Mira Solberg · Ana · Li');
    expect(textOf(page(several))).not.toContain('Li · Fifth');
  });
});

describe('who sealed a credential', () => {
  it('stands apart from who awarded it, quoted as what its certificate says, on behalf of the other only with a mandate', () => {
    const text = textOf(page(drawnExample));
    expect(text).toContain('Named in its seal“Bee Seal Office OÜ”As its certificate says. No list here confirms it.On behalf of “University of the Karst”The credential states a mandate for this. We did not check it.');
  });

  it('only names the awarding body where no mandate is stated', () => {
    const { mandates: _none, ...credential } = drawnExample.credential;
    const text = textOf(page({ ...drawnExample, credential, steps: [] }));
    expect(text).toContain('Awarding body named: “University of the Karst”');
    expect(text).not.toContain('On behalf of');
    expect(text).not.toContain('mandate');
  });

  it('does not say "on behalf of" against the step of the seal, whatever evidence is enclosed', () => {
    const text = textOf(page({ ...drawnExample, steps: [{ id: 'on-behalf', state: 'unknown', reason: 'mandate-missing', facts: {} }] }));
    expect(text).not.toContain('On behalf of');
  });

  it('is a fact where a list names the key, or the path of the certificate leads to one', () => {
    expect(textOf(page(withIssuerList(drawnExample)))).toContain('Sealed byBee Seal Office OÜ (list)On behalf of');
    expect(textOf(page({ ...drawnExample, certificate: { organisation: 'Anchored Office', anchor: 'a1' } }))).toContain('Sealed byAnchored Office');
    // An anchor is worth nothing under a signature that was not checked.
    const unchecked = { ...drawnExample, axes: { ...drawnExample.axes, unchanged: 'could-not-check' as const }, certificate: { organisation: 'Anchored Office', anchor: 'a1' } };
    expect(textOf(page(unchecked))).toContain('“Anchored Office”');
  });

  it('is two lines even where both are one, and named as issuer only where nobody signed', () => {
    expect(textOf(page(hashedExample))).toContain('Awarding bodyAalto UniversitySigned byAalto University');
    expect(textOf(page({ ...hashedExample, axes: { ...hashedExample.axes, unchanged: 'unsigned', issuer: 'could-not-check' } }))).toContain('Named as issuer“Aalto University”As it says itself.');
    expect(textOf(page({ ...hashedExample, axes: { ...hashedExample.axes, unchanged: 'could-not-check', issuer: 'could-not-check' } }))).toContain('Named as issuer“Aalto University”As it says itself.');
  });
});

describe('days, levels, workload, grades', () => {
  const text = textOf(page(drawnExample));

  it('show the day that a midnight means, with what is written', () => {
    expect(text).toContain('Issued1 January 2023');
    expect(text).toContain('Date of issue1 January 2023The file says 31 December 2022, late in the evening (UTC). In Slovenia that is midnight.');
  });

  it('show the written day where no stated country has that midnight, and say that the zone is not stated', () => {
    expect(textOf(page(hashedExample))).toContain('Date of issue1 March 2025Time zone not stated. The day may be off by one.');
  });

  it('show European and national level side by side, the European one at a glance, and no conflict', () => {
    expect(text).toContain('Level6 of 8');
    expect(text).toContain('NQF: MECU Level 7Level 6Level 6 of 8 on the European scale. 8 is the highest.');
    expect(text).not.toContain('more than one value');
  });

  it('say at a glance that more than one is stated, where two values are in conflict', () => {
    const elements = drawnExample.elements.map((reading) => (reading.id === 'M7' ? { ...reading, state: 'conflict' as const } : reading));
    expect(textOf(page({ ...drawnExample, elements }))).toContain('WorkloadMore than one');
  });

  it('show months as they are written, attendance with its remark, a grade without a scale as such, the whole by its name', () => {
    expect(text).toContain('P60MThis is an unusual value.');
    expect(text).toContain('Attendance, no test of outcomes.');
    expect(text).toContain('For: Final inspection19The scale is not stated.');
    expect(text).toContain('Named by the issuer: Diploma in Apiculture');
  });

  it('show a concept that is on no list in the words of the issuer, with its address as text', () => {
    expect(text).toContain('Hive inspection under observationhttps://concepts.example/assessment/hive-inspection');
    expect(page(drawnExample)).not.toContain('href');
  });
});

describe('several languages', () => {
  it('mark what is there only in another than the one that is read', () => {
    expect(textOf(page(drawnExample))).toContain('Pripravi panj za zimo (Slovenian)');
    expect(textOf(page(drawnExample))).not.toContain('Tell a healthy colony from an ill one (');
  });

  it('mark nothing where there is only one', () => {
    const elements = namesExample.elements.filter(({ id }) => id !== 'M2');
    expect(textOf(page({ ...namesExample, elements }))).not.toContain('(Arabic)');
    expect(textOf(page(namesExample))).toContain('(Arabic)');
  });
});

describe('as the issuer drew it', () => {
  it('stands closed: nothing of it is drawn before it is opened', () => {
    const html = page(drawnExample);
    expect(textOf(html)).toContain('As the issuer drew it');
    expect(html).not.toContain('<img');
    expect(textOf(page(bareExample))).not.toContain('As the issuer drew it');
  });

  it('draws the pages in the language that is read, in their order, each with a description of use', () => {
    const english = pictures(drawnExample, ['en'], 'en');
    expect(english.match(/<img/g)).toHaveLength(2);
    expect(english).toContain('alt="The credential as the issuer drew it, page 1 of 2. The list above has what it says."');
    expect(textOf(english)).toContain('Page 2 of 2');
    const slovene = pictures(drawnExample, ['sl', 'en'], 'sl');
    expect(slovene.match(/<img/g)).toHaveLength(1);
    expect(textOf(pictures(drawnExample, ['de', 'sl'], 'de'))).toContain('Drawn in Slovenian.');
  });

  it('B45 names the website of a picture that is only an address, and loads nothing', () => {
    const html = pictures(hashedExample, ['en']);
    expect(html).not.toContain('<img');
    expect(textOf(html)).toContain('A picture is on another website. We do not load it:https://badges.example/pictures/bicycle-repair.png');
  });

  it('draws no picture of an altered credential, not even behind "Show anyway"', () => {
    const html = page({ ...drawnExample, headline: 'altered', axes: { ...drawnExample.axes, unchanged: 'no' } }, 'check');
    expect(textOf(html)).toContain('Show anyway');
    expect(textOf(html)).not.toContain('As the issuer drew it');
  });

  it('takes a picture whole from the claims, and the words of the issuer for its description, escaped', () => {
    const dot = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E';
    const examined = { ...hashedExample, packing: [], text: JSON.stringify({ image: { id: dot, caption: 'A wheel" onerror="alert(1)' } }), credential: { ...hashedExample.credential, image: { value: 'shortened…', path: '/image/id', raw: 'shortened…' } } };
    const html = pictures(examined, ['en']);
    expect(html).toContain('alt="A wheel&quot; onerror=&quot;alert(1)"');
    expect(html.match(/ onerror=/g)).toHaveLength(1);
    expect(credentialPictures(examined, ['en']).pictures).toMatchObject([{ judged: { drawn: true } }]);
  });

  it('are never described by their own bytes, nor by nothing', () => {
    const image = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
    const bare = { ...hashedExample, packing: [], text: JSON.stringify({ image }), credential: { ...hashedExample.credential, image: { value: 'shortened…', path: '/image', raw: 'shortened…' } } };
    const empty = { ...bare, text: JSON.stringify({ image: { id: image, caption: ' ' } }), credential: { ...bare.credential, image: { value: 'shortened…', path: '/image/id', raw: 'shortened…' } } };
    for (const examined of [bare, empty]) expect(pictures(examined, ['en'])).toMatch(/alt="Picture (?:from|without)/);
  });

  it('counts what is more than a page can bear', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ of: 'display' as const, path: `/pages/${String(index)}`, page: index + 1 }));
    const examined = { ...drawnExample, text: JSON.stringify({ pages: many.map(({ page: at }) => `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" id="a${String(at)}"/>`) }), credential: { ...drawnExample.credential, pictures: many } };
    const found = credentialPictures(examined, ['en']);
    expect(found.pictures).toHaveLength(12);
    expect(found.more).toBe(18);
  });
});

describe('words around what an issuer wrote', () => {
  const saying = (id: EuElementId, ...values: readonly ElementValue[]): ExaminedCredential => ({ ...drawnExample, elements: drawnExample.elements.map((reading) => (reading.id === id ? { ...reading, state: 'stated', values } : reading)) });

  it('call the numbers of an organisation by what they are, never by the names of fields', () => {
    const numbers = [['registration', '0000'], ['vatIdentifier', '654321'], ['taxIdentifier', '12'], ['eIDASIdentifier', '34'], ['Erasmus code', 'SI 01'], ['identifier', '77']].map(([kind = '', value = ''], at) => ({ value: { kind, value }, path: `/n/${String(at)}`, raw: value }));
    const [body, ...others] = drawnExample.credential.awardingBodies;
    if (body === undefined) throw new Error('the example names no body');
    const credential = { ...drawnExample.credential, awardingBodies: [{ ...body, identifiers: numbers }, ...others] };
    const text = textOf(page({ ...saying('M4', ...bodyValues({ ...body, identifiers: numbers })), credential }));
    expect(text).toContain('Registration number: 0000VAT number: 654321Tax number: 12eIDAS number: 34Erasmus code: SI 0177');
  });

  it('tell the work of one activity apart from that of the whole, and show the whole at a glance', () => {
    const hours = (amount: number, part?: true): ElementValue => ({ text: [], path: `/w/${String(amount)}`, raw: String(amount), is: { kind: 'workload', amount, system: 'hours', ...(part === undefined ? {} : { part }) } });
    const text = textOf(page(saying('M7', hours(45, true), hours(120))));
    expect(text).toContain('45 hoursOf one activity within it, not of the whole.120 hours');
    expect(text).toMatch(/Workload120 hours/);
  });

  it('never show a bare figure at a glance: without a unit that is said beside it, with one of the issuer it has that', () => {
    const work = (unit?: string): ElementValue => ({ text: [{ text: unit === undefined ? '36' : `36 ${unit}` }], path: '/w', raw: '36', is: { kind: 'workload', amount: 36, system: 'unknown', ...(unit === undefined ? {} : { unit }) } });
    expect(textOf(page(saying('M7', work())))).toContain('Workload36, unit not stated');
    expect(textOf(page(saying('M7', work('credit units'))))).not.toContain('unit not stated');
    expect(textOf(page(saying('M7', work('credit units'))))).toContain('Workload36 credit units');
  });

  it('are not ended by marks in the names of parts', () => {
    const html = page(saying('O4', { text: [], path: '/a', raw: '', is: { kind: 'association', relation: 'isPartOf', source: 'A” is a part of “MSc', target: 'B' } }));
    expect(textOf(html).replace(/[\u2068\u2069]/g, '')).toContain('“A’ is a part of ’MSc” is a part of “B”.');
  });

  it('isolate who accredited it, with the language of those words', () => {
    expect(page(saying('M11', { text: [{ text: 'هيئة', language: 'ar' }], path: '/a', raw: 'هيئة', is: { kind: 'accreditation', detail: 'agent' } }))).toContain('Accredited by: <bdi dir="rtl" lang="ar">هيئة</bdi>');
  });
});

describe('a learner who is named by a scrambled address only', () => {
  it('is asked on her own page, and nowhere else', () => {
    expect(textOf(page(hashedExample))).toContain('The credential does not name the learner.E-mail. Scrambled by the issuer. It can be compared, but not read.Is this yours?');
    expect(textOf(page(hashedExample, 'check'))).not.toContain('Is this yours?');
    expect(textOf(page(drawnExample))).not.toContain('Is this yours?');
  });
});

describe('names and nothing at all', () => {
  it('a name of 300 characters in three alphabets stands whole among the elements', () => {
    expect(textOf(page(namesExample))).toContain('Ελένη');
    expect(textOf(page(namesExample))).toContain('Maria-Magdalena von und zu Ende');
  });

  it('a credential that states nothing says so, element by element', () => {
    const text = textOf(page(bareExample));
    expect(text).toContain('0 of 11 mandatory elements stated.');
    expect(text).not.toMatch(/undefined|null|NaN|“”/);
  });
});
