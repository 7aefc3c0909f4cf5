import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import patchedJsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { jsonldReplacements, patchJsonldFile, readJsonldFile } from '../../../src/tools/plugins/jsonld-patch.ts';

type Operation = 'expand' | 'compact' | 'flatten' | 'toRDF';
type Processor = Record<Operation, (...given: unknown[]) => Promise<unknown>>;

const patched = patchedJsonld as unknown as Processor;
const stock = createRequire(import.meta.url)('jsonld') as Processor;

const suite = '../shared/fixtures/json-ld-api/tests';
const base = 'https://w3c.github.io/json-ld-api/tests/';

interface SuiteCase {
  readonly '@id': string;
  readonly input: string;
  readonly context?: string;
  readonly option?: Readonly<Record<string, unknown>>;
}

function readSuiteFile(path: string): unknown {
  return JSON.parse(readFileSync(join(suite, path), 'utf8'));
}

function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freezeDeep);
  return value;
}

/** Reads what the suite names under its own base, and nothing else. */
async function loadFromSuite(url: string): Promise<unknown> {
  if (!url.startsWith(base)) throw new Error(`not in the suite: ${url}`);
  return { contextUrl: null, documentUrl: url, document: readSuiteFile(url.slice(base.length)), tag: 'static' };
}

async function run(processor: Processor, operation: Operation, given: SuiteCase, prepare: <T>(value: T) => T): Promise<string> {
  const option = given.option ?? {};
  const options: Record<string, unknown> = { base: base + given.input, documentLoader: loadFromSuite };
  for (const [name, value] of Object.entries(option)) {
    if (['specVersion', 'normative'].includes(name)) continue;
    options[name] = name === 'expandContext' ? readSuiteFile(String(value)) : value;
  }
  if (operation === 'toRDF') options['format'] = 'application/n-quads';
  try {
    const input = prepare(readSuiteFile(given.input));
    const context = given.context === undefined ? null : prepare(readSuiteFile(given.context));
    const output = operation === 'compact' || operation === 'flatten' ? await processor[operation](input, context, options) : await processor[operation](input, options);
    return JSON.stringify({ output });
  } catch (thrown) {
    const { name, message, details } = thrown as { name: string; message: string; details?: { code?: unknown } };
    return JSON.stringify({ error: { name, message, code: details?.code } });
  }
}

test('each replacement stands exactly once in the published library, and a missing one stops the build', () => {
  expect(jsonldReplacements).toHaveLength(9);
  for (const { file, from, to } of jsonldReplacements) {
    const source = readJsonldFile(file);
    expect(source.split(from)).toHaveLength(2);
    const after = patchJsonldFile(file, source);
    expect(after).toContain(to);
    expect(after).not.toBe(source);
    expect(() => patchJsonldFile(file, source.replace(from, () => '/* changed */'))).toThrow('jsonld-patch');
  }
});

/** The source of the method that the patch changes, as the given library runs it. */
async function sourceOfClone(processor: Processor): Promise<string> {
  const { processContext } = processor as unknown as { processContext(active: object | null, local: object | null, options: object): Promise<{ clone: () => object }> };
  const context = await processContext(null, null, { documentLoader: loadFromSuite });
  return String(context.clone);
}

test('the library under test is the patched one, and the one it is compared with is not', async () => {
  expect(await sourceOfClone(patched)).toContain('new Map(this.mappings)');
  expect(await sourceOfClone(stock)).toContain('util.clone(this.mappings)');
});

describe.skipIf(!existsSync(suite))('W3C json-ld-api, patched against published (needs ../shared/fixtures/json-ld-api)', () => {
  const operations = [
    ['expand', 'expand-manifest.jsonld', 385],
    ['toRDF', 'toRdf-manifest.jsonld', 467],
    ['flatten', 'flatten-manifest.jsonld', 58],
    ['compact', 'compact-manifest.jsonld', 246],
  ] as const;

  test.each(operations)('%s: identical output or identical error in every case', async (operation, manifest, count) => {
    const { sequence } = readSuiteFile(manifest) as { sequence: readonly SuiteCase[] };
    const different: string[] = [];
    let errors = 0;
    // Twice: as read, and frozen, as our bundled contexts are, which takes another path in the patched library.
    for (const prepare of [<T>(value: T): T => value, freezeDeep]) {
      for (const given of sequence) {
        const [first, second] = [await run(stock, operation, given, prepare), await run(patched, operation, given, prepare)];
        if (first !== second) different.push(`${given['@id']}: ${first.slice(0, 200)} / ${second.slice(0, 200)}`);
        if (first.startsWith('{"error"')) errors += 1;
      }
    }
    console.info(`${operation}: ${sequence.length} cases compared, as read and frozen, ${errors} times an error, ${different.length} different`);
    expect(different).toEqual([]);
    expect(sequence).toHaveLength(count);
    expect(errors).toBeLessThan(sequence.length);
  });
});
