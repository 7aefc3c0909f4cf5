// Builds a TypeScript tool once (with the same patched libraries as the app) and runs it in this Node.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const name = process.argv[2] ?? '';
const entry = join(root, 'src/tools', `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
  process.stderr.write(`No such tool: ${name}\n`);
  process.exit(2);
}

function stamp() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of ['src/core', 'src/tools', 'src/types']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const path = join(file.parentPath, file.name);
      hash.update(`${path}:${statSync(path).mtimeMs};`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

const outDir = join(root, 'node_modules/.cache/mecum', `${name}-${stamp()}`);
const built = join(outDir, `${name}.mjs`);
if (!existsSync(built)) {
  const { build } = await import('vite');
  await build({
    root,
    configFile: join(root, 'src/tools/vite.tools.ts'),
    logLevel: 'error',
    build: { ssr: entry, outDir, emptyOutDir: true, rollupOptions: { output: { entryFileNames: `${name}.mjs` } } },
  });
}
process.argv.splice(1, 2, built);
await import(pathToFileURL(built).href);
