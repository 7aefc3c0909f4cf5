import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { Received } from '../core/model/received.ts';
import type { TrustListFile, TrustListMeta } from '../core/model/trust.ts';
import { judgeAgain } from './judge-again.ts';
import type { Ports } from './ports.ts';
import type { ListAtHand } from './wallet.ts';

/** What a file says of itself as a trust list, before it is added. `receive/not-a-list` where it is none that holds. */
export async function describeList(ports: Ports, { bytes }: Received): Promise<Attempt<TrustListMeta>> {
  const described = await ports.examiner.describeLists([{ bytes }]);
  if (!described.ok) return described;
  const [meta] = described.value;
  return meta === undefined ? refuse('receive/not-a-list') : succeed(meta);
}

/**
 * The learner's own lists in the order they were added, then those of the app. A list of the learner's that cannot be read
 * (any more) is there without a word of its own, so that she can remove it.
 */
export async function listsAtHand(ports: Ports): Promise<Attempt<readonly ListAtHand[]>> {
  const { vault, examiner } = ports;
  const { lists } = vault.snapshot.get();
  const opened = lists.length === 0 ? succeed([]) : await vault.openLists();
  if (!opened.ok) return opened;
  const [own, bundled] = [await examiner.describeLists(opened.value), await examiner.describeLists(await ports.bundledLists())];
  if (!own.ok) return own;
  if (!bundled.ok) return bundled;
  const mine = lists.map((kept): ListAtHand => {
    const meta = own.value.find((one) => one?.digest === kept.id);
    return meta === undefined ? { kept } : { kept, meta };
  });
  return succeed([...mine, ...bundled.value.flatMap((meta): readonly ListAtHand[] => (meta === undefined ? [] : [{ meta }]))]);
}

/**
 * Takes a list of the learner's away. Who is known only by lists is judged anew when the credential is opened, and until
 * then counts as not checked: a name must not outlive the list that it is from. First that is written, then the list
 * goes, so that a fault in between leaves too little said and never too much; last, each is judged by the lists left.
 */
export async function removeList(ports: Ports, id: string): Promise<Attempt<TrustListFile | undefined>> {
  const { vault } = ports;
  const { items } = vault.snapshot.get();
  const byLists = items.filter(({ axes }) => axes.issuer === 'listed' || axes.issuer === 'vouched-by-domain');
  const written = byLists.length === 0 ? succeed(undefined) : await vault.resummarize(byLists.map((summary) => ({ ...summary, axes: { ...summary.axes, issuer: 'could-not-check' as const } })));
  if (!written.ok) return written;
  const removed = await vault.removeList(id);
  await judgeAgain(ports, byLists);
  return removed;
}

/**
 * Adds a list, pinned to a key or not. Kept credentials of signers that nobody named are then judged once more, and those
 * that lists named: this may be a newer edition that leaves them out.
 */
export async function addList(ports: Ports, { bytes }: Received, pinned: string | undefined): Promise<Attempt<void>> {
  const added = await ports.vault.addList({ bytes, ...(pinned === undefined ? {} : { pinned }) });
  if (!added.ok) return added;
  await judgeAgain(ports, ports.vault.snapshot.get().items.filter(({ axes }) => axes.unchanged === 'yes' && axes.issuer !== 'own-list'));
  return succeed(undefined);
}
