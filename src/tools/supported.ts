import { readFileSync, writeFileSync } from 'node:fs';
import { supportedText } from './supporting/supported-text.ts';

const usage = `npm run supported
Writes what this build supports, as the code says it, between the two marks in README.md.
npm run -s supported -- --print
Prints it and writes nothing.
`;

/** The lines of a page between the two marks, which stay. */
const marked = /(<!-- supported -->\n)[\s\S]*?(<!-- \/supported -->)/;

async function main(args: readonly string[]): Promise<number> {
  const [option] = args;
  if (args.length > 1 || (option !== undefined && option !== '--print')) {
    process.stderr.write(usage);
    return 2;
  }
  const text = await supportedText();
  if (option === '--print') {
    process.stdout.write(text);
    return 0;
  }
  const page = 'README.md';
  const before = readFileSync(page, 'utf8');
  if (!marked.test(before)) {
    process.stderr.write(`${page} has no marks\n`);
    return 1;
  }
  writeFileSync(page, before.replace(marked, (_all, start: string, end: string) => `${start}${text}${end}`));
  process.stdout.write('README.md says what the code says\n');
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
