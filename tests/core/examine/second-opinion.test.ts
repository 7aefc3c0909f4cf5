import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledTools } from '../../../src/core/examine/examine-tools.ts';
import { glimpseOf } from '../../../src/core/formats/glimpse.ts';
import { formatFor } from '../../../src/core/formats/registry.ts';
import type { Answer } from '../../../src/core/model/answers.ts';
import type { Received } from '../../../src/core/model/received.ts';
import type { Expected } from '../../../src/tools/sampling/sample.ts';
import { examineBytes, testNow } from '../../support/examining.ts';
import { secondOpinion, secondStatus } from '../../support/second-opinion.ts';
import type { Opinion } from '../../support/second-opinion.ts';
import disagreements from './second-opinion.json' with { type: 'json' };

const folder = join(import.meta.dirname, '../../fixtures/credentials');
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:json|jwt|txt|png|svg|zip|pdf|xml|bin)$/.test(name) && !name.endsWith('.expected.json')).sort();
const explained = new Map(disagreements.map((entry) => [entry.file, entry]));

/** The secured documents and tokens in a file, unpacked: what an implementation of the standards is given. */
async function securedIn(received: Received, depth = 0): Promise<readonly Uint8Array[]> {
  const glimpse = glimpseOf(received);
  const opened = (await formatFor(glimpse)?.load())?.(glimpse, bundledTools);
  if (opened?.ok !== true || depth > 4) return [];
  const { value } = opened;
  if (value.kind === 'collection') return (await Promise.all(value.inner.map(async (inner) => (inner.ok ? securedIn(inner.value, depth + 1) : [])))).flat();
  if (value.kind === 'packing') return 'kind' in value.holds ? [value.holds.raw] : securedIn(value.holds, depth + 1);
  if (value.kind === 'credential') return ['unsigned', 'badge-2', 'other'].includes(value.secured.form) ? [] : [value.raw];
  const inside = (await Promise.all(value.inner.map(async (inner) => (inner.ok ? securedIn(inner.value, depth + 1) : [])))).flat();
  return value.secured.form === 'unsigned' ? inside : [received.bytes, ...inside];
}

/** Whether nothing changed and the key may speak for the issuer, as we judge it; dates, status and lists aside. */
async function ourOpinion(bytes: Uint8Array): Promise<Exclude<Opinion, 'no-peer'>> {
  const seen = await examineBytes(bytes);
  return (seen.kind === 'credential' || seen.kind === 'share') && seen.axes.unchanged === 'yes' ? 'fits' : 'refused';
}

const judged = { both: 0, without: 0 };

describe('a second opinion on every fixture of the project', () => {
  test.each(names)('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const secured = await securedIn({ bytes, transport: 'file', arrivedAt: testNow });
    const pairs: { ours: string; peer: string }[] = [];
    for (const each of secured) {
      const peer = await secondOpinion(new TextDecoder().decode(each));
      if (peer === 'no-peer') judged.without += 1;
      else pairs.push({ ours: await ourOpinion(each), peer });
    }
    judged.both += pairs.length;
    const differing = pairs.find(({ ours, peer }) => ours !== peer);
    const entry = explained.get(name);
    expect(differing).toEqual(entry === undefined ? undefined : { ours: entry.ours, peer: entry.peer });
  });

  test('most are judged by both, and each disagreement is of a file that is there and names its clause', () => {
    expect(judged.both).toBeGreaterThan(100);
    for (const { file, clause } of disagreements) {
      expect(names).toContain(file);
      expect(clause.length).toBeGreaterThan(40);
    }
  });
});

const listed = names.filter((name) => name.endsWith('.json')).flatMap((name) => {
  const document = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
  const { type } = (document['credentialStatus'] ?? {}) as { type?: string };
  const { answers = {} } = JSON.parse(readFileSync(join(folder, name.replace(/\.json$/, '.expected.json')), 'utf8')) as Expected;
  return type === 'BitstringStatusListEntry' ? [{ name, document, answers }] : [];
});

const statuses = new Set<string>();

describe('a second opinion on every status list of the fixtures', () => {
  test.each(listed.map(({ name, ...rest }) => [name, rest] as const))('%s', async (_name, { document, answers }) => {
    const given: readonly Answer[] = Object.entries(answers).map(([url, text]) => ({ url, bytes: new TextEncoder().encode(text), basis: 'live', at: testNow }));
    const seen = await examineBytes(JSON.stringify(document), { answers: given });
    if (seen.kind !== 'credential') throw new Error(seen.kind);
    const peer = await secondStatus(document, answers);
    const { status } = seen.axes;
    statuses.add(status);
    if (peer === 'cancelled') expect(status).toBe('cancelled');
    // A list that is over or has not yet begun on the day of the tests is no answer; the peer looks at its dates by today's.
    else if (status === 'in-force') expect(peer).toBe('in-force');
    else expect(status).toBe('could-not-check');
  });

  test('are in force, taken back and without an answer, at least once each', () => {
    expect([...statuses].sort()).toEqual(['cancelled', 'could-not-check', 'in-force']);
  });
});
