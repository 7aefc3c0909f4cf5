import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { formatsOf, readCorpus } from './fuzzing/corpus.ts';
import { fuzzFormat, makeCase } from './fuzzing/fuzz-format.ts';
import type { FuzzReport } from './fuzzing/fuzz-format.ts';
import { readOriginals } from './fuzzing/originals.ts';

const usage = `npm run fuzz -- [--seed TEXT] [--from I] [--keep DIR] [--resume] FORMAT N
Changes the project's own samples of a format N times and examines what comes of it. FORMAT is the name of a format, or all.
--seed  makes the same cases again; printed at the end. Default: the time
--from  the number of the first case (with N = 1: that case alone)
--resume  leaves out formats that this build has passed with as many cases before
--keep  writes what was found, and with N = 1 the case itself, into a folder
Ends with 1 where something was found.
`;

const folder = join(process.cwd(), 'tests/fixtures/credentials');
const maxCaseMs = 3_000;
/** One case without an end is a finding too: nothing was heard for this long, in milliseconds. */
const maxSilenceMs = 60_000;

interface Job {
  readonly format: string;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
}

type Message = { readonly at: number } | { readonly report: FuzzReport };

/** Runs in a thread of its own, so that a case that never ends can be told and ended. */
async function work(job: Job): Promise<void> {
  const corpus = readCorpus(folder);
  const originals = await readOriginals(corpus);
  const onCase = (at: number): void => {
    if (at % 20 === 0) parentPort?.postMessage({ at } satisfies Message);
  };
  const report = await fuzzFormat({ ...job, corpus, originals, maxCaseMs, onCase });
  parentPort?.postMessage({ report } satisfies Message);
}

function runJob(job: Job): Promise<FuzzReport | { readonly silentAfter: number }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: job });
    let last = job.from;
    let timer: NodeJS.Timeout | undefined;
    const listen = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void worker.terminate();
        resolve({ silentAfter: last });
      }, maxSilenceMs);
    };
    worker.on('message', (message: Message) => {
      listen();
      if ('at' in message) last = message.at;
      else {
        clearTimeout(timer);
        resolve(message.report);
      }
    });
    worker.on('error', reject);
    listen();
  });
}

function keep(path: string, name: string, bytes: Uint8Array): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, name), bytes);
}

async function fuzz(job: Job, keepIn: string | undefined): Promise<number> {
  const began = Date.now();
  const report = await runJob(job);
  if ('silentAfter' in report) {
    process.stdout.write(`${job.format}: no end within cases ${report.silentAfter} to ${report.silentAfter + 20}, seed ${job.seed}\n`);
    return 1;
  }
  const { findings, classes, slowestMs, cases } = report;
  const told = Object.entries(classes).sort().map(([name, count]) => `${name} ${count}`).join(', ');
  process.stdout.write(`${job.format}: ${cases} cases, ${findings.length} findings, slowest ${Math.round(slowestMs)} ms, ${((Date.now() - began) / 1_000).toFixed(0)} s, seed ${job.seed} (${told})\n`);
  for (const finding of findings.slice(0, 20)) {
    process.stdout.write(`  case ${finding.case}, from ${finding.sample}: ${finding.why}\n`);
    if (keepIn !== undefined) keep(keepIn, `${job.format}-${job.seed}-${finding.case}`, finding.bytes);
  }
  return findings.length;
}

/** Formats that this very build has passed: the folder it runs from is named by everything it was built from. */
const record = join(dirname(fileURLToPath(import.meta.url)), 'passed.json');

function passedBefore(): Record<string, number> {
  return existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as Record<string, number>) : {};
}

function optionOf(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

async function main(argv: readonly string[]): Promise<number> {
  const args = [...argv];
  const [seed = String(Date.now()), from = '0', keepIn] = [optionOf(args, '--seed'), optionOf(args, '--from'), optionOf(args, '--keep')];
  const resumes = args.includes('--resume');
  if (resumes) args.splice(args.indexOf('--resume'), 1);
  const [format = '', count = ''] = args;
  const corpus = readCorpus(folder);
  const known = formatsOf(corpus);
  const isRight = args.length === 2 && (format === 'all' || known.includes(format)) && /^[1-9]\d{0,7}$/.test(count) && /^\d{1,9}$/.test(from);
  if (!isRight) {
    process.stderr.write(`${usage}Formats: ${known.join(', ')}\n`);
    return 2;
  }
  if (keepIn !== undefined && count === '1') keep(keepIn, `${format}-${seed}-${from}`, makeCase({ corpus, format, seed }, Number(from)).bytes);
  const wanted = (format === 'all' ? known : [format]).filter((each) => !resumes || (passedBefore()[each] ?? 0) < Number(count));
  let findings = 0;
  for (const each of wanted) {
    const found = await fuzz({ format: each, seed, from: Number(from), to: Number(from) + Number(count) }, keepIn);
    findings += found;
    if (found === 0) writeFileSync(record, JSON.stringify({ ...passedBefore(), [each]: Number(count) }));
  }
  return findings === 0 ? 0 : 1;
}

if (isMainThread) process.exitCode = await main(process.argv.slice(2));
else await work(workerData as Job);
