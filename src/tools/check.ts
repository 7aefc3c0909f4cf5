import { readFileSync } from 'node:fs';
import { examine } from '../core/examine/examine.ts';
import { createKeyResolver } from '../core/dids/registry.ts';
import { readSafeAddress } from '../core/encoding/safe-address.ts';
import { answersByUrl } from '../core/model/answers.ts';
import type { Answer } from '../core/model/answers.ts';
import { toInstant } from '../core/model/instant.ts';
import type { Instant } from '../core/model/instant.ts';
import type { ExaminationContext } from '../core/model/examination.ts';
import type { OwnListEntry, TrustListFile } from '../core/model/trust.ts';
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

interface Lists {
  readonly ownList: readonly OwnListEntry[];
  readonly lists: readonly TrustListFile[];
}

async function readLists(paths: readonly string[], answers: readonly Answer[]): Promise<Lists | { readonly wrong: string }> {
  const [ownList, lists]: [OwnListEntry[], TrustListFile[]] = [[], []];
  const resolve = createKeyResolver(answersByUrl(answers));
  for (const path of paths) {
    const bytes = readFile(path);
    if (bytes === undefined) return { wrong: `cannot read ${path}` };
    const list = await readList(bytes, resolve);
    if ('wrong' in list) return { wrong: `${path}: ${list.wrong}` };
    if ('entries' in list) ownList.push(...list.entries);
    else lists.push(list.file);
  }
  return { ownList, lists };
}

/** What the network would answer, as if it had been asked just now. */
function readAnswers(fetched: CheckArguments['fetched'], at: Instant): readonly Answer[] | { readonly wrong: string } {
  const answers: Answer[] = [];
  for (const [url, path] of fetched) {
    const bytes = readFile(path);
    if (bytes === undefined) return { wrong: `cannot read ${path}` };
    answers.push({ url, bytes, basis: 'live', at });
    // An address has one spelling for those who ask and may have another for those who type.
    const address = readSafeAddress(url);
    if (address.ok && address.value.url !== url) answers.push({ url: address.value.url, bytes, basis: 'live', at });
  }
  return answers;
}

function contextOf(args: CheckArguments, now: Instant, { ownList, lists }: Lists, answers: readonly Answer[]): ExaminationContext {
  const { challenge, domain } = args;
  const expectation = challenge === undefined || domain === undefined ? 'none' : { challenge, domain, used: false };
  return { now, notBefore: toInstant(0), ownList, lists, answers, expectation, origin: 'received' };
}

/** The same core as the app, in Node: bytes in, one JSON object a line out. */
async function main(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv);
  if ('wrong' in args) return fail(args.wrong);
  const { now = toInstant(Date.now()) } = args;
  const read = readAnswers(args.fetched, now);
  if ('wrong' in read) return fail(read.wrong);
  const answers = args.isOffline ? [] : read;
  const lists = await readLists(args.lists, answers);
  if ('wrong' in lists) return fail(lists.wrong);
  const files = args.files.map((file) => ({ file, bytes: readFile(file) }));
  const missing = files.find(({ bytes }) => bytes === undefined);
  if (missing !== undefined) return fail(`cannot read ${missing.file}`);
  const context = contextOf(args, now, lists, answers);
  for (const { file, bytes = new Uint8Array() } of files) {
    const seen = await examine({ received: { bytes, transport: 'file', arrivedAt: context.now }, context });
    process.stdout.write(`${JSON.stringify({ file, ...reportOf(seen) })}\n`);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
