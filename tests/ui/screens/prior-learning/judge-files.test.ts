import { describe, expect, it } from 'vitest';
import { maxEvidenceBytes, maxEvidenceFiles } from '../../../../src/core/model/limits.ts';
import { errorText } from '../../../../src/ui/components/error-text.ts';
import { judgeFiles, readFiles } from '../../../../src/ui/screens/prior-learning/use-prior-learning-form.ts';
import { english } from '../../english.ts';

const list = (names: readonly string[]): string => names.join(' and ');
const code = (files: readonly { readonly size: number }[], count = 0): string => {
  const judged = judgeFiles(files, count);
  return judged.ok ? 'fits' : `${judged.error.code} at ${String(judged.error.facts['field'])}`;
};

describe('evidence files that were chosen', () => {
  it('fit up to their size and number', () => {
    expect(code([{ size: 1 }, { size: maxEvidenceBytes }], maxEvidenceFiles - 2)).toBe('fits');
    expect(code([], maxEvidenceFiles)).toBe('fits');
  });

  it('are refused at their place in the form where one is too large, or where there are too many', () => {
    expect(code([{ size: 1 }, { size: maxEvidenceBytes + 1 }])).toBe('own/file-too-large at files');
    expect(code([{ size: 20 * 1024 * 1024 }])).toBe('own/file-too-large at files');
    expect(code([{ size: 1 }, { size: 1 }], maxEvidenceFiles - 1)).toBe('own/too-many at files');
  });

  it('are added without the one that is empty or cannot be read, and that one is named', async () => {
    const gone = Object.assign(new File(['x'], 'gone.txt'), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    const given = await readFiles([new File(['good'], 'good.txt'), new File([], 'empty\u202etxt')], list);
    expect(given.read.map(({ name }) => name)).toEqual(['good.txt']);
    expect(given.error && errorText(english, given.error)).toBe('“\u2068emptytxt\u2069” is empty, or we cannot read it. It was not added. Choose another file.');
    const none = await readFiles([gone, new File([], 'b.txt')], list);
    expect(none.read).toEqual([]);
    expect(none.error && errorText(english, none.error)).toContain('2 files are empty, or we cannot read them: \u2068gone.txt\u2069 and \u2068b.txt\u2069.');
    expect((await readFiles([new File(['good'], 'good.txt')], list)).error).toBeUndefined();
  });
});
