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
    await createUsedChallenges(clock, () => storage).claim('our code 4711');
    const afterReload = createUsedChallenges(clock, () => storage);
    expect(await afterReload.isUsed('our code 4711')).toBe(true);
    expect(await afterReload.isUsed('another code')).toBe(false);
    clock.move(10 * 60_000);
    expect(await afterReload.isUsed('our code 4711')).toBe(false);
  });

  it('keeps digests only, never the challenge', async () => {
    const storage = memoryStorage();
    await createUsedChallenges(createFixedClock('2026-11-22T12:00:00Z'), () => storage).claim('our code 4711');
    expect([...storage.content.values()].join()).not.toContain('4711');
  });

  it('B80 of two checks at the same moment one has the challenge, in one tab and in two', async () => {
    const clock = createFixedClock('2026-11-22T12:00:00Z');
    const storage = memoryStorage();
    const [one, other] = [createUsedChallenges(clock, () => storage), createUsedChallenges(clock, () => storage)];
    expect((await Promise.all([one.claim('code'), other.claim('code'), one.claim('code')])).filter(Boolean)).toHaveLength(1);
    expect(await Promise.all([one.claim('another code'), other.claim('a third')])).toEqual([true, true]);
  });

  it('B80 looks and writes under one lock for all tabs, where there are locks', async () => {
    const held: string[] = [];
    const locks = { request: (name: string, work: () => boolean) => (held.push(name), Promise.resolve(work())) } as unknown as Pick<LockManager, 'request'>;
    const storage = memoryStorage();
    const challenges = createUsedChallenges(createFixedClock('2026-11-22T12:00:00Z'), () => storage, locks);
    expect([await challenges.claim('code'), await challenges.claim('code')]).toEqual([true, false]);
    expect(held).toEqual(['mecum-used-challenges', 'mecum-used-challenges']);
  });

  it('works for this page where storage is refused or damaged', async () => {
    const refusing = {
      getItem: () => '{not json',
      setItem: () => {
        throw new Error('refused');
      },
    };
    const challenges = createUsedChallenges(createFixedClock('2026-11-22T12:00:00Z'), () => refusing);
    await challenges.claim('code');
    expect(await challenges.isUsed('code')).toBe(true);
  });

  it('B80 works for this page where the browser denies all storage and all locks, as it does when told to block them', async () => {
    const denied = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    const locks = { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) } as unknown as Pick<LockManager, 'request'>;
    const challenges = createUsedChallenges(createFixedClock('2026-11-22T12:00:00Z'), denied, locks);
    expect([await challenges.claim('code'), await challenges.isUsed('code'), await challenges.claim('code')]).toEqual([true, true, false]);
  });
});
