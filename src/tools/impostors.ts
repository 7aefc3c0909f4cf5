import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseInstant, toInstant } from '../core/model/instant.ts';
import { allImpostors, castingOf } from './impersonating/all-impostors.ts';
import type { Impostor } from './impersonating/impostor.ts';

const usage = `npm run impostors -- [--seed TEXT] [--now ISO] DIR
Writes credentials with signatures that fit, by keys of nobody, in the name of real universities of the charter list, and
beside each what its addresses would answer, whom a learner would have on the own list, and what it must come to.
--seed  the same text gives the same universities and keys (certificates and signatures of P-256 and RSA still differ)
--now   the present the dates are told from; default: now
`;

function write(folder: string, { name, extension, bytes, pretends, answers, ownList, anchors, names, class: expected }: Impostor): void {
  writeFileSync(join(folder, `${name}.${extension}`), bytes);
  const about = { pretends, class: expected, ...(names === undefined ? {} : { names }), answers, ownList, anchors: anchors.map((der) => Buffer.from(der).toString('base64')) };
  writeFileSync(join(folder, `${name}.expected.json`), `${JSON.stringify(about, null, 2)}\n`);
}

async function main(args: readonly string[]): Promise<number> {
  const valueOf = (option: string): string | undefined => (args.includes(option) ? args[args.indexOf(option) + 1] : undefined);
  const [seed = 'mecum', stated] = [valueOf('--seed'), valueOf('--now')];
  const now = stated === undefined ? toInstant(Date.now()) : parseInstant(stated);
  const folders = args.filter((arg, index) => !arg.startsWith('--') && !(args[index - 1] ?? '').startsWith('--'));
  const [folder] = folders;
  if (now === undefined || folder === undefined || folders.length !== 1) {
    process.stderr.write(usage);
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  const impostors = await allImpostors(castingOf('public/lists', now, seed));
  for (const each of impostors) write(folder, each);
  process.stdout.write(`${impostors.length} impostors in ${folder}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
