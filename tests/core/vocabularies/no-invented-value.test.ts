import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { JsonValue } from '../../../src/core/model/json.ts';
import { examineBytes } from '../../support/examining.ts';
import { atPointer, statedIn } from '../../support/pointing.ts';

const own = join(import.meta.dirname, '../../fixtures/credentials');
const publicFolder = join(import.meta.dirname, '../../../../shared/fixtures/public');

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:json|jsonld|jwt|txt)$/.test(name) && !/expected\.json$|MANIFEST|^contexts|^vectors/.test(name));
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
  return stated.length;
}

async function countStated(folder: string): Promise<number> {
  let count = 0;
  for (const file of filesIn(folder)) {
    const seen = await examineBytes(new Uint8Array(readFileSync(join(folder, file))));
    for (const credential of credentialsIn(seen)) count += expectNothingInvented(credential);
  }
  return count;
}

test('no invented value: each stated text of each fixture stands in the claims at its path', async () => {
  expect(await countStated(own)).toBeGreaterThan(1_000);
});

describe.skipIf(!existsSync(publicFolder))('public fixtures (only where the shared fixtures are beside the project)', () => {
  test('no invented value there either', async () => {
    expect(await countStated(publicFolder)).toBeGreaterThan(1_000);
  }, 60_000);
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
