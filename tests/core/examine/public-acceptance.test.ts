import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examineBytes, instantOf, reasonOf } from '../../support/examining.ts';
import type { ExaminationContext, ExaminedCredential } from '../../../src/core/model/examination.ts';

const folder = join(import.meta.dirname, '../../../../shared/fixtures/public');
const now = instantOf('2026-11-21T12:00:00Z');

async function examineFile(file: string, context: Partial<ExaminationContext> = {}): Promise<ExaminedCredential> {
  const seen = await examineBytes(new Uint8Array(readFileSync(join(folder, file))), { now, ...context });
  if (seen.kind !== 'credential') throw new Error(`${file} is ${seen.kind}`);
  return seen;
}

describe.skipIf(!existsSync(folder))('credentials of others (only where the shared fixtures are beside the project)', () => {
  test.each([
    'v2_v2NoStatus.json',
    'v2_v2SimpleIssuerId.json',
    'v1_v1OBv3SpecExample.json',
  ])('%s: unknown-issuer, and with its key on the own list no-status', async (name) => {
    const file = `digitalcredentials__verifier-core/src_test-fixtures_verifiableCredentials_${name}`;
    const first = await examineFile(file);
    expect({ headline: first.headline, class: first.class }).toEqual({ headline: 'unknown-issuer', class: 'unconfirmed' });
    const entry = { id: '1', keyThumbprint: first.signer?.keyThumbprint ?? '', issuerId: first.credential.issuer.id?.raw ?? '', name: 'An issuer I know', since: now };
    const known = await examineFile(file, { ownList: [entry] });
    expect({ headline: known.headline, class: known.class, name: known.issuerMatch?.name }).toEqual({ headline: 'no-status', class: 'valid', name: 'An issuer I know' });
  });

  test.each(['plugfest-1-2022_plugfest-1-ex-1.json', 'plugfest-1-2022_plugfest-1-ex-2.json'])('%s: unchanged, by nobody who is known', async (name) => {
    const seen = await examineFile(`w3c-ccg__vc-ed/${name}`);
    expect({ headline: seen.headline, reason: reasonOf(seen, 'proof') }).toEqual({ headline: 'unknown-issuer', reason: 'signature-fits' });
  });

  test.each([
    'plugfest-2-2022_unsigned-badge-example-p2-embedded-image.json',
    'plugfest-2-2022_unsigned-badge-example-p2-issuer-logo-url.json',
    'plugfest-2-2022_unsigned-badge-example-p2.json',
    'plugfest-3-2023_unsigned-badge-example-p3-issuer-logo-url.json',
  ])('%s: unsigned', async (name) => {
    expect((await examineFile(`w3c-ccg__vc-ed/${name}`)).headline).toBe('unsigned');
  });

  test('the Educredentials example states what the European elements table says of it', async () => {
    const seen = await examineFile('dc4eu__vc/standards_education_credential_micro_credential_theed_microcredential_embedded_ho.json');
    const states = Object.fromEntries(seen.elements.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({
      M1: 'not-stated', M2: 'stated', M3: 'stated', M4: 'stated', M5: 'stated', M6: 'stated-as-text', M7: 'stated', M8: 'stated',
      M9: 'stated-as-text', M10: 'stated-as-text', M11: 'stated', O2: 'stated', O3: 'stated',
    });
    const values = (id: string): readonly unknown[] => seen.elements.find((reading) => reading.id === id)?.values.map(({ is, raw }) => [raw, is.kind]) ?? [];
    expect(values('M3')).toEqual([['XX', 'text']]);
    expect(values('M7')).toEqual([['3', 'workload']]);
    expect(values('M8')).toEqual([['4', 'level']]);
  });
});
