import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/core/model/error-code.ts';
import { errorText } from '../../../src/ui/components/error-text.ts';
import { english } from '../english.ts';

const codes = [...readFileSync('src/core/model/error-code.ts', 'utf8').matchAll(/'([a-z]+\/[a-z0-9-]+)'/g)].map(([, code]) => code as ErrorCode);

describe('errors in words', () => {
  it('are found for every code', () => {
    expect(codes.length).toBeGreaterThan(50);
  });

  it.each(codes)('%s says what happened, whether anything is lost, and what to do', (code) => {
    const words = errorText(english, { code, facts: {} });
    expect(words).not.toContain(code);
    expect(words.split(/(?<=[.?])\s+/).length).toBeGreaterThanOrEqual(3);
    expect(words).toMatch(/Nothing|safe|still here|unchanged/);
  });

  it('name the group of a mistyped recovery code and the weakness of words', () => {
    expect(errorText(english, { code: 'vault/mistyped-code', facts: { group: 3 } })).toContain('Group 3 has a wrong digit.');
    expect(errorText(english, { code: 'vault/weak-secret', facts: { reason: 'short' } })).toContain('at least 12 characters');
    expect(errorText(english, { code: 'vault/weak-secret', facts: { reason: 'from-credential' } })).toContain('stand in your credential');
  });
});
