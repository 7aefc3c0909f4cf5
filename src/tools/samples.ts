import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseInstant, toInstant } from '../core/model/instant.ts';
import { allSamples } from './sampling/all-samples.ts';
import type { Sample } from './sampling/sample.ts';
import { sampleDates } from './sampling/sample-dates.ts';
import { createEdwardsKey, edwardsTokenKey, fixtureSeeds, freshSeeds } from './sampling/sample-keys.ts';
import { makeToken } from './sampling/token-samples.ts';

const usage = `npm run samples -- [--fixtures] [--now ISO] DIR
Writes one sample of each supported kind (valid, expired, altered, by a foreign key) and beside each what it must come to.
--fixtures  keys that are always the same, for the test fixtures (RSA and the signatures of P-256 still differ)
--now       the present the dates are told from; default: now
npm run samples -- --bundled FILE
Writes the one sample that the app itself brings, under a fresh key that is thrown away.
`;

function writeSample(folder: string, sample: Sample): void {
  const path = join(folder, `${sample.name}.${sample.extension}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, sample.bytes);
  writeFileSync(join(folder, `${sample.name}.expected.json`), `${JSON.stringify(sample.expected, null, 2)}\n`);
}

/** The sample of the app: every mandatory element stated, no end date, so that it looks the same in years. */
async function writeBundled(path: string): Promise<number> {
  const key = edwardsTokenKey(await createEdwardsKey(freshSeeds('bundled')));
  const token = await makeToken('vc-jwt-2', key, { validFrom: '2026-06-12T00:00:00Z' });
  writeFileSync(path, `${JSON.stringify({ token })}\n`);
  return 0;
}

async function main(args: readonly string[]): Promise<number> {
  const rest = [...args];
  const [option, path] = rest;
  if (option === '--bundled' && path !== undefined && rest.length === 2) return writeBundled(path);
  const isFixtures = rest.includes('--fixtures');
  const nowAt = rest.indexOf('--now');
  const now = nowAt < 0 ? toInstant(Date.now()) : parseInstant(rest[nowAt + 1] ?? '');
  const folders = rest.filter((arg, index) => !arg.startsWith('--') && (nowAt < 0 || index !== nowAt + 1));
  const [folder] = folders;
  if (now === undefined || folder === undefined || folders.length !== 1) {
    process.stderr.write(usage);
    return 2;
  }
  const samples = await allSamples(sampleDates(now), isFixtures ? fixtureSeeds : freshSeeds);
  for (const sample of samples) writeSample(folder, sample);
  process.stdout.write(`${samples.length} samples in ${folder}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
