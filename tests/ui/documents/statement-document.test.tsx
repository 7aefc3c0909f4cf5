import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { JsonValue } from '../../../src/core/model/json.ts';
import type { RecognitionStatement } from '../../../src/core/model/recognition-statement.ts';
import { statementJson } from '../../../src/core/recognition/statement-json.ts';
import { en } from '../../../src/ui/languages/en.ts';
import { statement as words } from '../../../src/ui/languages/en/statement.ts';
import { toDisplayText } from '../../../src/core/model/display-text.ts';
import { testNow } from '../../support/examining.ts';
import { english } from '../english.ts';
import { runningHeads } from '../../../src/ui/documents/running-heads.ts';
import { isPlain } from '../../../src/core/model/verdict.ts';
import { headlineWords } from '../../../src/ui/documents/statement-words.ts';
import { annexFiles, drawn, examineFile, loadLabels, read, statementOf } from './statement-rig.tsx';

const altered = 'json-credential/open-badges-3--ecdsa-jcs-2019-altered.json';
const sections = ['1 Holder and purpose', '2 Credential', '3 Assessment', '4 Participation', '5 Quality assurance', '6 Stacking and more information', '7 The five elements of the Lisbon Recognition Convention', '8 What evaluators ask of micro-credentials', '9 What is stated and what is not', '10 What was checked', '11 The original file'];
const annex: ExaminedCredential[] = [];

beforeAll(async () => {
  await loadLabels('en');
  for (const file of annexFiles) annex.push(...(await examineFile(file)));
});

const one = (at: number): ExaminedCredential => annex[at] as ExaminedCredential;
const lineOf = (html: string): string => read(html).replaceAll('\n', ' ').replace(/ +/g, ' ');
const headings = (html: string): readonly (readonly [number, string])[] =>
  [...html.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/g)].map(([, level, text]) => [Number(level), read(text ?? '').trim()] as const);

describe('the page of a credential', () => {
  it.each([0, 1, 2])('has every part, in the order of the form, for each format (%i)', (at) => {
    const html = drawn(statementOf([one(at)], { purpose: 'Admission to the BSc' }));
    const [first, ...rest] = headings(html);
    expect(first).toEqual([1, 'Sensors for Clean Air']);
    expect(rest).toEqual(sections.map((title) => [2, title]));
    const text = lineOf(html);
    expect(text).toContain('Prepared by the holder’s wallet from the issuer’s signed data. Not a recognition decision.');
    for (const part of ['Mira', 'Admission to the BSc', 'Brightwater University (sample)', 'Ireland', '14 June 2026', 'Choose a sensor', '2.5 ECTS credits', 'Level 5 of the European Qualifications Framework (EQF)', 'Portfolio', 'Online', '11 of 11 mandatory elements stated', 'Run by the holder’s wallet. Repeat them.', 'The signature fits the file.', 'Not done', one(at).id, 'sha256sum FILE']) {
      expect(text, part).toContain(part);
    }
    for (const row of ['Quality', 'Level', 'Workload', 'Profile', 'Learning outcomes', 'Verification', 'Testing', 'Identification of the participant']) expect(html).toContain(`>${row}</th>`);
  });

  it('says of a key beside a signature that does not fit only whose key it is, and never that the signature fits', async () => {
    const altered = read(drawn(statementOf(await examineFile('json-credential/open-badges-3--ecdsa-jcs-2019-altered.json'))));
    expect(altered).toContain('The file does not match its signature.');
    expect(altered).toContain('The key it names is the issuer’s.');
    expect(altered).not.toContain('The signature fits');
  });

  it('writes the moments of a seal as dates', async () => {
    const sealed = read(drawn(statementOf(await examineFile('jws-json/european-learning-model--annex-one.json'))));
    const line = sealed.replaceAll('\n', ' ').replace(/ +/g, ' ');
    expect(line).toMatch(/Nothing proves it\. 14 June 2026, 12:00 UTC ?\. Certificate: \d+ \w+ \d{4} – \d+ \w+ \d{4}\./);
    expect(line).toContain('It calls itself a qualified certificate.');
    expect(line).not.toMatch(/notBefore|sealedAt|qualified: true|device: /);
    expect(sealed).not.toMatch(/: \d{12,}/);
  });

  it('names the numbers of an organisation in words, and tells once what stands in a row of its own', () => {
    const text = lineOf(drawn(statementOf([one(0)])));
    expect(text).toContain('eIDAS number: NTRIE-10020030');
    expect(text).not.toMatch(/(registration|vatIdentifier|eIDASIdentifier): /);
    const more = text.slice(text.indexOf('6.2 More information'), text.indexOf('7 The five'));
    expect(text).toMatch(/4\.2 Language English \( ?en ?\)/);
    expect(more).not.toMatch(/English|Natural sciences/);
  });

  it('breaks codes after what parts them or before a capital, and never a written date', () => {
    const html = drawn(statementOf([one(1)]));
    expect(html).toContain('/<wbr/>credential<wbr/>Subject/<wbr/>achievement/<wbr/>');
    expect(html).toContain('<span class="form-day">2026-06-14</span><wbr/>T12:00:00');
    expect(html).not.toMatch(/<wbr\/>\d\d-/);
  });

  it('needs no press and no wallet: nothing in it can be pressed, and every id is there once', () => {
    const html = drawn(statementOf(annex), ['en'], 2);
    expect(html).not.toMatch(/<(button|input|details|a|img|script|style)\b| on[a-z]+=/);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/ aria-labelledby="([^"]*)"/g)) expect(ids).toContain(id);
  });

  it('begins at the level it is given, and no level is left out', () => {
    for (const level of [1, 2, 3] as const) {
      const levels = headings(drawn(statementOf(annex), ['en'], level)).map(([at]) => at);
      expect(levels[0]).toBe(level);
      for (const [index, at] of levels.entries()) expect(at - (levels[index - 1] ?? at)).toBeLessThanOrEqual(1);
    }
  });

  it('shows of the holder what she chose and says what is left out', () => {
    expect(lineOf(drawn(statementOf([one(1)], { holder: 'none' })))).toContain('Not shown. The holder chose this.');
    expect(read(drawn(statementOf(annex, { holder: 'none' })))).not.toMatch(/Mira|Solberg/);
    expect(read(drawn(statementOf([one(1)])))).toMatch(/Mira/);
  });

  it('names first what is wrong, and treats the words of an altered one as untrusted', async () => {
    const text = lineOf(drawn(statementOf(await examineFile(altered))));
    expect(text).toContain('The signature does not fit. No word below is confirmed.');
    expect(text).not.toContain('issuer’s signed data');
    expect(text).not.toContain('Within its dates.');
    expect(text, 'nobody looked').not.toContain('Not found on the lists at hand.');
    expect(text).toContain('Register: It could not be judged.');
    expect(lineOf(drawn(statementOf(await examineFile('json-credential/open-badges-3--eddsa-rdfc-2022.json')))), 'here one looked').toContain('Register: Not found on the lists at hand.');
    expect(text).toContain('The file does not match its signature.');
    expect(text).toContain('Confirmed by no signature');
    expect(text).toContain('Failed: Signature or seal');
    expect(text).not.toContain('Signed by the issuer');
  });

  it('says on a cover no more of signatures than the pages under it', async () => {
    const [bad, unsealed, fine] = await Promise.all([altered, 'json-credential/european-learning-model--unsealed.json', 'json-credential/open-badges-3--eddsa-rdfc-2022.json'].map(examineFile));
    const leadOf = (...sets: readonly (readonly ExaminedCredential[] | undefined)[]): string | undefined => /Prepared by the holder’s wallet[^]*?Not a recognition decision\./.exec(lineOf(drawn(statementOf(sets.flatMap((set) => set ?? [])))))?.[0];
    expect(leadOf(fine, [one(1)])).toContain('from the issuer’s signed data');
    expect(leadOf(fine, bad)).toContain('Not all of it is confirmed by a signature.');
    expect(leadOf(bad, unsealed)).toContain('Confirmed by no signature.');
  });

  it.each(['json-credential/european-learning-model--unsealed.json', altered, 'json-credential/open-badges-3--eddsa-rdfc-2022.json'])('never says that whom a file names has signed it (%s)', async (file) => {
    const text = lineOf(drawn(statementOf(await examineFile(file))));
    expect(text).toContain('2.3 Named as issuer');
    expect(text).not.toMatch(/(Signed|Sealed|sealed) by(?! the issuer)/);
  });

  it('hides nothing behind what stands first: an end that has passed, and who signed not known', async () => {
    const text = lineOf(drawn(statementOf(await examineFile('json-credential/open-badges-3--ecdsa-jcs-2019-expired.json'))));
    expect(text).toContain('Look at this first: Its date has passed. Failed: Dates. Not checked: Who signed');
  });

  it('says on the head of each printed sheet what is wrong, and nothing where nothing is', async () => {
    const headsOf = (items: readonly ExaminedCredential[]): string => runningHeads(statementOf(items), 'Recognition statement', ['en'], (headline) => (isPlain(headline) ? undefined : english(headlineWords(headline) as 'verdict.altered')));
    expect(headsOf(await examineFile(altered))).toContain('Recognition statement · The signature does not fit');
    const listed = { ...one(0), headline: 'valid', axes: { ...one(0).axes, issuer: 'listed' } } as const;
    expect(headsOf([listed])).toMatch(/content: "Recognition statement · Mira Solberg · /);
  });

  it('has no verdict mark, no score and no share of anything', () => {
    const html = drawn(statementOf(annex));
    expect(html).not.toMatch(/<svg|class="(chip|band)|data-tone|style=/);
    expect(read(html)).not.toMatch(/%|\bValid\b(?! until)|score/i);
  });
});

/** What the page says for a reason: its own sentence, or that of the technical layer. */
function reasonWords(reason: string): string | undefined {
  const all: Readonly<Record<string, string>> = en;
  return all[`statement.reason.${reason}`] ?? all[`technical.is.${reason}`];
}

describe('the words', () => {
  it('never decide for the reader', () => {
    const said = Object.values(words).join('\n').replaceAll('Recognition statement', '').replaceAll('recognition statement', '').replaceAll('Lisbon Recognition Convention', '').replaceAll('Not a recognition decision', '').replaceAll('not a recognition decision', '').replaceAll('recognition office', '');
    expect(said).not.toMatch(/\b(recogni[sz]ed|recognition|equivalent|accepted|trusted|approved|fake|verified|blockchain|seamless|journey|trustless)\b/i);
  });

  it('say something for each reason of a check that a credential can have', () => {
    const union = /export type ReasonCode =([\s\S]*?)\/\/ share/.exec(readFileSync('src/core/model/check-result.ts', 'utf8'))?.[1] ?? '';
    const codes = [...union.matchAll(/\| '([a-z-]+)'/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((code) => reasonWords(String(code)) === undefined)).toEqual([]);
  });
});

describe('long and foreign content', () => {
  const withText = (seen: ExaminedCredential, id: string, texts: readonly { readonly text: string; readonly language?: string }[]): ExaminedCredential => ({
    ...seen,
    elements: seen.elements.map((reading) =>
      reading.id === id ? { ...reading, state: 'stated', values: texts.map((text, at) => ({ text: [text], path: `/credentialSubject/outcomes/${String(at)}/title`, raw: text.text, is: { kind: 'text' } })) } : reading,
    ),
  });

  it('tells 200 outcomes whole, each of them, and where they stand in one line', () => {
    const outcomes = Array.from({ length: 200 }, (_, at) => ({ text: `Outcome ${String(at)}: ${'long words of what was learned '.repeat(15)}end ${String(at)}.`, language: 'en' }));
    const html = drawn(statementOf([withText(one(1), 'M6', outcomes)]));
    const text = lineOf(html);
    for (const { text: outcome } of outcomes) expect(text).toContain(outcome.trim());
    expect(text).toContain('/credentialSubject/outcomes/0–199/title');
    expect(text).toContain('200 entries');
    expect(text).not.toContain('…');
  });

  it('marks the language and direction of what issuers wrote', () => {
    const html = drawn(statementOf([withText(withText(one(1), 'M2', [{ text: 'أجهزة استشعار', language: 'ar' }]), 'M6', [{ text: 'Επιλέγει αισθητήρα', language: 'el' }])]), ['en', 'ar', 'el']);
    expect(html).toContain('<bdi dir="rtl" lang="ar">أجهزة استشعار</bdi>');
    expect(html).toContain('<bdi dir="ltr" lang="el">Επιλέγει αισθητήρα</bdi>');
  });

  it('keeps markup and turning characters of strangers as harmless text', () => {
    const html = drawn(statementOf([withText(one(1), 'M2', [{ text: '</style><img src=x onerror=alert(1)> \u202Egnp.exe [x](javascript:alert(1))' }])], { purpose: '<b>me</b>\u202E' }));
    expect(html).not.toMatch(/<img|<b>me/);
    expect(html).not.toContain('\u202E');
    expect(lineOf(html)).toContain('<img src=x onerror=alert(1)>');
  });
});

/** Codes whose words stand on the page, and shapes of the JSON itself. */
const toldInWords: ReadonlySet<string> = new Set(['type', 'version', 'state', 'source', 'form', 'kind', 'shown', 'class', 'headline', 'relation', 'basis', 'covers', 'why', 'about', 'format', 'packing', 'status', 'reason', 'id', 'signature', 'list', 'code', 'language', 'detail', 'system', 'of', 'mandatory', 'anchored', 'waysToCheck', 'notes', 'because', 'gaps', 'optional', 'decidedBy', 'by', 'hashed', 'sensitive', 'partial', 'stackable', 'excused', 'stated', 'withheld', 'scheme', 'framework', 'number']);

/** Every text and number of the JSON with the name that it stands under. */
function leaves(value: JsonValue, under: string, found: [string, string | number][] = []): [string, string | number][] {
  if (under === 'facts') return found; // in words by the page, where an office needs them
  if (Array.isArray(value)) for (const item of value as readonly JsonValue[]) leaves(item, under, found);
  else if (typeof value === 'object' && value !== null) for (const [name, item] of Object.entries(value)) leaves(item, name, found);
  else if (typeof value === 'string' || typeof value === 'number') found.push([under, value]);
  return found;
}

describe('page and JSON', () => {
  const list = { kind: 'lote', title: 'List of sample universities', operator: 'Sample council', edition: '7', digest: 'ab'.repeat(32), signature: 'signed-by-pinned', issuedAt: testNow, nextUpdate: testNow } as const;
  const build = (items: readonly ExaminedCredential[]): RecognitionStatement => statementOf(items, { purpose: 'Admission to the BSc', lists: [list] });

  it('say the same: every value of the JSON stands on the page', async () => {
    const made = build([...annex, ...(await examineFile(altered))]);
    const html = drawn(made);
    const text = lineOf(html);
    const day = (iso: string): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(iso.slice(0, 10)));
    const isThere = (name: string, value: string | number): boolean => {
      if (name === 'amount') return text.includes(`${String(value)} `);
      if (name === 'level') return text.includes(`evel ${String(value)}`) || text.includes(String(value));
      const written = toDisplayText(String(value), 20_000).replace(/\s+/g, ' ');
      // A whole structure as it is written: what is told of it is among the texts.
      if (name === 'raw' && /^[{[]/.test(written)) return true;
      if (/^\d{4}-\d{2}-\d{2}/.test(written)) return text.includes(written) || text.includes(day(written));
      if (name === 'path') return written === '' || text.includes(written) || isInRange(text, written);
      return text.includes(written) || (typeof value === 'number' && text.includes(value.toLocaleString('en-GB')));
    };
    const told = leaves(statementJson(made), '').filter(([name]) => !toldInWords.has(name));
    const missing = told.filter(([name, value]) => !isThere(name, value)).map(([name, value]) => `${name}: ${String(value)}`);
    expect(told.length).toBeGreaterThan(500);
    expect([isThere('text', 'never written'), isThere('path', '/credentialSubject/nowhere/3'), isThere('sha256', '0'.repeat(64))]).toEqual([false, false, false]);
    expect([...new Set(missing)]).toEqual([]);
  });

  it('say every state, check and remark in words', async () => {
    const made = build(annex);
    const text = lineOf(drawn(made));
    for (const { checks, notes, original, notDone, lisbon } of made.credentials) {
      for (const { reason } of checks) if (reason !== 'step-not-done') expect(text).toContain(reasonWords(reason));
      for (const note of notes) expect(text).toContain(english(`statement.note.${note}` as 'statement.note.parts-hidden'));
      for (const way of original.waysToCheck) expect(text).toContain(english(`statement.way.${way}`));
      for (const { why } of notDone) expect(text).toContain(english(`statement.undone.${why}`));
      for (const { facts } of lisbon) for (const { state } of facts) expect(text).toContain(english(`statement.state.${state}`));
    }
  });

  it('a set has a cover with what is in it, what to look at first, sums and the fixed sentence', async () => {
    const made = build([...annex, ...(await examineFile(altered))]);
    const html = drawn(made);
    const cover = lineOf(html.slice(0, html.indexOf('</article>')));
    expect(headings(html)[0]).toEqual([1, 'Recognition statement']);
    expect(cover).toContain('11 of 11');
    expect(cover).toContain('The signature does not fit');
    expect(cover).toContain('No. 2 and 3: the same as no. 1.');
    expect(cover).toContain('2.5 ECTS credits at level 5 of the EQF');
    expect(cover).toContain('Whether these can be combined is decided by the organisation you send them to.');
    expect(html.match(/<article/g)).toHaveLength(5);
  });
});

/** A path that the page tells as one of a row of places: `/a/0–5/title` tells `/a/3/title`. */
function isInRange(text: string, path: string): boolean {
  const parts = path.split('/');
  return parts.some((part, at) => {
    if (!/^\d+$/.test(part)) return false;
    const escape = (one: string): string => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = new RegExp(parts.map((one, index) => (index === at ? '(\\d+)–(\\d+)' : escape(one))).join('/'), 'g');
    return [...text.matchAll(pattern)].some(([, from, to]) => Number(from) <= Number(part) && Number(part) <= Number(to));
  });
}
