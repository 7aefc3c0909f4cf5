import { describe, expect, it } from 'vitest';
import { createUsedChallenges } from '../../src/platform/used-challenges.ts';
import { createFixedClock } from '../support/fixed-clock.ts';

function memoryStorage(): Pick<Storage, 'getItem' | 'setItem'> & { readonly content: Map<string, string> } {
  const content = new Map<string, string>();
  return {
    content,
    getItem: (key) => content.get(key) ?? null,
    setItem: (key, value) => void content.set(key, value),
  };
}

describe('used challenges', () => {
  it('B80 an answered challenge stays used across a reload, for ten minutes', async () => {
    const clock = createFixedClock('2026-11-22T12:00:00Z');
    const storage = memoryStorage();
    await createUsedChallenges(clock, storage).markUsed('our code 4711');
    const afterReload = createUsedChallenges(clock, storage);
    expect(await afterReload.isUsed('our code 4711')).toBe(true);
    expect(await afterReload.isUsed('another code')).toBe(false);
    clock.move(10 * 60_000);
    expect(await afterReload.isUsed('our code 4711')).toBe(false);
  });

  it('keeps digests only, never the challenge', async () => {
    const storage = memoryStorage();
    await createUsedChallenges(createFixedClock('2026-11-22T12:00:00Z'), storage).markUsed('our code 4711');
    expect([...storage.content.values()].join()).not.toContain('4711');
  });

  it('works for this page where storage is refused or damaged', async () => {
    const refusing = {
      getItem: () => '{not json',
      setItem: () => {
        throw new Error('refused');
      },
    };
    const challenges = createUsedChallenges(createFixedClock('2026-11-22T12:00:00Z'), refusing);
    await challenges.markUsed('code');
    expect(await challenges.isUsed('code')).toBe(true);
  });
});
