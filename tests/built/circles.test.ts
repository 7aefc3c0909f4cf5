import { expect, it } from 'vitest';
import { filesOf, withStaticImports } from './build-files.ts';

/** Files that import each other run in an order that depends on who asks first: one of them fails in some browser. */
it('has no files that import each other in a circle', () => {
  const scripts = filesOf().filter((file) => /^(assets|w)\/.*\.js$/.test(file));
  expect(scripts.length).toBeGreaterThan(10);
  const reached = new Map(scripts.map((file) => [file, new Set([...withStaticImports(file)].filter((other) => other !== file))]));
  expect([...reached.values()].some((others) => others.size > 0), 'imports are found').toBe(true);
  const circles = scripts.flatMap((file) => [...(reached.get(file) ?? [])].filter((other) => file < other && reached.get(other)?.has(file)).map((other) => `${file} <-> ${other}`));
  expect(circles).toEqual([]);
});

/** WebKit runs the first file of a worker again when another file imports it: two vaults would answer each call. */
it('has no file that imports the first file of a worker', () => {
  const scripts = filesOf().filter((file) => /^(assets|w)\/.*\.js$/.test(file));
  const firsts = scripts.filter((file) => /^assets\/[a-z]+-worker-|^w\//.test(file));
  expect(firsts.length, firsts.join()).toBeGreaterThanOrEqual(4);
  const imported = scripts.flatMap((file) => [...withStaticImports(file)].filter((other) => other !== file && firsts.includes(other)).map((other) => `${file} -> ${other}`));
  expect(imported).toEqual([]);
});
