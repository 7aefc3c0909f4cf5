import { dirname, join } from 'node:path';
import type { Examination } from '../../core/model/examination.ts';
import { parseInstant } from '../../core/model/instant.ts';
import { agreementOf } from './agreement.ts';
import type { Agreement, Compared } from './agreement.ts';
import type { CheckArguments } from './read-arguments.ts';
import { readFile, readJsonFile } from './read-file.ts';
import { readExplanations, readManifest } from './read-manifest.ts';
import type { Explanation, Manifest } from './read-manifest.ts';

/** A manifest that was read, and the arguments as it completes them: its day and its answers. */
interface Loaded {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly explanations: readonly Explanation[];
  readonly args: CheckArguments;
}

/** Reads a manifest and the list of known disagreements, or says what is wrong with them. */
export function loadManifest(path: string, args: CheckArguments): Loaded | { readonly wrong: string } {
  const file = readJsonFile(path);
  if ('wrong' in file) return file;
  const manifest = readManifest(file.json);
  if ('wrong' in manifest) return { wrong: `${path}: ${manifest.wrong}` };
  const known = args.explained === undefined ? { json: [] } : readJsonFile(args.explained);
  if ('wrong' in known) return known;
  const explanations = readExplanations(known.json);
  if ('wrong' in explanations) return { wrong: `${args.explained ?? ''}: ${explanations.wrong}` };
  const folder = dirname(path);
  const now = args.now ?? parseInstant(manifest.now ?? '');
  if (now === undefined) return { wrong: `${path}: a manifest without its day` };
  const fetched = new Map([...[...manifest.served].map(([url, name]) => [url, join(folder, name)] as const), ...args.fetched]);
  return { folder, manifest, explanations, args: { ...args, now, fetched } };
}

/** Examines every file of a manifest of which a verdict is expected, and compares. */
export async function compareAll({ folder, manifest, explanations }: Loaded, look: (bytes: Uint8Array) => Promise<Examination>): Promise<Agreement | { readonly wrong: string }> {
  const compared: Compared[] = [];
  for (const one of manifest.files) {
    if (!manifest.classes.has(one.expected) && one.expected === 'vector') continue;
    const bytes = readFile(join(folder, one.file));
    if (bytes === undefined) return { wrong: `cannot read ${one.file}` };
    const seen = await look(bytes);
    compared.push({ ...one, class: seen.class, headline: 'headline' in seen ? seen.headline : seen.kind });
  }
  return agreementOf(manifest, compared, explanations);
}
