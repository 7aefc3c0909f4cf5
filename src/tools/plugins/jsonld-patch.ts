import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const publicId = 'jsonld';
const bundledId = '\0mecum:jsonld';
const contextsId = '@digitalbazaar/credentials-context';
const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * [Note: Why jsonld is patched]
 *
 * jsonld 9.0.0 copies its whole table of terms, deep, for every typed node, and the copies defeat its own cache of
 * processed contexts; nine tenths of verifying a badge go there. Contexts never change once processed, so what is copied
 * may be shared; and the name of a context that is frozen, as ours are, need not be written out again at each node. Seven
 * replacements do that. Two more take out what must not ship: the loader that asks the network, and a polyfill that
 * changes the global scope. A test compares every case of the W3C suite with the library as published.
 * A pattern that is not found exactly once stops the build: the library has changed and the comparison must be made anew.
 */
export interface Replacement {
  /** The file, as its package names it. */
  readonly file: `jsonld/${string}` | `rdf-canonize/${string}`;
  readonly from: string;
  readonly to: string;
}

export const jsonldReplacements: readonly Replacement[] = [
  {
    file: 'jsonld/lib/context.js',
    from: 'child.mappings = util.clone(this.mappings);',
    to: 'child.mappings = new Map(this.mappings);',
  },
  {
    file: 'jsonld/lib/context.js',
    from: 'child.previousContext = this.previousContext.clone();',
    to: 'child.previousContext = this.previousContext;',
  },
  {
    file: 'jsonld/lib/context.js',
    from: 'return this.previousContext.clone();',
    to: 'return this.previousContext;',
  },
  {
    file: 'jsonld/lib/context.js',
    from: 'rval = rval.clone();\n    rval.previousContext = activeCtx;',
    to: 'rval = activeCtx.nonPropagating ??= Object.assign(activeCtx.clone(), {previousContext: activeCtx});',
  },
  {
    file: 'jsonld/lib/ContextResolver.js',
    from: 'const MAX_CONTEXT_URLS = 10;',
    to: `const MAX_CONTEXT_URLS = 10;
const keysOfFrozen = new WeakMap();
function keyOf(ctx) {
  if(!Object.isFrozen(ctx)) {
    return JSON.stringify(ctx);
  }
  let key = keysOfFrozen.get(ctx);
  if(key === undefined) {
    key = JSON.stringify(ctx);
    keysOfFrozen.set(ctx, key);
  }
  return key;
}`,
  },
  {
    file: 'jsonld/lib/ContextResolver.js',
    from: 'const key = JSON.stringify(ctx);',
    to: 'const key = keyOf(ctx);',
  },
  {
    file: 'jsonld/lib/ResolvedContext.js',
    from: 'const MAX_ACTIVE_CONTEXTS = 10;',
    to: 'const MAX_ACTIVE_CONTEXTS = 100;',
  },
  {
    file: 'jsonld/lib/platform-browser.js',
    from: `jsonld.documentLoaders.xhr = xhrLoader;
    // use xhr document loader by default
    jsonld.useDocumentLoader('xhr');`,
    to: '// a loader is given with each call',
  },
  {
    file: 'rdf-canonize/lib/platform-browser.js',
    from: `require('setimmediate');

exports.setImmediate = setImmediate;`,
    to: 'exports.setImmediate = callback => setTimeout(callback, 0);',
  },
];

/** Applies the replacements meant for one file. Throws where a pattern does not stand there exactly once. */
export function patchJsonldFile(file: string, source: string): string {
  return jsonldReplacements
    .filter((replacement) => replacement.file === file)
    .reduce((text, { from, to }) => {
      if (text.split(from).length !== 2) throw new Error(`jsonld-patch: ${file} has not exactly one "${from}"`);
      return text.replace(from, () => to);
    }, source);
}

function folderOf(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

function patchWhileBundling(): Plugin {
  const folders = ['jsonld', 'rdf-canonize'].map((name) => [name, folderOf(name)] as const);
  const patched = new Set<string>();
  return {
    name: 'mecum:jsonld-patch-files',
    enforce: 'pre',
    transform(code, id) {
      const path = id.split('?')[0] ?? id;
      const [name, folder] = folders.find(([, candidate]) => path.startsWith(candidate + sep)) ?? [];
      if (name === undefined || folder === undefined) return null;
      const file = `${name}/${path.slice(folder.length + 1).replaceAll(sep, '/')}`;
      if (!jsonldReplacements.some((replacement) => replacement.file === file)) return null;
      patched.add(file);
      return { code: patchJsonldFile(file, code), map: null };
    },
    buildEnd(error) {
      if (error !== undefined) return;
      const missing = jsonldReplacements.find((replacement) => !patched.has(replacement.file));
      if (missing !== undefined) throw new Error(`jsonld-patch: ${missing.file} was not bundled`);
    },
  };
}

/** The library with its dependencies as one ES module, patched, as a browser would load it. */
async function bundleJsonld(): Promise<string> {
  const { build } = await import('vite');
  const result = await build({
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [patchWhileBundling()],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: join(folderOf('jsonld'), 'lib/jsonld.js'), formats: ['es'], fileName: 'jsonld' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('jsonld-patch: nothing was bundled');
  return chunk.code;
}

let bundled: Promise<string> | undefined;

/**
 * The package of the base contexts also names three files by URL, which a build would copy beside the page. Only the two
 * contexts are taken, from the package's own modules.
 */
function contextsModule(): string {
  const library = dirname(createRequire(import.meta.url).resolve(contextsId));
  const from = (file: string): string => JSON.stringify(join(library, '../lib', file).replaceAll(sep, '/'));
  return `import v1 from ${from('v1.js')};
import v2 from ${from('v2.js')};
export const contexts = new Map([['https://www.w3.org/2018/credentials/v1', v1], ['https://www.w3.org/ns/credentials/v2', v2]]);
`;
}

/**
 * Puts the patched library wherever `jsonld` is imported: development server, page build, worker builds, the tools and
 * the tests run the same module. (A library's own `require` would pass by a transform of single files.)
 */
export function jsonldPatch(): Plugin {
  return {
    name: 'mecum:jsonld-patch',
    enforce: 'pre',
    resolveId: (source) => (source === publicId ? bundledId : source === contextsId ? `\0mecum:${contextsId}` : null),
    async load(id) {
      if (id === `\0mecum:${contextsId}`) return { code: contextsModule(), map: null };
      if (id !== bundledId) return null;
      this.addWatchFile(join(root, 'package-lock.json'));
      bundled ??= bundleJsonld();
      return { code: await bundled, map: null };
    },
  };
}

/** The published source of a file of the library, for the test of the patterns. */
export function readJsonldFile(file: Replacement['file']): string {
  const [name = '', ...rest] = file.split('/');
  return readFileSync(join(folderOf(name), ...rest), 'utf8');
}
