import { describe, expect, it } from 'vitest';
import { refuse } from '../../../../src/core/model/attempt.ts';
import { examineAll } from '../../../../src/ui/screens/portfolio/use-examined.ts';
import type { Examined } from '../../../../src/ui/screens/portfolio/use-examined.ts';
import type { Wallet } from '../../../../src/wallet/wallet.ts';
import { examples } from '../../../support/example-credentials.ts';
import { createFakeWallet } from '../../../support/fake-wallet.ts';

const start = createFakeWallet({ items: [examples.valid, examples.expired] });
const { list } = start.state.get();

/** Everything that was shown on the way. */
async function shown(wallet: Pick<Wallet, 'documents'>, looks = 10): Promise<readonly Omit<Examined, 'again'>[]> {
  const seen: Omit<Examined, 'again'>[] = [];
  await examineAll(wallet, list, (now) => seen.push(now) < looks);
  return seen;
}

describe('examining a collection before it goes out', () => {
  it('shows how far it has come, and what cannot be opened by name', async () => {
    const doors = await start.documents();
    const half: Pick<Wallet, 'documents'> = { documents: async () => ({ ...doors, examineAnew: async (ids) => (ids[0] === examples.expired.id ? refuse('store/corrupt') : doors.examineAnew(ids)) }) };
    const seen = await shown(half);
    expect(seen.map(({ done, looked, lost, whole }) => [done, looked.length, lost.length, whole]).at(-1)).toEqual([2, 1, 1, true]);
    expect(seen.map(({ done }) => done)).toEqual([1, 2, 2]);
    expect(seen.at(-1)?.lost[0]).toMatchObject({ listed: { summary: { id: examples.expired.id } }, error: { code: 'store/corrupt' } });
  });

  it('ends when nobody looks any more', async () => {
    expect(await shown(start, 1)).toHaveLength(1);
  });

  it.each(['device/worker-failed', 'device/not-loaded'] as const)('tells what refuses because it is not there (%s), and calls no credential lost for it', async (code) => {
    const doors = await start.documents();
    const seen = await shown({ documents: async () => ({ ...doors, examineAnew: async () => refuse(code) }) });
    expect(seen).toMatchObject([{ whole: false, lost: [], error: { code } }]);
  });

  it('goes on where one takes too long: that one alone is lost', async () => {
    const doors = await start.documents();
    let asked = 0;
    const seen = await shown({ documents: async () => ({ ...doors, examineAnew: async (ids) => (asked++ === 0 ? refuse('device/timed-out') : doors.examineAnew(ids)) }) });
    expect(seen.at(-1)).toMatchObject({ whole: true, lost: [{ error: { code: 'device/timed-out' } }] });
    expect(seen.at(-1)?.looked.length).toBeGreaterThan(0);
  });
});
