import { readFileSync } from 'node:fs';
import { examine } from '../core/examine/examine.ts';
import { toInstant } from '../core/model/instant.ts';
import type { ExaminationContext } from '../core/model/examination.ts';
import type { OwnListEntry } from '../core/model/trust.ts';
import { readArguments, usage } from './checking/read-arguments.ts';
import type { CheckArguments } from './checking/read-arguments.ts';
import { readList } from './checking/read-list.ts';
import { reportOf } from './checking/report.ts';

function fail(why: string): number {
  process.stderr.write(`${why}\n\n${usage}`);
  return 2;
}

function readFile(path: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return undefined;
  }
}

async function readLists(paths: readonly string[]): Promise<readonly OwnListEntry[] | { readonly wrong: string }> {
  const entries: OwnListEntry[] = [];
  for (const path of paths) {
    const bytes = readFile(path);
    if (bytes === undefined) return { wrong: `cannot read ${path}` };
    const list = await readList(bytes);
    if ('wrong' in list) return { wrong: `${path}: ${list.wrong}` };
    entries.push(...list);
  }
  return entries;
}

function contextOf(args: CheckArguments, ownList: readonly OwnListEntry[]): ExaminationContext {
  const { now = toInstant(Date.now()), challenge, domain } = args;
  const expectation = challenge === undefined || domain === undefined ? 'none' : { challenge, domain, used: false };
  return { now, notBefore: toInstant(0), ownList, expectation, origin: 'received' };
}

/** The same core as the app, in Node: bytes in, one JSON object a line out. */
async function main(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv);
  if ('wrong' in args) return fail(args.wrong);
  const ownList = await readLists(args.lists);
  if ('wrong' in ownList) return fail(ownList.wrong);
  for (const path of args.fetched.values()) if (readFile(path) === undefined) return fail(`cannot read ${path}`);
  const files = args.files.map((file) => ({ file, bytes: readFile(file) }));
  const missing = files.find(({ bytes }) => bytes === undefined);
  if (missing !== undefined) return fail(`cannot read ${missing.file}`);
  const context = contextOf(args, ownList);
  for (const { file, bytes = new Uint8Array() } of files) {
    const seen = await examine({ received: { bytes, transport: 'file', arrivedAt: context.now }, context });
    process.stdout.write(`${JSON.stringify({ file, ...reportOf(seen) })}\n`);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
