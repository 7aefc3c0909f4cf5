import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { normalizePath, runnerImport } from 'vite';
import type { Plugin } from 'vite';
import { pseudoMessage } from './pseudo-languages.ts';
import type { CompiledMessage, PseudoTag } from './pseudo-languages.ts';

const prefix = 'virtual:catalog/';
const pseudoTags: ReadonlySet<string> = new Set<PseudoTag>(['en-XA', 'ar-XB']);

/** A message as a language file holds it: ICU text alone, or with its origin beside it. */
type SourceMessage = string | { readonly text: string };

function isPseudo(tag: string): tag is PseudoTag {
  return pseudoTags.has(tag);
}

/** Reads the one catalog that a language file exports; the files it imports come back to be watched. */
export async function readCatalog(root: string, tag: string): Promise<{ messages: Record<string, SourceMessage>; files: readonly string[] }> {
  const file = join(root, 'src/ui/languages', `${tag}.ts`);
  if (!/^[a-z]{2,3}(-[A-Za-z]+)?$/.test(tag) || !existsSync(file)) throw new Error(`no language file for "${tag}"`);
  const { module, dependencies } = await runnerImport<Record<string, Record<string, SourceMessage>>>(file, { root, configFile: false, logLevel: 'error' });
  const catalogs = Object.values(module).filter((value) => typeof value === 'object' && value !== null);
  const messages = catalogs[0];
  if (catalogs.length !== 1 || messages === undefined) throw new Error(`${tag}.ts must export exactly one catalog`);
  return { messages, files: [file, ...dependencies.map((path) => (existsSync(path) ? path : join(root, path)))] };
}

/** Which messages the first screens need; said by the languages themselves. */
async function readFirstWords(root: string): Promise<(id: string) => boolean> {
  const file = join(root, 'src/ui/languages/first-words.ts');
  const { module } = await runnerImport<{ isFirstWord: (id: string) => boolean }>(file, { root, configFile: false, logLevel: 'error' });
  return module.isFirstWord;
}

/** Compiles one ICU message; a mistake in it stops the build and names the id. */
export function compileOne(id: string, text: string): CompiledMessage {
  try {
    return compileMessageOrThrow(text) as CompiledMessage;
  } catch (cause) {
    throw new Error(`message "${id}" is not valid ICU`, { cause });
  }
}

/** The compiled catalog of a tag; the pseudo-languages are made from English. */
export async function compileCatalog(root: string, tag: string): Promise<{ messages: Record<string, CompiledMessage>; files: readonly string[] }> {
  const { messages, files } = await readCatalog(root, isPseudo(tag) ? 'en' : tag);
  const compiled = Object.entries(messages).map(([id, source]) => {
    const message = compileOne(id, typeof source === 'string' ? source : source.text);
    return [id, isPseudo(tag) ? pseudoMessage(tag, message) : message] as const;
  });
  return { messages: Object.fromEntries(compiled), files };
}

/** The messages of one part: `first` is what the first screens say, `rest` all others; without a part, everything. */
async function partOf(root: string, messages: Readonly<Record<string, CompiledMessage>>, part: string | undefined): Promise<Readonly<Record<string, CompiledMessage>>> {
  if (part === undefined) return messages;
  const isFirstWord = await readFirstWords(root);
  return Object.fromEntries(Object.entries(messages).filter(([id]) => isFirstWord(id) === (part === 'first')));
}

/** Letters that two ids may share, as one digit of base 36. */
const maxShared = 35;

/**
 * A catalog as a module. Ids are long and alike, and no compression sees that as well as this: sorted, each is a digit
 * for the letters that it shares with the one before, and the letters that are new.
 */
export function writeCatalog(messages: Readonly<Record<string, CompiledMessage>>): string {
  const ids = Object.keys(messages).sort();
  let last = '';
  const packed = ids.map((id) => {
    let shared = 0;
    while (shared < maxShared && shared < last.length && id[shared] === last[shared]) shared += 1;
    last = id;
    return shared.toString(36) + id.slice(shared);
  });
  const json = JSON.stringify(ids.map((id) => messages[id]));
  return `const texts = JSON.parse(${JSON.stringify(json)});
let last = '';
export const messages = Object.fromEntries(${JSON.stringify(packed.join('\n'))}.split('\\n').map((id, at) => [(last = last.slice(0, parseInt(id[0], 36)) + id.slice(1)), texts[at]]));`;
}

/**
 * Serves `virtual:catalog/<tag>`, and its parts `/first` and `/rest`, with the messages of `src/ui/languages/<tag>.ts`,
 * compiled by Lingui's own compiler, so that no ICU parser is shipped. Works in builds, in the development server and
 * in tests.
 */
export function catalogs(): Plugin {
  let root = process.cwd();
  return {
    name: 'mecum:catalogs',
    configResolved(config) {
      root = normalizePath(config.root);
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const [tag = '', part] = id.slice(prefix.length + 1).split('/');
      const { messages, files } = await compileCatalog(root, tag);
      for (const file of files) this.addWatchFile(file);
      return writeCatalog(await partOf(root, messages, part));
    },
  };
}
