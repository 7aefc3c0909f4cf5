// npm start: install when needed, build, and serve the production build with its production headers on loopback.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, root, run } from './install.mjs';

const usage = `npm start installs what is missing, builds Mecum and serves it on this machine.
  npm start -- --port NUMBER   takes this port instead of 4180
  npm start -- --dir FOLDER    serves this folder instead of dist
  npm start -- --no-build      serves what is built already
`;

function readOptions() {
  try {
    return parseArgs({ options: { port: { type: 'string' }, dir: { type: 'string' }, 'no-build': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } }).values;
  } catch {
    process.stderr.write(`npm start cannot be called with "${process.argv.slice(2).join(' ')}".\n\n${usage}`);
    process.exit(2);
  }
}

const { port, dir, help, 'no-build': isBuilt } = readOptions();
if (help === true) {
  process.stdout.write(usage);
  process.exit(0);
}
ensureInstalled();
const vite = join(root, 'node_modules/vite/bin/vite.js');
if (isBuilt !== true) {
  const code = run(process.execPath, [vite, 'build', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}
process.argv.splice(2, process.argv.length, 'serve', ...(port === undefined ? [] : ['--port', port]), ...(dir === undefined ? [] : ['--dir', dir]));
await import('./run.mjs');
