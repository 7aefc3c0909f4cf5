import { parseInstant } from '../../core/model/instant.ts';
import type { Instant } from '../../core/model/instant.ts';

/** What the command line was asked to do. */
export interface CheckArguments {
  readonly files: readonly string[];
  readonly now?: Instant;
  readonly lists: readonly string[];
  /** What the network would answer: address to file. */
  readonly fetched: ReadonlyMap<string, string>;
  /** What the network would answer is left aside. */
  readonly isOffline: boolean;
  /** A recognition statement of the credentials in each file, instead of the report. */
  readonly isStatement: boolean;
  /** The European elements of the credentials in each file as text for a person, instead of the report. */
  readonly isElements: boolean;
  readonly challenge?: string;
  readonly domain?: string;
  /** Files with what others expect of them, instead of files. */
  readonly manifest?: string;
  /** Disagreements with the manifest that are known. */
  readonly explained?: string;
}

export const usage = `npm run -s check -- [options] FILE...
Examines each file and prints one JSON object a line. Exit 0: every file was examined, whatever the verdict. Exit 2: wrong use.
npm run -s check -- --manifest FILE [--explained FILE] [options]
Examines the files that a manifest names beside it, on its day and with its answers, and prints how far its verdicts and ours agree. Exit 1: they differ somewhere without a reason.
--now ISO            the present; default: now
--list FILE          issuers that are known: an own list of Mecum, a JSON list of DIDs, a trust list or register, or certificates as PEM (repeatable)
--fetched URL=FILE   what the network would answer for this address: a DID document, a key, a list (repeatable); nothing is ever requested
--challenge TEXT --domain TEXT   what a share must be bound to; without both, nothing is expected
--offline            as if nobody could be asked: what --fetched says is left aside
--statement          a recognition statement of the credentials in each file instead of the report, without anything of the learner
--elements           the European elements of the credentials in each file as text to read, instead of the report
--manifest FILE      "now", "served" (address to file), "classes" (their verdict to our classes) and "files" with what is expected of each
--explained FILE     disagreements that are known, as a list of { file, class, clause }; default: none
`;

/** Parsed arguments, or what is wrong with them. */
export function readArguments(args: readonly string[]): CheckArguments | { readonly wrong: string } {
  const [files, lists, fetched] = [[] as string[], [] as string[], new Map<string, string>()];
  const named: Reading['named'] = {};
  const flags = new Set<string>();
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('--')) {
      files.push(arg);
      continue;
    }
    if (arg === '--offline' || arg === '--statement' || arg === '--elements') {
      flags.add(arg);
      continue;
    }
    const value = args[(at += 1)];
    if (value === undefined) return { wrong: `${arg} needs a value` };
    const trouble = readOption(arg, value, { lists, fetched, named });
    if (trouble !== undefined) return { wrong: trouble };
  }
  if (files.length === 0 && named.manifest === undefined) return { wrong: 'no file' };
  if (files.length > 0 && named.manifest !== undefined) return { wrong: 'a manifest names its files: no others beside it' };
  if (named.explained !== undefined && named.manifest === undefined) return { wrong: '--explained goes with --manifest' };
  if ((named.challenge === undefined) !== (named.domain === undefined)) return { wrong: '--challenge and --domain go together' };
  const isStatement = flags.has('--statement');
  if (isStatement && named.manifest !== undefined) return { wrong: '--statement goes with files, not with a manifest' };
  const isElements = flags.has('--elements');
  if (isElements && (isStatement || named.manifest !== undefined)) return { wrong: '--elements goes with files, and not with --statement' };
  return { files, lists, fetched, isOffline: flags.has('--offline'), isStatement, isElements, ...named };
}

interface Reading {
  readonly lists: string[];
  readonly fetched: Map<string, string>;
  readonly named: { now?: Instant; challenge?: string; domain?: string; manifest?: string; explained?: string };
}

function readOption(option: string, value: string, reading: Reading): string | undefined {
  switch (option) {
    case '--now': {
      const now = parseInstant(value);
      if (now === undefined) return `--now is no instant: ${value}`;
      reading.named.now = now;
      return undefined;
    }
    case '--list':
      reading.lists.push(value);
      return undefined;
    case '--fetched': {
      const split = value.lastIndexOf('=');
      if (split < 1) return '--fetched wants URL=FILE';
      reading.fetched.set(value.slice(0, split), value.slice(split + 1));
      return undefined;
    }
    case '--challenge':
      reading.named.challenge = value;
      return undefined;
    case '--domain':
      reading.named.domain = value;
      return undefined;
    case '--manifest':
      reading.named.manifest = value;
      return undefined;
    case '--explained':
      reading.named.explained = value;
      return undefined;
    default:
      return `unknown option ${option}`;
  }
}
