import { readFileSync, writeFileSync } from 'node:fs';
import { elementsText } from './supporting/elements-text.ts';
import { supportedText } from './supporting/supported-text.ts';

const usage = `npm run supported
Writes what this build supports and which European elements it reads, as the code says it, between the marks in README.md.
npm run -s supported -- --print
Prints it and writes nothing.
`;

/** The texts, by the name of the two marks of a page between which each stands; the marks stay. */
const texts: readonly (readonly [mark: string, write: () => Promise<string>])[] = [
  ['supported', supportedText],
  ['elements', elementsText],
];

/** The page with a text between its marks, or undefined where it has none. */
function between(page: string, mark: string, text: string): string | undefined {
  const marked = new RegExp(`(<!-- ${mark} -->\\n)[\\s\\S]*?(<!-- /${mark} -->)`);
  return marked.test(page) ? page.replace(marked, (_all, start: string, end: string) => `${start}${text}${end}`) : undefined;
}

async function main(args: readonly string[]): Promise<number> {
  const [option] = args;
  if (args.length > 1 || (option !== undefined && option !== '--print')) {
    process.stderr.write(usage);
    return 2;
  }
  const page = 'README.md';
  let written: string | undefined = readFileSync(page, 'utf8');
  for (const [mark, write] of texts) {
    const text = await write();
    if (option === '--print') process.stdout.write(text);
    else written = written === undefined ? undefined : between(written, mark, text);
  }
  if (option === '--print') return 0;
  if (written === undefined) {
    process.stderr.write(`${page} has no marks\n`);
    return 1;
  }
  writeFileSync(page, written);
  process.stdout.write('README.md says what the code says\n');
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
