import { describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { Places } from '../../../src/ui/app/places.tsx';
import { markup } from '../said.tsx';

/** The address of the place that is marked as the one a person is in. */
const currentAt = (path: string): readonly (string | undefined)[] => {
  const html = markup(
    <Router ssrPath={path}>
      <Places />
    </Router>,
  );
  return [...html.matchAll(/<a [^>]*>/g)].filter(([tag]) => tag.includes('aria-current="page"')).map(([tag]) => /href="([^"]*)"/.exec(tag)?.[1]);
};

describe('the four places', () => {
  it('mark where a person is, on every screen that is made of her credentials too', () => {
    for (const path of ['/', '/credential/a1', '/collections/c1/export', '/choose', '/compare/a1,a2', '/together/a1', '/statement/a1', '/share/a1']) expect(currentAt(path), path).toEqual(['/']);
    expect(currentAt('/review')).toEqual(['/add']);
    expect(currentAt('/check/result')).toEqual(['/check']);
    expect(currentAt('/settings/lists')).toEqual(['/settings']);
    expect(currentAt('/restore')).toEqual([]);
  });
});
