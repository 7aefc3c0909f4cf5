import { beforeEach, describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import type { Did } from '../../../../src/core/model/ids.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import type { ShareRecord } from '../../../../src/core/model/stored.ts';
import type { PreparedShare, ShareSettings, Wallet } from '../../../../src/wallet/wallet.ts';
import { forgetOnLock, forgetShareChoice, recallShareChoice, rememberShareChoice, settingsFor } from '../../../../src/ui/screens/share/share-settings.ts';
import { createShareFlow, mayProve, parseIds } from '../../../../src/ui/screens/share/use-share.ts';
import { problemsOf, toChoice, toForm } from '../../../../src/ui/screens/share-to/use-share-to.ts';
import { toggle } from '../../../../src/ui/screens/share-what/use-share-what.ts';
import { createFakeWallet } from '../../../support/fake-wallet.ts';
import { itemSummary } from '../../../support/item-summary.ts';
import { inTurn, scriptedWallet } from '../../scripted-wallet.ts';

const ours = 'did:key:z6MkOurs' as Did;
const holder = { did: ours, verificationMethod: `${ours}#1`, type: 'Ed25519' } as const;
const withKey = { holder, items: [itemSummary('a', { subjectId: ours }), itemSummary('b')] };

function prepared(compressedBytes: number, settings: ShareSettings): PreparedShare {
  return {
    id: 's1',
    items: [],
    presentation: { bytes: new Uint8Array(), mediaType: 'application/vp', fileName: 'share.json' },
    seen: { kind: 'collection', parts: [], class: 'unknown' },
    size: { bytes: compressedBytes * 3, compressedBytes, codeParts: 4, linkCharacters: 100 },
    settings,
    form: 'presentation',
  };
}

function recording(compressedBytes: number, shares: readonly ShareRecord[] = []) {
  const given: ShareSettings[] = [];
  const time = { now: 0 };
  const { wallet } = scriptedWallet({
    vault: { ...withKey, shares },
    wallet: {
      now: () => toInstant(time.now),
      prepareShare: (_ids, settings) => {
        given.push(settings);
        return Promise.resolve(succeed(prepared(compressedBytes, settings)));
      },
    },
  });
  return { wallet, given, time };
}

async function settled(flow: { readonly subscribe: (listener: () => void) => () => void; readonly get: () => { kind: string } }): Promise<void> {
  flow.subscribe(() => undefined);
  for (let turn = 0; turn < 20 && flow.get().kind === 'preparing'; turn += 1) await Promise.resolve();
}

const openShare = (wallet: Wallet, ids: string) => createShareFlow(wallet, ids, () => Promise.resolve('what draws it'));

beforeEach(forgetShareChoice);

describe('share', () => {
  it('offers "Prove it is me" only where every chosen credential names our key', () => {
    const state = scriptedWallet({ vault: withKey }).wallet.state.get();
    expect(mayProve(state, parseIds('a'))).toBe(true);
    expect(mayProve(state, parseIds('b'))).toBe(false);
    expect(mayProve(state, parseIds('a,b'))).toBe(false);
    expect(mayProve(state, parseIds('gone'))).toBe(false);
    expect(mayProve(state, [])).toBe(false);
    expect(mayProve(scriptedWallet({ vault: { items: withKey.items } }).wallet.state.get(), parseIds('a'))).toBe(false);
  });

  it('prepares with the least that makes sense: seven days, nobody named, proof where a key fits', async () => {
    const { wallet, given } = recording(900);
    const { flow } = openShare(wallet, 'a');
    await settled(flow);
    expect(flow.get().kind).toBe('ready');
    expect(given).toEqual([{ receiver: '', purpose: '', end: 'interview', proof: 'prove' }]);
  });

  it('gives a share that goes out as a file the longer end, unless the person chose one', async () => {
    const big = recording(20_000);
    await settled(openShare(big.wallet, 'b').flow);
    expect(big.given.map(({ end }) => end)).toEqual(['interview', 'application']);
    forgetShareChoice();
    await settled(openShare(big.wallet, 'b').flow);
    expect(big.given.map(({ end }) => end), 'known as big: signed once').toEqual(['interview', 'application', 'application']);
    forgetShareChoice();
    const lessOfIt = recording(900);
    await settled(openShare(lessOfIt.wallet, 'b').flow);
    expect(lessOfIt.given.map(({ end }) => end)).toEqual(['application', 'interview']);
    rememberShareChoice({ receiver: 'Kotihoiva Oy', purpose: '', end: 'interview' });
    const chosen = recording(20_000);
    await settled(openShare(chosen.wallet, 'b').flow);
    expect(chosen.given).toEqual([{ receiver: 'Kotihoiva Oy', purpose: '', end: 'interview', proof: 'sign' }]);
  });

  it('signs a share once for whoever comes back to it with the same choices, and anew for others, later, or once it went out', async () => {
    const { wallet, given, time } = recording(900);
    const open = async (): Promise<number> => {
      await settled(openShare(wallet, 'a').flow);
      return given.length;
    };
    expect([await open(), await open()]).toEqual([1, 1]);
    rememberShareChoice({ receiver: 'Kotihoiva Oy', purpose: '' });
    expect([await open(), await open()]).toEqual([2, 2]);
    rememberShareChoice({ receiver: 'Kotihoiva Oy', purpose: 'Interview' });
    expect([await open(), await open()]).toEqual([3, 3]);
    rememberShareChoice({ receiver: 'Kotihoiva Oy', purpose: '' });
    expect(await open(), 'back to the choices of before').toBe(3);
    time.now = 2 * 60_000 + 1;
    expect([await open(), await open()]).toEqual([4, 4]);
    const out = recording(900, [{ id: 's1', result: 'shown' } as ShareRecord]);
    forgetShareChoice();
    await settled(openShare(out.wallet, 'a').flow);
    await settled(openShare(out.wallet, 'a').flow);
    expect(out.given).toHaveLength(2);
  });

  it('waits where too many were signed within a minute, tells until when, and goes on when asked again', async () => {
    const settings = settingsFor('a', recallShareChoice(), 'prove', 'interview');
    const prepareShare = inTurn<unknown>(refuse('vault/wait', { waitUntil: 60_000 }), succeed(prepared(10, settings))) as never;
    const { wallet } = scriptedWallet({ vault: withKey, wallet: { prepareShare } });
    const share = openShare(wallet, 'a');
    await settled(share.flow);
    expect(share.flow.get()).toEqual({ kind: 'waiting', until: 60_000 });
    share.again();
    await settled(share.flow);
    expect(share.flow.get().kind).toBe('ready');
  });

  it('keeps the error of a share that could not be made, and tries again', async () => {
    const missing = refuse('present/key-missing');
    const settings = settingsFor('a', recallShareChoice(), 'sign', 'none');
    const { wallet } = scriptedWallet({ vault: withKey, wallet: { prepareShare: inTurn<unknown>(missing, succeed(prepared(10, settings))) as never } });
    const share = openShare(wallet, 'a');
    await settled(share.flow);
    expect(share.flow.get()).toEqual({ kind: 'failed', error: missing.error });
    share.again();
    await settled(share.flow);
    expect(share.flow.get().kind).toBe('ready');
  });

  it('offers no code before what draws the share is there, says so where it cannot be loaded, and signs once for all tries', async () => {
    const { wallet, given } = recording(900);
    let arrive: (view: string) => void = () => undefined;
    const views = [Promise.reject(new Error('no network')), new Promise<string>((done) => (arrive = done))];
    const share = createShareFlow(wallet, 'a', () => views.shift() ?? Promise.resolve('late'));
    await settled(share.flow);
    expect(share.flow.get()).toEqual({ kind: 'failed', error: { code: 'device/worker-failed', facts: {} } });
    share.again();
    await settled(share.flow);
    expect(share.flow.get().kind, 'signed, and not yet to be seen').toBe('preparing');
    arrive('what draws it');
    await settled(share.flow);
    expect(share.flow.get()).toMatchObject({ kind: 'ready', view: 'what draws it', share: { id: 's1' } });
    expect(given).toHaveLength(1);
  });

  it('uses a code from a receiver for the credentials it was given for, and for no others', () => {
    rememberShareChoice(toChoice({ receiver: ' Kotihoiva Oy ', purpose: '', end: 'none', challenge: ' 42 ' }, 'a,b'));
    expect(settingsFor('a,b', recallShareChoice(), 'sign', 'interview')).toEqual({
      receiver: 'Kotihoiva Oy',
      purpose: '',
      end: 'none',
      proof: 'sign',
      challenge: '42',
    });
    expect(settingsFor('a', recallShareChoice(), 'sign', 'interview')).not.toHaveProperty('challenge');
    expect(toForm(recallShareChoice(), 'a').challenge).toBe('');
    expect(toForm(recallShareChoice(), 'a,b').challenge).toBe('42');
  });

  it('forgets the receiver when the vault is locked', async () => {
    const wallet = createFakeWallet();
    forgetOnLock(wallet);
    rememberShareChoice({ receiver: 'Kotihoiva Oy', purpose: 'Interview' });
    wallet.setPending(undefined);
    expect(recallShareChoice().receiver).toBe('Kotihoiva Oy');
    await wallet.lock();
    expect(recallShareChoice()).toEqual({ receiver: '', purpose: '' });
  });

  it('counts the receiver in characters as a person sees them', () => {
    const form = { receiver: '🎓'.repeat(200), purpose: '', end: 'interview', challenge: '' } as const;
    expect(problemsOf(form)).toEqual([]);
    expect(problemsOf({ ...form, receiver: `${form.receiver}x`, challenge: 'c'.repeat(257) })).toEqual(['receiver', 'challenge']);
  });

  it('reads ids from the address, each once, and ticks them on and off', () => {
    expect(parseIds('a,b,,a')).toEqual(['a', 'b']);
    const [a, b] = parseIds('a,b');
    expect(toggle([], a as never)).toEqual(['a']);
    expect(toggle(parseIds('a,b'), b as never)).toEqual(['a']);
  });
});
