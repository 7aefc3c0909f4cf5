import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import type { HolderShown, RecognitionStatement, StatementOrder } from '../../../src/core/model/recognition-statement.ts';
import type { TrustListMeta } from '../../../src/core/model/trust.ts';
import { withParts } from '../../../src/core/recognition/countable.ts';
import { createStatement } from '../../../src/core/recognition/create-statement.ts';
import { makeStatement } from '../../../src/core/recognition/make-statement.ts';
import { statementJson } from '../../../src/core/recognition/statement-json.ts';
import { examineBytes, testNow } from '../../support/examining.ts';
import { examined, said, words } from '../../support/recognition.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/credentials');
const shared = join(import.meta.dirname, '../../../../shared/fixtures/public');
const annex = join(shared, 'european-commission-empl__European-Learning-Model/Credentials_JSON-LD_Examples_ELM_v3_Sample-MC-Annex1-signed.jsonld');

const listMeta: TrustListMeta = { kind: 'lote', title: 'List of sample universities', edition: '7', digest: 'ab'.repeat(32), signature: 'signed-by-pinned', issuedAt: testNow };
const order: StatementOrder = { now: testNow, wallet: { name: 'Mecum', version: '0.1.0' }, holder: 'name', lists: [] };

async function readAll(path: string): Promise<readonly ExaminedCredential[]> {
  return credentialsIn(await examineBytes(new Uint8Array(readFileSync(path)), { now: testNow }));
}

async function statementOf(file: string, changes: Partial<StatementOrder> = {}): Promise<RecognitionStatement> {
  return createStatement(await readAll(join(fixtures, file)), { ...order, ...changes });
}

const only = (statement: RecognitionStatement): RecognitionStatement['credentials'][number] => {
  const [one] = statement.credentials;
  if (one === undefined || statement.credentials.length > 1) throw new Error('not one credential');
  return one;
};

const sealed = 'jws-json/european-learning-model--sealed.json';
const badge = 'json-credential/open-badges-3--eddsa-rdfc-2022.json';

describe('a statement of one credential', () => {
  test('carries the twelve parts, each check with its code of the European lists and the hash of the original', async () => {
    const statement = await statementOf(sealed, { purpose: 'Admission to the BSc' });
    const one = only(statement);
    expect([statement.type, statement.purpose, statement.wallet.version, statement.generated]).toEqual(['RecognitionStatement', 'Admission to the BSc', '0.1.0', testNow]);
    expect(statement.notes).toEqual(expect.arrayContaining(['not-a-recognition-decision', 'prepared-by-the-holders-wallet', 'repeat-the-checks', 'receiving-organisation-decides']));
    expect(statement.cover).toBeUndefined();
    const bytes = readFileSync(join(fixtures, sealed));
    expect(one.original).toMatchObject({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, format: 'jws-json', waysToCheck: ['compare-hash', 'european-viewer', 'token-verifier'] });
    expect(one.elements.map(({ id }) => id)).toEqual(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'O1', 'O2', 'O3', 'O4', 'O5']);
    expect(one.lisbon.map(({ id }) => id)).toEqual(['quality', 'level', 'workload', 'profile', 'learning-outcomes']);
    expect(one.questions.map(({ id }) => id)).toEqual(['quality-assurance', 'verification', 'level', 'learning-outcomes', 'workload', 'testing', 'identification']);
    expect(one.checks.find(({ id }) => id === 'proof')).toMatchObject({ state: 'passed', verification: 'f9c2016fe9', status: '9895008394' });
    expect(one.checks.find(({ id }) => id === 'time-stamp')).toMatchObject({ state: 'unknown', verification: 'c_50990fe3', status: '641f0c5e5d' });
    expect(one.notDone.map(({ id }) => id)).toEqual(expect.arrayContaining(['time-stamp', 'anchor-status', 'format', 'owner']));
    expect(one.completeness.stated + one.completeness.excused + one.completeness.gaps.length).toBe(11);
  });

  test('every value of the statement stands in the original at its path, or is told to be of a register', async () => {
    for (const file of [sealed, badge]) {
      const [seen] = await readAll(join(fixtures, file));
      if (seen === undefined) throw new Error('no credential');
      const known = new Set(seen.elements.flatMap(({ values }) => values.map(({ path, raw }) => `${path} ${raw}`)));
      const values = only(createStatement([seen], order)).lisbon.flatMap(({ facts }) => facts.filter(({ about }) => /^[MO]/.test(about)).flatMap((fact) => fact.values));
      expect(values.length).toBeGreaterThan(3);
      for (const { path, raw } of values) expect(known.has(`${path} ${raw}`), path).toBe(true);
    }
  });

  test('the same examination and order give the same statement, and a credential given twice stands in it once', async () => {
    const items = await readAll(join(fixtures, badge));
    expect(createStatement(items, order)).toEqual(createStatement(items, order));
    expect(createStatement([...items, ...items], order)).toEqual(createStatement(items, order));
  });

  test('empty lists of achievements, and no credential at all, give a statement that says so', () => {
    const bare = only(createStatement([examined({ name: 'x', achievements: [], more: { elements: [] } })], order));
    expect([bare.elements, bare.completeness, bare.core.field]).toEqual([[], { stated: 0, excused: 0, gaps: [] }, []]);
    expect(createStatement([], order).credentials).toEqual([]);
  });
});

describe('whose word it is', () => {
  const sourceOf = (seen: ExaminedCredential): unknown => [...new Set(only(createStatement([seen], order)).elements.flatMap(({ values }) => values.map(({ source }) => source)))];
  const made = (axes: Partial<ExaminedCredential['axes']>, more: Partial<ExaminedCredential> = {}): ExaminedCredential => examined({ name: 'x', achievements: [{}], axes, more });

  test('signed by the issuer only where a list of others, or a domain, names who signed', () => {
    expect(sourceOf(made({ issuer: 'listed' }))).toEqual(['signed-by-issuer']);
    expect(sourceOf(made({ issuer: 'vouched-by-domain' }))).toEqual(['signed-by-issuer']);
    for (const issuer of ['unknown', 'could-not-check', 'own-list'] as const) expect(sourceOf(made({ issuer })), issuer).toEqual(['signed-issuer-unknown']);
    for (const unchanged of ['no', 'unsigned', 'could-not-check'] as const) expect(sourceOf(made({ unchanged, issuer: 'listed' })), unchanged).toEqual(['not-verified']);
    expect(sourceOf(made({ issuer: 'listed' }, { headline: 'sample' }))).toEqual(['not-verified']);
  });

  test('an issuer on the learner’s own list is unknown to a receiver: no headline, check or register says otherwise', () => {
    const check = { id: 'issuer', state: 'passed', reason: 'on-own-list', facts: {}, basis: 'offline', at: testNow } as const;
    const seen = made({ issuer: 'own-list', status: 'in-force' }, { checks: [check], issuerMatch: { basis: 'own-list', name: 'My school', since: testNow } });
    expect(seen.headline).toBe('valid');
    const one = only(createStatement([seen], order));
    expect([one.headline, one.class]).toEqual(['unknown-issuer', 'unconfirmed']);
    expect(one.checks[0]).toMatchObject({ id: 'issuer', state: 'unknown', reason: 'on-own-list', status: '641f0c5e5d' });
    expect(JSON.stringify(one)).not.toContain('My school');
  });

  test('a list that names the issuer stands with edition and hash in the check and in the grid', () => {
    const check = { id: 'issuer', state: 'passed', reason: 'listed', facts: {}, basis: 'offline', at: testNow } as const;
    const seen = made({ issuer: 'listed' }, { checks: [check], issuerMatch: { basis: 'listed', name: 'Brightwater University', listMeta } });
    const one = only(createStatement([seen], { ...order, lists: [listMeta] }));
    expect(one.checks[0]).toMatchObject({ state: 'passed', list: { edition: '7', digest: listMeta.digest } });
    expect(one.lisbon[0]?.facts.find(({ about }) => about === 'register')).toMatchObject({ state: 'stated', list: listMeta, values: [{ raw: 'Brightwater University', source: 'in-register' }] });
    expect(one.elements.find(({ id }) => id === 'M11')?.state, 'a register is no quality assurance').toBe(seen.elements.find(({ id }) => id === 'M11')?.state);
    const altered = only(createStatement([{ ...seen, axes: { ...seen.axes, unchanged: 'no' } }], order));
    expect(altered.lisbon[0]?.facts.find(({ about }) => about === 'register')).toMatchObject({ state: 'not-stated', values: [] });
  });

  test('not found in the lists at hand is a result; without a list it is a step not done', () => {
    const seen = made({}, { checks: [{ id: 'issuer', state: 'unknown', reason: 'on-no-list', facts: {}, basis: 'offline', at: testNow }] });
    const undone = (lists: readonly TrustListMeta[]): readonly string[] => only(createStatement([seen], { ...order, lists })).notDone.map(({ id, why }) => `${id} ${why}`);
    expect(undone([])).toContain('issuer no-list-at-hand');
    expect(undone([listMeta]).filter((one) => one.startsWith('issuer'))).toEqual([]);
    expect(createStatement([seen], { ...order, lists: [listMeta] }).lists).toEqual([listMeta]);
  });

  test('what could not be told is skipped by the European code, never passed and never failed', () => {
    const states = ['passed', 'failed', 'unknown', 'not-applicable'] as const;
    const checks = states.map((state) => ({ id: 'status', state, reason: 'in-force', facts: {}, basis: 'cached', at: testNow }) as const);
    expect(only(createStatement([made({}, { checks })], order)).checks.slice(0, 4).map(({ status }) => status)).toEqual(['9895008394', '9d26eb9a37', '641f0c5e5d', '641f0c5e5d']);
  });
});

describe('a record', () => {
  test('is followed by the credentials inside it, each with its own verdict and hash, once each', async () => {
    const items = await readAll(join(fixtures, 'json-credential/clr-2--record-with-one-altered.json'));
    const { credentials, cover } = createStatement(items, order);
    const [record, ...inner] = credentials;
    expect(items).toHaveLength(1);
    expect(inner.length).toBeGreaterThan(1);
    expect(record?.insideOf).toBeUndefined();
    expect(inner.every(({ insideOf }) => insideOf === record?.original.sha256)).toBe(true);
    expect(inner.map(({ headline }) => headline)).toContain('altered');
    expect(record?.original.waysToCheck).toContain('compare-hash');
    for (const { original } of inner) expect(original.waysToCheck.filter((way) => way.startsWith('compare-hash')), 'nobody has a file of a part').toEqual(['compare-hash-of-record']);
    expect(cover?.items).toHaveLength(credentials.length);
    expect(createStatement(withParts(items), order)).toEqual(createStatement(items, order));
  });
});

describe('what an issuer may write', () => {
  test('an outcome list of 200 items is told whole, and markup stays the text that it is', () => {
    const hostile = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) \'";DROP';
    const values = Array.from({ length: 200 }, (_, at) => ({ text: [{ text: `${hostile} ${at}`, language: 'el' }], path: `/o/${at}`, raw: `${hostile} ${at}`, is: { kind: 'text' } as const }));
    const seen = examined({ name: 'x', achievements: [], more: { elements: [{ id: 'M6', mandatory: true, state: 'stated', values }] } });
    const one = only(createStatement([seen], order));
    expect(one.elements[0]?.values.map(({ text, path, raw }) => ({ text, path, raw }))).toEqual(values.map(({ text, path, raw }) => ({ text, path, raw })));
    expect(one.questions.find(({ id }) => id === 'learning-outcomes')?.facts[0]?.values).toHaveLength(200);
  });

  test('a level that the issuer says does not apply is counted apart; what is not shared is a gap', () => {
    const elements = [
      { id: 'M8', mandatory: true, state: 'not-applicable', values: [] },
      { id: 'M7', mandatory: true, state: 'not-shared', values: [] },
      { id: 'M2', mandatory: true, state: 'conflict', values: [] },
      { id: 'O1', mandatory: false, state: 'stated', values: [] },
      { id: 'O2', mandatory: false, state: 'not-shared', values: [] },
    ] as const;
    const one = only(createStatement([examined({ name: 'x', achievements: [], more: { elements } })], order));
    expect([one.completeness, one.optional]).toEqual([{ stated: 1, excused: 1, gaps: ['M7'] }, ['O1']]);
    expect(one.lisbon.find(({ id }) => id === 'level')?.facts).toEqual([{ about: 'M8', state: 'not-applicable', values: [] }]);
  });

  test('where an end or a status may be left out of what is shared, that could not be judged', () => {
    const seen = examined({ name: 'x', achievements: [], more: { checks: [{ id: 'status', state: 'unknown', reason: 'may-be-left-out', facts: {}, basis: 'offline', at: testNow }] } });
    expect(only(createStatement([seen], order)).notDone).toContainEqual({ id: 'status', why: 'could-not-judge' });
  });
});

describe('what the holder chose to show of herself', () => {
  const holder = { names: [words('Nia Sample')], identifiers: [] };
  const values = [
    { text: [{ text: 'Nia Sample' }], path: '/n', raw: 'Nia Sample', is: { kind: 'text' } as const },
    { text: [{ text: '1999-10-01T22:00:00Z' }], path: '/b', raw: '1999-10-01T22:00:00Z', is: { kind: 'identifier', scheme: 'dateOfBirth', hashed: false, sensitive: true } as const },
    { text: [{ text: '4711' }], path: '/i', raw: '4711', is: { kind: 'identifier', scheme: 'nationalIdentityNumber', hashed: false, sensitive: true } as const },
    { text: [{ text: 'nia@mail.example' }], path: '/e', raw: 'nia@mail.example', is: { kind: 'identifier', scheme: 'emailAddress', hashed: false, sensitive: false } as const },
  ];
  const seen = examined({
    name: 'x', achievements: [],
    credential: { holder, issuer: { name: words('University'), identifiers: [], parents: [], places: [{ country: said('IT') }] } },
    more: { elements: [{ id: 'M1', mandatory: true, state: 'stated', values }] },
  });
  const shown = (choice: HolderShown): string => JSON.stringify(statementJson(createStatement([seen], { ...order, holder: choice })));

  test('nothing, the name, or name and birth date; numbers and addresses never', () => {
    for (const choice of ['none', 'name', 'name-and-birth-date'] as const) {
      expect(shown(choice).includes('Nia Sample'), choice).toBe(choice !== 'none');
      expect(shown(choice).includes('1999-10'), choice).toBe(choice === 'name-and-birth-date');
      for (const secret of ['4711', 'nia@mail.example']) expect(shown(choice), choice).not.toContain(secret);
    }
    const bare = only(createStatement([seen], { ...order, holder: 'none' }));
    expect(bare.elements[0]).toEqual({ id: 'M1', mandatory: true, state: 'stated', values: [], withheld: 4 });
    expect(bare.notes).toContain('learner-withheld');
  });

  test('the name of the file goes with the name of the learner', () => {
    const file = { ...seen, fileName: 'Nia Sample.json' };
    expect(only(createStatement([file], order)).original.fileName).toBe('Nia Sample.json');
    expect(JSON.stringify(createStatement([file], { ...order, holder: 'none' }))).not.toContain('Nia Sample');
  });

  test('where an issuer’s own words still name a learner who wants nothing of herself told, she is told, and the paper is not', () => {
    const title = { id: 'M2', mandatory: true, state: 'stated', values: [{ text: [{ text: 'Course' }], path: '/t', raw: 'Course for NIA  Sample (2026)', is: { kind: 'text' } }] } as const;
    const named = { ...seen, elements: [...seen.elements, title] };
    const stillNamed = (item: ExaminedCredential, choice: HolderShown): unknown => makeStatement([item], { ...order, holder: choice }).stillNamed;
    expect([stillNamed(named, 'none'), stillNamed(seen, 'none'), stillNamed(named, 'name')]).toEqual([true, undefined, undefined]);
    const link = { ...title, values: [{ ...title.values[0], raw: 'https://university.example/?of=nia@mail.example' }] };
    const credential = { ...seen.credential, holder: { names: [], identifiers: [said({ kind: 'emailAddress', value: 'nia@mail.example', hashed: false, sensitive: false })] } };
    expect(stillNamed({ ...seen, credential, elements: [link] }, 'none')).toBe(true);
  });

  test.each([
    ['王芳', '授予王芳的证书', true],
    ['김민수', '김민수님의 수료증', true],
    ['สมชาย ใจดี', 'ใบรับรองของสมชาย ใจดี', true],
    ['王芳', '授予李娜的证书', false],
    ['Mira Solberg', 'For Solberg, Mira', true],
    ['Maria de la Cruz', 'CRUZ Maria de la: certificate', true],
    ['Mira Solberg', 'The mirage of Solbergen', false],
    ['An Na', 'Analysis of an anagram', false],
  ])('the owner is told where %s still stands in a title: “%s” (%s)', (name, title, isNamed) => {
    const bare = examined({ name: 'Air', achievements: [] });
    const learner = { names: [{ value: [{ text: name }], path: '/x', raw: name }], identifiers: [] };
    const told = { path: '/t', raw: title, text: [{ text: title }], is: { kind: 'text' } } as const;
    const named = { ...bare, credential: { ...bare.credential, holder: learner }, elements: [{ id: 'M2', mandatory: true, state: 'stated', values: [told] } as const] };
    expect(makeStatement([named], { ...order, holder: 'none' }).stillNamed === true).toBe(isNamed);
  });

  test('a birth date written in UTC stands with both days', () => {
    const { holder: told } = createStatement([seen], { ...order, holder: 'name-and-birth-date' });
    expect(told.birthDates.map(({ day }) => day)).toEqual([{ written: '1999-10-01', meant: '1999-10-02', basis: 'midnight', country: 'IT' }]);
  });

  test('learners of other names are remarked; a name in one or in two parts is the same', () => {
    const inParts = examined({ name: 'z', achievements: [], credential: { holder: { names: [words('Nia'), words('SAMPLE')], identifiers: [] } } });
    expect(createStatement([seen, inParts], order).notes).not.toContain('learner-names-differ');
    const other = examined({ name: 'y', achievements: [], credential: { holder: { names: [words('Otto Other')], identifiers: [] } } });
    expect(createStatement([seen, other], order).notes).toContain('learner-names-differ');
    expect(createStatement([seen, { ...other, credential: seen.credential }], order).notes).not.toContain('learner-names-differ');
  });
});

describe('remarks and the cover', () => {
  test('attendance, two bodies in two countries, and dates that mean another day are remarked', () => {
    const party = (name: string, country: string): ExaminedCredential['credential']['issuer'] => ({ name: words(name), identifiers: [], parents: [], places: [{ country: said(country) }] });
    const seen = examined({
      name: 'x', achievements: [],
      credential: { issuer: party('Sealer', 'FI'), awardingBodies: [party('One', 'FI'), party('Two', 'EE')] },
      more: {
        elements: [
          { id: 'M5', mandatory: true, state: 'stated', values: [{ text: [], path: '/d', raw: '', is: { kind: 'date', date: '2023-06-30T21:00:00Z' } }] },
          { id: 'M9', mandatory: true, state: 'stated', values: [{ text: [], path: '/a', raw: '', is: { kind: 'term', list: 'assessment', code: '7331eb4762' } }] },
        ],
      },
    });
    const one = only(createStatement([seen], order));
    expect(one.notes).toEqual(['attendance-no-test', 'several-awarding-bodies', 'several-countries', 'sealed-by-another-body', 'date-written-and-meant-differ']);
    expect(one.core.sealing.relation).toBe('other-body');
    expect(one.elements[0]?.values[0]?.day).toEqual({ written: '2023-06-30', meant: '2023-07-01', basis: 'midnight', country: 'FI' });
    const mandated = { ...seen, credential: { ...seen.credential, mandates: [said({ text: [] }, 'mandate')] } };
    expect(only(createStatement([mandated], order)).core.sealing.relation).toBe('on-behalf');
    const refused = { ...mandated, steps: [{ id: 'on-behalf', state: 'failed', reason: 'mandate-missing', facts: {} }] as const };
    expect(only(createStatement([refused], order)).core.sealing.relation, 'the step of the seal decides').toBe('other-body');
  });

  test('where no awarding body is named, nobody is told to be the same as it', () => {
    const { issuer } = examined({ name: 'x', achievements: [] }).credential;
    const relationOf = (credential: Partial<ExaminedCredential['credential']>): string => only(createStatement([examined({ name: 'x', achievements: [], credential })], order)).core.sealing.relation;
    const named = { ...issuer, name: words('Sealer') };
    expect(relationOf({ issuer: named, awardingBodies: [] }), 'the issuer awards where nothing else is said').toBe('same-body');
    expect(relationOf({ issuer: named, awardingBodies: [], issuerOnlySeals: true })).toBe('not-told');
    const { name: _, ...nameless } = { ...issuer, id: said('https://school.example') };
    expect(relationOf({ issuer: nameless, awardingBodies: [] })).toBe('not-told');
  });

  test('of an altered file neither dates nor status nor issuer pass: they may be what was changed', () => {
    const checks = [
      { id: 'proof', state: 'failed', reason: 'changed', facts: {}, basis: 'offline', at: testNow },
      { id: 'validity-period', state: 'passed', reason: 'within', facts: {}, basis: 'offline', at: testNow },
      { id: 'status', state: 'unknown', reason: 'not-asked', facts: {}, basis: 'offline', at: testNow },
    ] as const;
    const idsOf = (unchanged: 'yes' | 'no'): readonly string[] => only(createStatement([examined({ name: 'x', achievements: [], axes: { unchanged }, more: { checks } })], order)).checks.map(({ id }) => id);
    expect(idsOf('yes')).toContain('validity-period');
    expect(idsOf('no')).not.toContain('validity-period');
    expect(idsOf('no')).toEqual(expect.arrayContaining(['proof', 'status']));
  });

  test('whether an accreditation covers it is the wallet’s comparison, and no word of the issuer', () => {
    const remark = (covers: 'covers' | 'does-not-cover') => ({ text: [], path: '/accreditation', raw: 'urn:a', is: { kind: 'coverage', covers, because: [] } }) as const;
    const elements = [{ id: 'M11', mandatory: true, state: 'stated', values: [{ text: [{ text: 'Review' }], path: '/t', raw: 'Review', is: { kind: 'text' } }, remark('covers')] }] as const;
    const sourcesOf = (unchanged: 'yes' | 'unsigned'): readonly string[] =>
      only(createStatement([examined({ name: 'x', achievements: [], axes: { issuer: 'listed', unchanged }, more: { elements } })], order)).elements[0]?.values.map(({ source }) => source) ?? [];
    expect(sourcesOf('yes')).toEqual(['signed-by-issuer', 'compared-here']);
    expect(sourcesOf('unsigned')).toEqual(['not-verified', 'not-verified']);
  });

  test('a certificate of an altered file leads to no authority', () => {
    const certificate = { path: [], organisation: 'Sealer', anchor: 'ab'.repeat(32) };
    const anchored = (unchanged: 'yes' | 'no'): unknown => only(createStatement([examined({ name: 'x', achievements: [], axes: { unchanged }, more: { certificate } })], order)).core.sealing.certificate?.anchored;
    expect([anchored('yes'), anchored('no')]).toEqual([true, false]);
  });

  test('a set has a cover that names whatever is not plain, and the stacking facts', () => {
    const good = examined({ name: 'good', achievements: [], axes: { issuer: 'listed' } });
    const expired = examined({ name: 'expired', achievements: [], axes: { issuer: 'listed', time: 'over' } });
    const cancelled = examined({ name: 'cancelled', achievements: [], axes: { issuer: 'listed', status: 'cancelled' } });
    const unsigned = examined({ name: 'unsigned', achievements: [], axes: { unchanged: 'unsigned' } });
    const { cover } = createStatement([good, expired, cancelled, unsigned], order);
    expect(cover?.items.map(({ sha256 }) => sha256)).toEqual(['good', 'expired', 'cancelled', 'unsigned']);
    expect(cover?.attention).toEqual([{ sha256: 'expired', headline: 'expired' }, { sha256: 'cancelled', headline: 'revoked' }, { sha256: 'unsigned', headline: 'unsigned' }]);
    expect(cover?.stacking.decidedBy).toBe('receiving-organisation');
  });

  test('the holder’s purpose is her own words, safe to show and no longer than a page holds', () => {
    const { purpose } = createStatement([], { ...order, purpose: `\u202E<b>x</b>${'y'.repeat(5_000)}` });
    expect(purpose?.startsWith('<b>x</b>y')).toBe(true);
    expect(purpose?.length).toBeLessThanOrEqual(1_000);
    expect('purpose' in createStatement([], { ...order, purpose: '  ' })).toBe(false);
  });
});

describe('the statement as JSON', () => {
  test('has the shape that the guide gives, and the addresses of the European lists', async () => {
    const json = statementJson(await statementOf(sealed)) as unknown as {
      readonly type: string;
      readonly generated: string;
      readonly credentials: readonly [{ readonly original: object; readonly elements: Record<string, object>; readonly lisbon: object; readonly checks: readonly { id: string; type: string; status: string; at: string }[]; readonly gaps: readonly string[] }];
      readonly notes: readonly string[];
    };
    expect([json.type, json.generated]).toEqual(['RecognitionStatement', '2026-11-21T12:00:00Z']);
    const [one] = json.credentials;
    expect(one.elements['M2']).toMatchObject({ state: 'stated', mandatory: true, value: 'Measuring Air Quality with Open Data', source: 'signed-issuer-unknown' });
    expect(one.checks.find(({ id }) => id === 'proof')).toMatchObject({ type: 'http://data.europa.eu/snb/verification/f9c2016fe9', status: 'http://data.europa.eu/snb/verification-status/9895008394', at: '2026-11-21T12:00:00Z' });
    expect(Object.keys(one.lisbon)).toEqual(['quality', 'level', 'workload', 'profile', 'learning-outcomes']);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  test('no id of ours says recognised, equivalent, accepted, trusted, approved or fake', async () => {
    const seen = [sealed, badge].map((file) => statementOf(file, { lists: [listMeta] }));
    const words_ = /recogni[sz]ed|equivalent|accepted|trusted|approved|fake|\bscore|percent|rank/i;
    const ids: string[] = [];
    const walk = (value: unknown, key: string): void => {
      if (Array.isArray(value)) for (const inner of value) walk(inner, key);
      else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) { ids.push(name); walk(inner, name); }
      else if (typeof value === 'string' && !['text', 'raw', 'value', 'path', 'date', 'verificationMethod', 'title'].includes(key)) ids.push(value);
    };
    for (const statement of await Promise.all(seen)) walk(statementJson(statement), '');
    const sources = ['model/recognition-statement.ts', 'model/stacking.ts', 'model/comparison.ts'].map((file) => readFileSync(join(import.meta.dirname, '../../../src/core', file), 'utf8'));
    for (const source of sources) ids.push(...[...source.matchAll(/'([a-z][a-z-]+)'/g)].map((match) => match[1] ?? ''));
    expect(ids.length).toBeGreaterThan(200);
    expect(ids.filter((id) => words_.test(id))).toEqual([]);
  });
});

describe('samples of every format', () => {
  const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const chosen = folders.flatMap((folder) => {
    const files = readdirSync(join(fixtures, folder)).filter((name) => !name.endsWith('.expected.json')).sort();
    const [altered, whole] = [files.find((name) => name.includes('altered')), files.find((name) => !/altered|foreign|expired/.test(name))];
    return [altered, whole].flatMap((name) => (name === undefined ? [] : `${folder}/${name}`));
  });

  test.each(chosen)('%s: no value is anybody’s word unless its signature fits, and everything goes through JSON', async (file) => {
    const items = withParts(await readAll(join(fixtures, file)));
    const statement = createStatement(items, { ...order, holder: 'none' });
    expect(statement.credentials).toHaveLength(new Set(items.map(({ id }) => id)).size);
    for (const { original, elements, core, checks, notDone } of statement.credentials) {
      const seen = items.find(({ id }) => id === original.sha256);
      expect(original.sha256).toBe(createHash('sha256').update(seen?.raw ?? new Uint8Array()).digest('hex'));
      const sources = [...elements.flatMap(({ values }) => values), ...core.field, ...core.skills, ...core.sealing.values].map(({ source }) => source);
      expect(sources.filter((source) => source !== (seen?.axes.unchanged === 'yes' ? 'signed-issuer-unknown' : 'not-verified'))).toEqual([]);
      for (const { id, state, reason } of checks) if (state === 'unknown' && reason === 'step-not-done') expect(notDone.map((step) => step.id)).toContain(id);
      const learner = seen?.elements.find(({ id }) => id === 'M1')?.values ?? [];
      expect(elements.find(({ id }) => id === 'M1')?.withheld ?? 0).toBe(learner.length);
    }
    const json = statementJson(statement);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});

describe.skipIf(!existsSync(annex))('the Commission’s micro-credential (only where the shared fixtures are beside the project)', () => {
  test('ten of eleven stated, the gap is quality assurance, sealed on behalf of another body', async () => {
    const one = only(createStatement(await readAll(annex), order));
    expect(one.completeness).toEqual({ stated: 10, excused: 0, gaps: ['M11'] });
    expect(one.core.sealing.relation).toBe('on-behalf');
    expect(one.lisbon[0]?.facts.find(({ about }) => about === 'M11')).toEqual({ about: 'M11', state: 'not-stated', values: [] });
    expect(one.headline).toBe('unknown-issuer');
  });
});
