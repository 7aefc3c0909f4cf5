import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../../../src/core/encoding/canonical-json.ts';
import { bundledTools } from '../../../src/core/examine/examine-tools.ts';
import { glimpseOf } from '../../../src/core/formats/glimpse.ts';
import { formatFor, formats } from '../../../src/core/formats/registry.ts';
import { isJsonObject } from '../../../src/core/model/json.ts';
import type { JsonObject, JsonValue } from '../../../src/core/model/json.ts';
import type { Answer } from '../../../src/core/model/answers.ts';
import type { Expected } from '../../../src/tools/sampling/sample.ts';
import { examineBytes, testNow } from '../../support/examining.ts';
import { graphOf } from '../../support/sign-proof.ts';

const folder = join(import.meta.dirname, '../../fixtures/credentials');
const valid = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.expected.json'))
  .flatMap((name) => {
    const expected = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Expected;
    if (expected.kind !== 'valid' || !['json-credential', 'jwt-credential'].includes(expected.format)) return [];
    const extension = expected.format === 'jwt-credential' ? 'jwt' : 'json';
    const answers: readonly Answer[] = Object.entries(expected.answers ?? {}).map(([url, said]) => ({ url, bytes: new TextEncoder().encode(said), basis: 'live', at: testNow }));
    return [{ name, extension, text: readFileSync(join(folder, name.replace('expected.json', extension)), 'utf8'), answers }];
  });

/** What RDF cannot tell apart: order of values, a value said twice, one value or an array of it, null members, empty arrays. */
function meaning(value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).map(meaning).filter((item) => item !== null).sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
    const distinct = items.filter((item, index) => typeof item === 'object' || items.indexOf(item) === index);
    return distinct.length === 1 ? (distinct[0] ?? null) : distinct.length === 0 ? null : distinct;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, meaning(member as JsonValue)]).filter(([, member]) => member !== null));
}

function textOf(value: JsonValue): string {
  const text = toCanonicalJson(value);
  return text.ok ? text.value : JSON.stringify(value);
}

/** What its proof signs, where that is a graph: a thing named in two places may say in one of them what it is. */
async function signedIn(document: JsonValue): Promise<string> {
  const { proof, ...rest } = document as JsonObject;
  const isGraph = isJsonObject(proof) && !String(proof['cryptosuite']).includes('-jcs-');
  return `${isGraph ? await graphOf(rest) : textOf(rest)} ${textOf(meaning(proof ?? null))}`;
}

function pathsOf(value: JsonValue, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [...(path.length > 0 ? [path] : []), ...Object.entries(value).flatMap(([key, member]) => pathsOf(member as JsonValue, [...path, key]))];
}

function mutate(document: JsonValue, path: readonly string[], change: (value: JsonValue) => JsonValue | undefined): JsonValue {
  const copy = structuredClone(document) as Record<string, JsonValue>;
  let here = copy;
  for (const step of path.slice(0, -1)) here = here[step] as Record<string, JsonValue>;
  const last = path.at(-1) ?? '';
  const value = change(here[last] ?? null);
  if (value === undefined) delete here[last];
  else here[last] = value;
  return copy;
}

const changes: readonly ((value: JsonValue) => JsonValue | undefined)[] = [
  () => undefined,
  () => null,
  () => 'another',
  () => 7,
  () => [],
  () => ({}),
  (value) => (typeof value === 'string' ? `${value} ` : [value, 'another']),
  (value) => (typeof value === 'string' ? value.toUpperCase() : value),
  (value) => [value],
  (value) => (typeof value === 'string' ? [value, value] : value),
];

/** Of the ten changes every third, other ones at each place; in the long runs all of them. */
function changesAt(index: number): typeof changes {
  return process.env['MECUM_DEEP'] === '1' ? changes : changes.filter((_change, at) => (at + index) % 3 === 0);
}

describe('recognizing', () => {
  test('recognize never throws on random bytes, and at most one format takes them', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map((text) => new TextEncoder().encode(text)), fc.string().map((text) => new TextEncoder().encode(`eyJ${text}.e.a`))), (bytes) => {
        const glimpse = glimpseOf({ bytes, transport: 'file', arrivedAt: testNow });
        expect(formats.filter((format) => format.recognize(glimpse)).length).toBeLessThanOrEqual(1);
        formatFor(glimpse);
      }),
      { numRuns: 3_000, seed: 1 },
    );
  });

  test('examine never throws on random bytes', async () => {
    const prefixes = ['', '{"type":"VerifiableCredential",', '{"type":"VerifiablePresentation","verifiableCredential":', 'eyJ', '['];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...prefixes), fc.oneof(fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1')), fc.json()), async (prefix, rest) => {
        const seen = await examineBytes(`${prefix}${rest}`);
        expect(['valid', 'unconfirmed']).not.toContain(seen.class);
      }),
      { numRuns: 1_500, seed: 2 },
    );
  });

  test('a suite that throws makes its proof unknown, never passed', async () => {
    const [first] = valid;
    const seen = await examineBytes(first?.text ?? '', {}, { ...bundledTools, verifyProof: () => Promise.reject(new Error('broken')) });
    expect(seen).toMatchObject({ kind: 'credential', headline: 'not-checked', class: 'unknown' });
  });
});

describe('one change to a valid credential', () => {
  test.each(valid.filter(({ extension }) => extension === 'json').map(({ name, text, answers }) => [name, text, answers] as const))(
    '%s: valid or unconfirmed only where the meaning is the same',
    async (_name, text, answers) => {
      const unchanged = await examineBytes(text, { answers });
      expect(['valid', 'unconfirmed', 'unknown']).toContain(unchanged.class);
      const document = JSON.parse(text) as JsonValue;
      const original = textOf(meaning(document));
      for (const [index, path] of pathsOf(document).entries()) {
        for (const change of changesAt(index)) {
          const mutated = mutate(document, path, change);
          const seen = await examineBytes(JSON.stringify(mutated), { answers });
          if (seen.class !== 'valid' && seen.class !== 'unconfirmed') continue;
          if (textOf(meaning(mutated)) === original) continue;
          expect({ at: path.join('/'), signed: await signedIn(mutated) }).toEqual({ at: path.join('/'), signed: await signedIn(document) });
        }
      }
    },
    process.env['MECUM_DEEP'] === '1' ? 300_000 : 60_000,
  );

  test('a member that is added, to the whole or to its subject, passes nowhere', async () => {
    const added = { narrative: 'another', description: 'another', name: 'another', validUntil: '2030-01-01T00:00:00Z', expirationDate: '2030-01-01T00:00:00Z' };
    for (const { name, text, answers } of valid.filter(({ extension }) => extension === 'json')) {
      const document = JSON.parse(text) as JsonObject;
      const subject = document['credentialSubject'];
      for (const [member, value] of Object.entries(added)) {
        const larger = [{ ...document, [member]: value }, ...(isJsonObject(subject) && subject[member] === undefined ? [{ ...document, credentialSubject: { ...subject, [member]: value } }] : [])];
        for (const mutated of larger.filter((each) => each['credentialSubject'] !== subject || document[member] === undefined)) {
          const { class: seen } = await examineBytes(JSON.stringify(mutated), { answers });
          expect({ name, member, seen }).not.toEqual({ name, member, seen: expect.stringMatching(/^(?:valid|unconfirmed)$/) });
        }
      }
    }
  });

  test.each(valid.filter(({ extension }) => extension === 'jwt').map(({ name, text, answers }) => [name, text, answers] as const))(
    '%s: no flipped character of the token passes',
    async (_name, text, answers) => {
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      for (let at = 0; at < text.length; at += 7) {
        const letter = text[at] ?? '';
        const other = letter === '.' ? '_' : (alphabet[(alphabet.indexOf(letter) + 1 + (at % 62)) % 64] ?? 'A');
        const flipped = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
        const seen = await examineBytes(flipped, { answers });
        expect({ at, class: seen.class }).not.toEqual({ at, class: 'unconfirmed' });
        expect({ at, class: seen.class }).not.toEqual({ at, class: 'valid' });
      }
    },
    60_000,
  );
});
