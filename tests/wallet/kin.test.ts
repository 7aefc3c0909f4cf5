import { describe, expect, it, vi } from 'vitest';
import { toInstant } from '../../src/core/model/instant.ts';
import { succeed } from '../../src/core/model/attempt.ts';
import { credentialsIn } from '../../src/core/model/examination.ts';
import type { Want } from '../../src/core/model/answers.ts';
import { createEdwardsKey, freshSeeds } from '../../src/tools/sampling/sample-keys.ts';
import type { EdwardsKey } from '../../src/tools/sampling/sample-keys.ts';
import { testNow } from '../support/examining.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { answered, bitstringEntry, bitstringList, listAddress, withStatus } from '../support/status-lists.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

it('what a list says of one credential counts in the list of credentials for all that stand in it, and for nobody else', async () => {
  const [key, other] = [await createEdwardsKey(freshSeeds('issuer')), await createEdwardsKey(freshSeeds('other'))];
  const list = await bitstringList(key, [6]);
  const { wallet, rig, received } = await createNodeWorld(undefined, async () => succeed(answered(list)));
  rig.time.now = testNow;
  valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const made = [
    await withStatus(key, bitstringEntry(), { id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000005' }),
    await withStatus(key, bitstringEntry({ statusListIndex: '6' }), { id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000006' }),
    await withStatus(other, bitstringEntry({ statusListIndex: '6' }), { id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000007' }),
  ];
  const review = valueOf(await wallet.receive(received(JSON.stringify(made))));
  wallet.setPending(review);
  const saved = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id))).saved;
  const [asked] = saved;
  if (asked === undefined) throw new Error('nothing was saved');
  const status = () => saved.map((id) => rig.vault.snapshot.get().items.find((item) => item.id === id)?.axes.status);
  expect(status()).toEqual(['could-not-check', 'could-not-check', 'could-not-check']);
  const want: Want = { url: listAddress, purpose: 'status-list' };
  expect(await wallet.ask(want, 'wallet')).toMatchObject({ ok: true });
  expect(valueOf(await wallet.open(asked)).examined.axes.status).toBe('in-force');
  await vi.waitFor(() => expect(status()).toEqual(['in-force', 'cancelled', 'could-not-check']), 5_000);
});

it('B60 a site that answers with an older list again makes nobody valid who was cancelled since: in the wallet, after a lock, and on the check page', async () => {
  const key = await createEdwardsKey(freshSeeds('issuer'));
  const [older, newer] = [await bitstringList(key, [], { validFrom: '2026-10-01T00:00:00Z' }), await bitstringList(key, [5], { validFrom: '2026-11-02T00:00:00Z' })];
  let list = newer;
  const { wallet, rig, received } = await createNodeWorld(undefined, async () => succeed(answered(list, { at: toInstant(rig.time.now) })));
  rig.time.now = testNow;
  valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const file = received(JSON.stringify(await withStatus(key, bitstringEntry(), { id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000005' })));
  const review = valueOf(await wallet.receive(file));
  wallet.setPending(review);
  const [id] = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id))).saved;
  if (id === undefined) throw new Error('nothing was saved');
  const want: Want = { url: listAddress, purpose: 'status-list' };
  const looks = async () => [valueOf(await wallet.open(id)).examined.axes.status, credentialsIn(valueOf(await wallet.check(file, 'none')))[0]?.axes.status];
  for (const next of [newer, older]) {
    list = next;
    rig.time.now += 1_000;
    await wallet.ask(want, 'wallet');
    await wallet.ask(want, 'check');
    expect(await looks(), JSON.stringify(next === newer)).toEqual(['cancelled', 'cancelled']);
  }
  await wallet.lock();
  valueOf(await rig.vault.unlock({ type: 'passphrase', passphrase: 'eleven quiet lemons on the roof' }));
  expect((await looks())[0]).toBe('cancelled');
});

describe('B60 a site that answers with one older list after another', () => {
  const passphrase = 'eleven quiet lemons on the roof';
  const want: Want = { url: listAddress, purpose: 'status-list' };
  const dated = (key: EdwardsKey, set: readonly number[], day: string, subject = {}) => bitstringList(key, set, { validFrom: `2026-${day}T00:00:00Z` }, subject);

  async function worldWith(first: unknown, key: EdwardsKey) {
    let list = first;
    const world = await createNodeWorld(undefined, async () => succeed(answered(list, { at: toInstant(world.rig.time.now) })));
    const { wallet, rig, received } = world;
    rig.time.now = testNow;
    const sheet = valueOf(await wallet.protectByPassphrase(passphrase));
    const file = received(JSON.stringify(await withStatus(key, bitstringEntry(), { id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000005' })));
    const review = valueOf(await wallet.receive(file));
    wallet.setPending(review);
    const [id] = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id))).saved;
    if (id === undefined) throw new Error('nothing was saved');
    const look = async () => [valueOf(await wallet.open(id)).examined.axes.status, credentialsIn(valueOf(await wallet.check(file, 'none')))[0]?.axes.status];
    const says = async (next: unknown) => {
      list = next;
      rig.time.now += 1_000;
      await wallet.ask(want, 'wallet');
      await wallet.ask(want, 'check');
    };
    return { wallet, rig, sheet, look, says };
  }

  it('makes nobody valid who was cancelled since, however many they are: in the wallet, after a lock, and on the check page', async () => {
    const key = await createEdwardsKey(freshSeeds('issuer'));
    const { wallet, rig, look, says } = await worldWith(await dated(key, [5], '11-02'), key);
    await says(await dated(key, [5], '11-02'));
    expect(await look()).toEqual(['cancelled', 'cancelled']);
    for (const day of ['10-01', '10-02', '10-03', '11-01', '09-01']) {
      await says(await dated(key, [], day));
      expect(await look(), day).not.toContain('in-force');
    }
    for (const day of ['10-04', '10-05', '10-06']) await says(await dated(key, [], day));
    expect(await look(), 'three without a look between them').toEqual(['could-not-check', 'could-not-check']);
    await wallet.lock();
    valueOf(await rig.vault.unlock({ type: 'passphrase', passphrase }));
    expect((await look())[0], 'offline, after a lock').toBe('could-not-check');
    await says(await dated(key, [], '11-03'));
    expect(await look(), 'a newer list of the issuer counts').toEqual(['in-force', 'in-force']);
  });

  it('nor does a list without any date, nor a file with an older one', async () => {
    const key = await createEdwardsKey(freshSeeds('issuer'));
    const { look, says, wallet, rig } = await worldWith(undefined, key);
    await says(await dated(key, [], '11-02'));
    expect(await look()).toEqual(['in-force', 'in-force']);
    await says(await bitstringList(key, [], { validFrom: undefined }));
    await says(await bitstringList(key, [9], { validFrom: undefined }));
    await says(await bitstringList(key, [8], { validFrom: undefined }));
    expect(await look()).toEqual(['could-not-check', 'could-not-check']);
    rig.time.now += 1_000;
    const older = new TextEncoder().encode(JSON.stringify(await dated(key, [], '10-20')));
    await wallet.answerByFile(want, { bytes: older, transport: 'file', arrivedAt: toInstant(rig.time.now) }, 'wallet');
    expect((await look())[0]).toBe('could-not-check');
  });

  it('is not helped by a backup that is restored, one of before or one that lowers the mark; and a mark comes with a backup', async () => {
    const key = await createEdwardsKey(freshSeeds('issuer'));
    const { wallet, rig, sheet, look, says } = await worldWith(undefined, key);
    await says(await dated(key, [], '10-01'));
    expect(await look()).toEqual(['in-force', 'in-force']);
    const secret = { type: 'recovery', code: sheet.groups.join('') } as const;
    const before = valueOf(await wallet.makeBackup('recovery-code'));
    await says(await dated(key, [5], '11-02'));
    expect(await look()).toEqual(['cancelled', 'cancelled']);
    const after = valueOf(await wallet.makeBackup('recovery-code'));
    for (const mode of ['merge', 'replace'] as const) {
      valueOf(await wallet.restore(before.bytes, secret, mode));
      await says(await dated(key, [], '10-02'));
      await says(await dated(key, [], '10-03'));
      await says(await dated(key, [], '10-04'));
      expect((await look())[0], mode).not.toBe('in-force');
    }
    const marks = async (of: typeof rig) => valueOf(await of.vault.answers([listAddress])).flatMap(({ markOf, at }) => (markOf === undefined ? [] : [new Date(at).toISOString()]));
    expect(await marks(rig)).toEqual(['2026-11-02T00:00:00.000Z']);
    const other = await createNodeWorld();
    other.rig.time.now = testNow;
    valueOf(await other.wallet.protectByPassphrase(passphrase));
    valueOf(await other.wallet.restore(before.bytes, secret, 'merge'));
    expect(await marks(other.rig)).toEqual(['2026-10-01T00:00:00.000Z']);
    valueOf(await other.wallet.restore(after.bytes, secret, 'merge'));
    expect(await marks(other.rig), 'the later one of two counts').toEqual(['2026-11-02T00:00:00.000Z']);
  });
});
