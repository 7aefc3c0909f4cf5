import { examine } from '../core/examine/examine.ts';
import { createKeyResolver } from '../core/dids/registry.ts';
import { readSafeAddress } from '../core/encoding/safe-address.ts';
import { answersByUrl } from '../core/model/answers.ts';
import type { Answer } from '../core/model/answers.ts';
import { toInstant } from '../core/model/instant.ts';
import type { Instant } from '../core/model/instant.ts';
import type { Examination, ExaminationContext } from '../core/model/examination.ts';
import type { OwnListEntry, TrustListFile } from '../core/model/trust.ts';
import { compareAll, loadManifest } from './checking/compare.ts';
import { elementsPage } from './checking/elements-page.ts';
import { readArguments, usage } from './checking/read-arguments.ts';
import type { CheckArguments } from './checking/read-arguments.ts';
import { readFile } from './checking/read-file.ts';
import { readList } from './checking/read-list.ts';
import { reportOf } from './checking/report.ts';
import { statementOf } from './checking/statement.ts';

function fail(why: string): number {
  process.stderr.write(`${why}\n\n${usage}`);
  return 2;
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

/** What the arguments say to examine with, or what is wrong with them. */
async function readContext(args: CheckArguments): Promise<ExaminationContext | { readonly wrong: string }> {
  const { now = toInstant(Date.now()) } = args;
  const read = readAnswers(args.fetched, now);
  if ('wrong' in read) return read;
  const answers = args.isOffline ? [] : read;
  const lists = await readLists(args.lists, answers);
  return 'wrong' in lists ? lists : contextOf(args, now, lists, answers);
}

function look(bytes: Uint8Array, context: ExaminationContext): Promise<Examination> {
  return examine({ received: { bytes, transport: 'file', arrivedAt: context.now }, context });
}

/** The files of a manifest: how far its verdicts and ours agree. */
async function compare(path: string, given: CheckArguments): Promise<number> {
  const loaded = loadManifest(path, given);
  if ('wrong' in loaded) return fail(loaded.wrong);
  const context = await readContext(loaded.args);
  if ('wrong' in context) return fail(context.wrong);
  const agreement = await compareAll(loaded, (bytes) => look(bytes, context));
  if ('wrong' in agreement) return fail(agreement.wrong);
  process.stdout.write(agreement.text);
  return agreement.unexplained === 0 ? 0 : 1;
}

/** The same core as the app, in Node: bytes in, one JSON object a line out. */
async function main(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv);
  if ('wrong' in args) return fail(args.wrong);
  if (args.manifest !== undefined) return compare(args.manifest, args);
  const context = await readContext(args);
  if ('wrong' in context) return fail(context.wrong);
  const files = args.files.map((file) => ({ file, bytes: readFile(file) }));
  const missing = files.find(({ bytes }) => bytes === undefined);
  if (missing !== undefined) return fail(`cannot read ${missing.file}`);
  for (const { file, bytes = new Uint8Array() } of files) {
    const seen = await look(bytes, context);
    if (args.isElements) process.stdout.write(elementsPage(file, seen));
    else process.stdout.write(`${JSON.stringify({ file, ...((args.isStatement ? await statementOf(seen, context) : undefined) ?? reportOf(seen)) })}\n`);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
