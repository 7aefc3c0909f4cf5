import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serveFolder } from './serve-folder.ts';

function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

const folder = resolve(optionOf('--dir') ?? 'dist');
const wanted = Number(optionOf('--port') ?? process.env['PORT'] ?? 4180);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  process.stderr.write('The port must be a number from 0 to 65535.\n');
  process.exit(2);
}
if (!existsSync(join(folder, 'index.html'))) {
  process.stderr.write('Nothing is built yet: run `npm run build` first.\n');
  process.exit(2);
}
const server = await serveFolder(folder, wanted);
process.stdout.write(`Mecum is at http://localhost:${server.port}/ (Ctrl+C stops it)\n`);
