import { describe, expect, it } from 'vitest';
import { maxEvidenceBytes, maxEvidenceFiles } from '../../../../src/core/model/limits.ts';
import { judgeFiles } from '../../../../src/ui/screens/prior-learning/use-prior-learning-form.ts';

const code = (files: readonly { readonly size: number }[], count = 0): string => {
  const judged = judgeFiles(files, count);
  return judged.ok ? 'fits' : `${judged.error.code} at ${String(judged.error.facts['field'])}`;
};

describe('evidence files that were chosen', () => {
  it('fit up to their size and number', () => {
    expect(code([{ size: 1 }, { size: maxEvidenceBytes }], maxEvidenceFiles - 2)).toBe('fits');
    expect(code([], maxEvidenceFiles)).toBe('fits');
  });

  it('are refused at their place in the form where one is too large or empty, or where there are too many', () => {
    expect(code([{ size: 1 }, { size: maxEvidenceBytes + 1 }])).toBe('own/file-too-large at files');
    expect(code([{ size: 20 * 1024 * 1024 }])).toBe('own/file-too-large at files');
    expect(code([{ size: 0 }])).toBe('own/file-empty at files');
    expect(code([{ size: 1 }, { size: 1 }], maxEvidenceFiles - 1)).toBe('own/too-many at files');
  });
});
