// npm start: install when needed, build, and serve the production build with its production headers on loopback.
import { join } from 'node:path';
import { ensureInstalled, root, run } from './install.mjs';

ensureInstalled();
const vite = join(root, 'node_modules/vite/bin/vite.js');
if (!process.argv.includes('--no-build')) {
  const code = run(process.execPath, [vite, 'build', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}
process.argv.splice(2, 0, 'serve');
await import('./run.mjs');
