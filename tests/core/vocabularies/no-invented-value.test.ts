import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ElementValue } from '../../../src/core/model/eu-elements.ts';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { JsonValue } from '../../../src/core/model/json.ts';
import { examineBytes } from '../../support/examining.ts';
import { everyCredential } from '../../support/golden.ts';
import { notInOriginal } from '../../support/grounded.ts';
import { atPointer, statedIn } from '../../support/pointing.ts';

const own = join(import.meta.dirname, '../../fixtures/credentials');
const publicFolder = join(import.meta.dirname, '../../../../shared/fixtures/public');

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !/expected\.json$|MANIFEST|^contexts|^vectors/.test(name) && statSync(join(folder, name)).isFile());
}

/** Every stated value of the normalised form and of the elements is the text that stands in the claims at its path. */
function expectNothingInvented(seen: ExaminedCredential): number {
  const claims = JSON.parse(seen.text) as JsonValue;
  const stated = [...statedIn(seen.credential), ...statedIn(seen.elements)];
  for (const { path, raw } of stated) {
    const found = atPointer(claims, path);
    expect({ path, raw: typeof found === 'string' ? found : JSON.stringify(found) }).toEqual({ path, raw });
  }
  for (const { path, text } of seen.credential.further) {
    const found = atPointer(claims, path);
    expect(['string', 'number', 'boolean']).toContain(typeof found);
    if (typeof found === 'number' || typeof found === 'boolean') expect(text).toBe(String(found));
  }
  // What is shown, and what it is said to mean, is of the original too: words, numbers, codes, countries.
  expect(seen.elements.flatMap(({ values }) => values).flatMap((value) => notInOriginal(claims, value) ?? [])).toEqual([]);
  return seen.elements.flatMap(({ values }) => values).length;
}

interface Count {
  readonly credentials: number;
  readonly values: number;
  /** Credentials of which no element is stated. */
  readonly silent: number;
}

/** What was looked at, by vocabulary: a reader that reads nothing invents nothing, and would pass. */
async function countStated(folder: string): Promise<ReadonlyMap<string, Count>> {
  const counts = new Map<string, Count>();
  for (const file of filesIn(folder)) {
    const seen = await examineBytes(new Uint8Array(readFileSync(join(folder, file))));
    for (const credential of everyCredential(seen)) {
      const values = expectNothingInvented(credential);
      const { credentials, values: before, silent } = counts.get(credential.vocabulary) ?? { credentials: 0, values: 0, silent: 0 };
      counts.set(credential.vocabulary, { credentials: credentials + 1, values: before + values, silent: silent + (values === 0 ? 1 : 0) });
    }
  }
  return counts;
}

/** At least so many credentials of each vocabulary, with at least so many values in all; none silent but those that are known to be. */
function expectCounts(counts: ReadonlyMap<string, Count>, floors: Readonly<Record<string, readonly [credentials: number, values: number, silent?: number]>>): void {
  for (const [vocabulary, [credentials, values, silent = 0]] of Object.entries(floors)) {
    const count = counts.get(vocabulary) ?? { credentials: 0, values: 0, silent: 0 };
    expect({ vocabulary, enough: count.credentials >= credentials && count.values >= values, silent: count.silent }, JSON.stringify(count)).toEqual({ vocabulary, enough: true, silent });
  }
}

/** Badges of version 2 whose class stands elsewhere, and credentials that are none of learning, state no element. */
const ownFloors = { 'open-badges-2': [20, 40, 3], 'open-badges-3': [150, 4_000], 'clr-2': [4, 20], 'european-learning-model': [12, 300], 'micro-credential': [18, 350] } as const;

test('no invented value: each stated text of each fixture stands in the claims at its path, and means nothing else', async () => {
  expectCounts(await countStated(own), ownFloors);;
}, 120_000);

const publicFloors = { 'open-badges-2': [15, 40, 3], 'open-badges-3': [120, 1_200], 'clr-2': [7, 130], 'european-learning-model': [20, 500], 'ebsi-diploma': [1, 15], plain: [150, 200, 49] } as const;

describe.skipIf(!existsSync(publicFolder))('public fixtures (only where the shared fixtures are beside the project)', () => {
  test('no invented value there either', async () => {
    expectCounts(await countStated(publicFolder), publicFloors);;
  }, 120_000);
});

describe('the search for invented values finds them', () => {
  const claims: JsonValue = { title: { en: 'Sensors' }, point: '2,5', time: 'P2DT12H', level: { id: 'http://data.europa.eu/snb/eqf/5', prefLabel: 'Level 5' }, kind: { id: 'http://data.europa.eu/snb/assessment/b1b68f6735', prefLabel: 'Quiz' }, country: { id: 'http://publications.europa.eu/resource/authority/country/IRL', prefLabel: 'Ireland' } };
  const value = (path: string, is: ElementValue['is'], text: string): ElementValue => {
    const raw = atPointer(claims, path);
    return { path, raw: typeof raw === 'string' ? raw : JSON.stringify(raw), is, text: text === '' ? [] : [{ text }] };
  };
  test.each<[string, ElementValue, ElementValue]>([
    ['a word', value('/title', { kind: 'text' }, 'Sensors'), value('/title', { kind: 'text' }, 'Sensors and air')],
    ['a number', value('/point', { kind: 'workload', amount: 2.5, system: 'ECTS' }, '2,5'), value('/point', { kind: 'workload', amount: 25, system: 'ECTS' }, '2,5')],
    ['hours', value('/time', { kind: 'workload', amount: 60, system: 'hours' }, 'P2DT12H'), value('/time', { kind: 'workload', amount: 62, system: 'hours' }, 'P2DT12H')],
    ['a level', value('/level/prefLabel', { kind: 'level', framework: 'EQF', level: '5' }, 'Level 5'), value('/level/prefLabel', { kind: 'level', framework: 'EQF', level: '6' }, 'Level 5')],
    ['a code', value('/kind/prefLabel', { kind: 'term', list: 'assessment', code: 'b1b68f6735' }, 'Quiz'), value('/kind/prefLabel', { kind: 'term', list: 'assessment', code: '4f03b91c0e' }, 'Quiz')],
    ['a country', value('/country/prefLabel', { kind: 'country', code: 'IE' }, 'IE'), value('/country/prefLabel', { kind: 'country', code: 'NL' }, 'NL')],
  ])('%s', (_name, true_, invented) => {
    expect(notInOriginal(claims, true_)).toBeUndefined();
    expect(notInOriginal(claims, invented)).toBeDefined();
  });
});

test('no claim is dropped: each leaf is either read or listed', async () => {
  const marked = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential', 'OpenBadgeCredential'] };
  const document = {
    ...marked,
    name: 'Robin Example',
    issuer: { id: 'did:key:zX', name: 'N', phone: '+31', parentOrg: { name: 'Parent', phone: '+32' }, address: { streetAddress: 'Street 1', addressCountry: 'NL' } },
    credentialSubject: {
      achievement: { name: 'Title', criteria: { narrative: 'C' }, humanCode: 'H1', version: '2', 'odd/key~x': { deep: [1, [true, 'leaf']] } },
      activityStartDate: '2026-01-01T00:00:00Z',
      role: 'student',
    },
    evidence: [{ id: 'https://e.example/1', genre: 'essay', audience: 'all' }],
    termsOfUse: [],
    refreshService: null,
  };
  const seen = await examineBytes(JSON.stringify(document));
  const [credential] = credentialsIn(seen);
  expect(credential?.credential.further.map(({ path, text }) => [path, text])).toEqual([
    ['/name', 'Robin Example'],
    ['/issuer/phone', '+31'],
    ['/issuer/parentOrg/phone', '+32'],
    ['/issuer/address/streetAddress', 'Street 1'],
    ['/credentialSubject/achievement/humanCode', 'H1'],
    ['/credentialSubject/achievement/version', '2'],
    ['/credentialSubject/achievement/odd~1key~0x/deep/0', '1'],
    ['/credentialSubject/achievement/odd~1key~0x/deep/1/0', 'true'],
    ['/credentialSubject/achievement/odd~1key~0x/deep/1/1', 'leaf'],
    ['/credentialSubject/role', 'student'],
    ['/evidence/0/genre', 'essay'],
    ['/evidence/0/audience', 'all'],
  ]);
});
