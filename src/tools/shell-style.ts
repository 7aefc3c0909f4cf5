import { createHash } from 'node:crypto';

const block = /<style>([\s\S]*?)<\/style>/g;

/** The hash, as a policy names it (`sha256-…`), of the one inline style block of a page. */
export function shellStyleHash(html: string): string {
  const blocks = [...html.matchAll(block)];
  const text = blocks[0]?.[1];
  if (blocks.length !== 1 || text === undefined) throw new Error('the page must have exactly one plain <style> block');
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
