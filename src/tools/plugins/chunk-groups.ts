import type { Rolldown } from 'vite';

type NameOf = (moduleId: string, context: Rolldown.ChunkingContext) => string | null;

/** Screens that a person meets together go into one file; each row is a file and the folders of its screens. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  home: ['home', 'lock'],
  credential: ['credential', 'sample'],
  add: ['add', 'review'],
  protect: ['protect'],
  share: ['share', 'share-what', 'share-to', 'hand-over'],
  check: ['check', 'check-result'],
  scan: ['scan', 'check-scan'],
  safe: ['backup', 'recovery-sheet', 'restore'],
  own: ['collections', 'portfolio', 'prior-learning'],
  together: ['choose', 'compare', 'together'],
  take: ['take'],
  statement: ['statement'],
  file: ['portfolio-file'],
  settings: ['settings', 'address', 'shared', 'language', 'look', 'storage', 'known-issuers', 'trust-lists', 'help', 'delete-all'],
};

function roomOf(root: string): string | undefined {
  // What a page of a credential draws when it is wanted.
  if (/\/src\/ui\/components\/credential\//.test(root)) return 'inside';
  const folder = /\/src\/ui\/screens\/([^/]+)\//.exec(root)?.[1];
  if (folder === undefined) return undefined;
  return Object.keys(rooms).find((room) => rooms[room]?.includes(folder)) ?? folder;
}

type Rooms = ReadonlySet<string | undefined>;
const isOnly = (rooms: Rooms, ...names: readonly string[]): boolean => [...rooms].every((room) => room !== undefined && names.includes(room));
const hasAny = (rooms: Rooms, ...names: readonly string[]): boolean => names.some((name) => rooms.has(name));

/** What several rooms share, by the rooms that reach it; the first row that fits. No room loads much that only others need. */
const shared: readonly (readonly [file: string, fits: (rooms: Rooms) => boolean])[] = [
  ['paper', (rooms) => isOnly(rooms, 'statement', 'file', 'take')],
  // What documents tell of a credential in the words of its page, and what comparisons do.
  ['told', (rooms) => rooms.has('credential') && hasAny(rooms, 'statement', 'take', 'file') && !hasAny(rooms, 'safe', 'settings')],
  ['values', (rooms) => rooms.has('credential') && rooms.has('together') && !hasAny(rooms, 'safe', 'settings')],
  ['confirm', (rooms) => isOnly(rooms, 'safe', 'settings')],
  // What draws a credential is of no use to screens that show none.
  ['parts', (rooms) => hasAny(rooms, 'safe', 'settings')],
  ['leaf', (rooms) => hasAny(rooms, 'add', 'credential')],
  ['results', (rooms) => rooms.has('check')],
];

/** For each module, the entries (also as `entry`) and lazily loaded modules that reach it by static imports. */
function createReach(): (id: string, context: Rolldown.ChunkingContext) => ReadonlySet<string> {
  // Each worker is a build of its own, and the same module is reached from elsewhere in each.
  const builds = new WeakMap<Rolldown.ChunkingContext, Map<string, ReadonlySet<string>>>();
  const rootsOf = (id: string, context: Rolldown.ChunkingContext): ReadonlySet<string> => {
    const found = new Set<string>();
    const seen = new Set([id]);
    for (const at of seen) {
      const info = context.getModuleInfo(at);
      if (info === null) continue;
      if (info.isEntry) found.add('entry');
      if (info.isEntry || info.dynamicImporters.length > 0) found.add(at);
      for (const importer of info.importers) seen.add(importer);
    }
    return found;
  };
  return (id, context) => {
    const known = builds.get(context) ?? new Map<string, ReadonlySet<string>>();
    builds.set(context, known);
    const roots = known.get(id) ?? rootsOf(id, context);
    known.set(id, roots);
    return roots;
  };
}

/** The file of a module of the page; null leaves it to the bundler. */
function namePageChunk(): NameOf {
  const reach = createReach();
  return (id, context) => {
    const roots = reach(id, context);
    // Left to the bundler, what others share with the first page would be a file for each way of sharing it.
    if (roots.has('entry')) return context.getModuleInfo(id)?.isEntry === true ? null : 'index';
    if ([...roots].every((root) => /\/src\/wallet\/.*\.ts$/.test(root))) return 'wallet';
    const reaching = new Set([...roots].map(roomOf));
    if (reaching.has('home')) return 'home';
    if (reaching.has(undefined)) return roots.size > 1 ? (/\/src\/core\/(model|encoding)\//.exec(id)?.[1] ?? null) : null;
    const [only] = reaching;
    if (reaching.size === 1 && only !== undefined) return only;
    // The owner's words stand beside credentials too, but not in a share.
    if (/\/src\/ui\/components\/own\//.test(id)) return 'words';
    return shared.find(([, fits]) => fits(reaching))?.[0] ?? 'steps';
  };
}

/** Workers that load parts on demand, and the file that holds all the rest of each. */
const wholes: readonly (readonly [entry: string, file: string])[] = [
  ['/src/entries/vault-worker.ts', 'vault'],
  ['/src/entries/check-worker.ts', 'examiner'],
];

/**
 * [Note: A worker's first file is imported by none] WebKit runs the first file of a worker once more when another file
 * imports it: then there are two vaults in one worker, and both answer each call. So what a worker is made of lies in a
 * file of its own, and its first file, with the entry alone in it, only imports that.
 *
 * What the check worker loads on demand is small and goes together, with the parts of libraries that nothing else uses. What the vault's own lazy parts reach is left to
 * the bundler: put together, those parts and that file would import each other, and the first to come would fail.
 */
function nameWorkerChunk(): NameOf {
  const reach = createReach();
  const isCore = (id: string): boolean => /\/src\/core\//.test(id);
  // What the encodings load on demand brings its own library, and stays apart with it.
  const isKind = (id: string): boolean => isCore(id) && !/\/src\/core\/encoding\//.test(id);
  return (id, context) => {
    const roots = [...reach(id, context)];
    const whole = wholes.find(([entry]) => roots.some((root) => root.endsWith(entry)));
    if (whole !== undefined) return id.endsWith(whole[0]) ? null : whole[1];
    return roots.length > 0 && roots.every(isKind) ? 'kinds' : null;
  };
}

/**
 * [Note: Files of the build] One file per lazily loaded module would be 130 files, most of them tiny. Here what is
 * used together is one file. No file that the first page needs holds anything that it does not need: a module is
 * grouped by everything that reaches it, so a group's own imports lie in the same group or in one loaded before.
 */
export const pageChunks = { groups: [{ debugName: 'rooms', name: namePageChunk(), includeDependenciesRecursively: false }] };
export const workerChunks = { groups: [{ debugName: 'kinds', name: nameWorkerChunk(), includeDependenciesRecursively: false }] };
