import { describe, expect, it } from 'vitest';
import type { KeptList } from '../../../../src/core/model/answers.ts';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import type { TrustListMeta } from '../../../../src/core/model/trust.ts';
import { createListsFlow, editionOf, pinOf } from '../../../../src/ui/screens/trust-lists/lists-flow.ts';
import type { ListAtHand } from '../../../../src/wallet/wallet.ts';
import { done, scriptedWallet } from '../../scripted-wallet.ts';

const meta = (changes: Partial<TrustListMeta> = {}): TrustListMeta => ({ kind: 'lote', title: 'Partner schools', digest: 'd1', signature: 'signed-by-unknown', signerThumbprint: 'k1', ...changes });
const kept = (changes: Partial<KeptList> = {}): KeptList => ({ id: 'd0', addedAt: toInstant(5), pinned: 'k0', ...changes });
const received = { bytes: new Uint8Array([1]), transport: 'file', arrivedAt: toInstant(0) } as const;
const file = new File(['x'], 'list.jwt');

function lists(start: readonly ListAtHand[] = [], described: TrustListMeta | 'no list' = meta(), vault: 'open' | 'locked' = 'open') {
  const added: (string | undefined)[] = [];
  const removed: string[] = [];
  let at = start;
  const { wallet } = scriptedWallet({
    wallet: {
      lists: () => Promise.resolve(succeed(at)),
      describeList: () => Promise.resolve(described === 'no list' ? refuse('receive/not-a-list') : succeed(described)),
      addList: (_received, pinned) => {
        added.push(pinned);
        at = [...at, { meta: meta(), kept: kept({ id: 'd1' }) }];
        return Promise.resolve(done);
      },
      removeList: (id) => {
        if (vault === 'locked') return Promise.resolve(refuse('vault/locked'));
        removed.push(id);
        at = at.filter((list) => list.kept?.id !== id);
        return Promise.resolve(succeed(id === 'damaged' ? undefined : { bytes: received.bytes, pinned: 'k0' }));
      },
    },
    transports: { readFile: () => Promise.resolve(succeed(received)) },
  });
  const made = createListsFlow(wallet, 5);
  const stop = made.flow.subscribe(() => undefined);
  return { ...made, added, removed, stop };
}
const soon = (ms = 0): Promise<void> => new Promise((go) => setTimeout(go, ms));

describe('trust lists', () => {
  it('adds nothing before the question what it is was answered', async () => {
    const { choose, add, flow, added } = lists();
    await soon();
    await choose(file, 'file');
    expect(flow.get().question).toMatchObject({ meta: { title: 'Partner schools' }, pin: { kind: 'new' } });
    expect(added).toEqual([]);
    await add();
    expect(added).toEqual(['k1']);
    expect(flow.get()).toMatchObject({ notice: 'added', lists: [{ kept: { id: 'd1' } }] });
  });

  it('pins no key where nobody signed', async () => {
    const { signerThumbprint: _none, ...unsigned } = meta({ signature: 'unsigned' });
    const { choose, add, flow, added } = lists([], unsigned);
    await soon();
    await choose(file, 'drop');
    expect(flow.get().question?.pin).toEqual({ kind: 'none' });
    await add();
    expect(added).toEqual([undefined]);
  });

  it('says what is no list, and what is there already', async () => {
    const none = lists([], 'no list');
    await soon();
    await none.choose(file, 'file');
    expect(none.flow.get()).toMatchObject({ error: { code: 'receive/not-a-list' } });
    const same = lists([{ meta: meta(), kept: kept({ id: 'd1' }) }]);
    await soon();
    await same.choose(file, 'file');
    expect(same.flow.get()).toMatchObject({ notice: 'already' });
    expect(same.flow.get().question).toBeUndefined();
  });

  it('tells a newer edition from an older one, and neither where another key signed or nobody did', () => {
    const issued = (day: number, changes: Partial<TrustListMeta> = {}): TrustListMeta => meta({ issuedAt: toInstant(day), digest: String(day), ...changes });
    const at: readonly ListAtHand[] = [{ meta: issued(5), kept: kept({ pinned: 'k1' }) }];
    expect([issued(6), issued(4), issued(5)].map((list) => editionOf(list, at))).toEqual(['newer', 'older', undefined]);
    expect([issued(6, { signerThumbprint: 'k2' }), issued(6, { title: 'Other schools' })].map((list) => editionOf(list, at))).toEqual([undefined, undefined]);
    const { signerThumbprint: _none, ...unsigned } = issued(6, { signature: 'unsigned' });
    expect(editionOf(unsigned, [{ meta: unsigned }])).toBeUndefined();
    expect(editionOf(meta({ edition: '10' }), [{ meta: meta({ edition: '9' }) }])).toBe('newer');
  });

  it('says that it is looking at a file, and takes one press for one', async () => {
    const { choose, add, flow, added } = lists();
    await soon();
    const looking = choose(file, 'file');
    expect(flow.get()).toMatchObject({ reading: true });
    await looking;
    expect(flow.get().reading).toBeUndefined();
    await Promise.all([add(), add()]);
    expect(added).toEqual(['k1']);
  });

  it('tells the key that was pinned from another that signs under the same name', () => {
    const at: readonly ListAtHand[] = [{ meta: meta({ digest: 'd0' }), kept: kept() }];
    expect(pinOf(meta({ signerThumbprint: 'k0' }), at)).toEqual({ kind: 'known', since: at[0] });
    expect(pinOf(meta(), at)).toEqual({ kind: 'other-key' });
    expect(pinOf(meta({ title: 'Another list' }), at)).toEqual({ kind: 'new' });
    const { signerThumbprint: _none, ...unsigned } = meta();
    expect(pinOf(unsigned, at), 'a signed list does not become an unsigned one').toEqual({ kind: 'other-key' });
  });

  it('takes a list away at once: no lock and no closed page brings it back', async () => {
    const list = { meta: meta(), kept: kept({ id: 'd1' }) };
    const { remove, end, flow, removed, added } = lists([list]);
    await soon();
    await remove(list);
    expect(removed).toEqual(['d1']);
    expect(flow.get()).toMatchObject({ leaving: list, lists: [] });
    end();
    await soon(30);
    expect([added, removed]).toEqual([[], ['d1']]);
    expect(flow.get().leaving).toBeUndefined();
  });

  it('adds a list again with its pin on Undo, for as long as that is offered', async () => {
    const list = { meta: meta(), kept: kept({ id: 'd1' }) };
    const { remove, undo, flow, added } = lists([list]);
    await soon();
    await remove(list);
    await undo();
    expect(added).toEqual(['k0']);
    expect(flow.get()).toMatchObject({ notice: 'undone', lists: [{ kept: { id: 'd1' } }] });
    await remove(list);
    await soon(30);
    expect(flow.get().leaving).toBeUndefined();
  });

  it('takes a damaged list away, and offers no Undo that could not bring it back', async () => {
    const [damaged, whole] = [{ kept: kept({ id: 'damaged' }) }, { meta: meta(), kept: kept({ id: 'd1' }) }];
    const { remove, flow, removed } = lists([damaged, whole]);
    await soon();
    await remove(damaged);
    expect(removed).toEqual(['damaged']);
    expect(flow.get()).toMatchObject({ leaving: damaged, isGone: true, lists: [{ kept: { id: 'd1' } }] });
    await remove(whole);
    expect(flow.get()).toMatchObject({ leaving: whole, lists: [] });
    expect(flow.get().isGone).toBeUndefined();
    await soon(30);
    expect(flow.get().leaving).toBeUndefined();
  });

  it('says where a list could not be removed, and shows it again', async () => {
    const list = { meta: meta(), kept: kept({ id: 'd1' }) };
    const { remove, flow } = lists([list], meta(), 'locked');
    await soon();
    await remove(list);
    expect(flow.get()).toMatchObject({ error: { code: 'vault/locked' }, lists: [list] });
    expect(flow.get().leaving).toBeUndefined();
  });

  it('keeps the question about a new list while the time for Undo of another runs out', async () => {
    const list = { meta: meta({ digest: 'd0' }), kept: kept() };
    const { remove, choose, flow } = lists([list]);
    await soon();
    await remove(list);
    await choose(file, 'file');
    await soon(30);
    expect(flow.get()).toMatchObject({ question: { meta: { digest: 'd1' } } });
    expect(flow.get().leaving).toBeUndefined();
  });
});
