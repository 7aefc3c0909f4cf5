import { describe, expect, it } from 'vitest';
import { toRecoveryGroups } from '../../../src/core/encoding/recovery-code.ts';
import { codeOf, createOpenRig, createRig, itemOf, passphrase, shareOf, valueOf } from './vault-rig.ts';

describe('vault', () => {
  it('keeps items through lock, restart and unlock', async () => {
    const { vault, again } = await createRig();
    expect(vault.snapshot.get().status.kind).toBe('absent');
    const sheet = valueOf(await vault.create(passphrase));
    const item = await itemOf('one');
    expect(valueOf(await vault.add([item, await itemOf('two')]))).toHaveLength(2);
    expect(valueOf(await vault.open(item.summary.id)).raw).toEqual(item.raw);
    await vault.lock();
    expect(vault.snapshot.get().items).toEqual([]);
    expect(codeOf(await vault.open(item.summary.id))).toBe('vault/locked');
    const next = await again();
    expect(next.snapshot.get().status).toMatchObject({ kind: 'locked', slots: [{ type: 'passphrase' }, { type: 'recovery' }] });
    valueOf(await next.unlock(passphrase));
    expect(next.snapshot.get().items.map(({ id }) => id)).toContain(item.summary.id);
    expect(valueOf(await next.open(item.summary.id))).toEqual(item);
    await next.lock();
    valueOf(await next.unlock({ type: 'recovery', code: sheet.groups.join(' ') }));
    expect(next.snapshot.get().items).toHaveLength(2);
  });

  it('opens by the output of a passkey, and only by its own slot', async () => {
    const { vault } = await createRig();
    const output = crypto.getRandomValues(new Uint8Array(32));
    const slot = { type: 'prf', credentialId: new Uint8Array([1]), salt: new Uint8Array(32), transports: ['internal'], output } as const;
    valueOf(await vault.create(slot));
    await vault.lock();
    const { status } = vault.snapshot.get();
    const [prf] = status.kind === 'locked' ? status.slots : [];
    expect(prf?.prf).toEqual({ credentialId: slot.credentialId, salt: slot.salt, transports: ['internal'] });
    expect(codeOf(await vault.unlock({ type: 'prf', slotId: 'other', output }))).toBe('vault/wrong-secret');
    valueOf(await vault.unlock({ type: 'prf', slotId: prf?.id ?? '', output }));
  });

  it('skips items that are kept already and removes what is asked', async () => {
    const { vault } = await createOpenRig();
    const item = await itemOf('one');
    expect(valueOf(await vault.add([item, item]))).toEqual([item.summary.id]);
    expect(valueOf(await vault.add([item]))).toEqual([]);
    valueOf(await vault.remove([item.summary.id]));
    expect(vault.snapshot.get().items).toEqual([]);
    expect(codeOf(await vault.open(item.summary.id))).toBe('vault/not-found');
  });

  it('keeps issuers, shares, keys and new summaries', async () => {
    const { vault, again } = await createOpenRig();
    const item = await itemOf('one');
    valueOf(await vault.add([item]));
    const known = valueOf(await vault.knowIssuer({ keyThumbprint: 'k', issuerId: 'did:x:1', name: 'School', since: item.summary.savedAt }));
    valueOf(await vault.recordShare(shareOf('a')));
    valueOf(await vault.recordShare({ ...shareOf('a'), result: 'shown' }));
    valueOf(await vault.resummarize([{ ...item.summary, level: 'EQF 6' }]));
    const key = valueOf(await vault.holderKey('Ed25519'));
    const next = await again();
    valueOf(await next.unlock(passphrase));
    const seen = next.snapshot.get();
    expect(seen.issuers).toEqual([known]);
    expect(seen.shares).toEqual([{ ...shareOf('a'), result: 'shown' }]);
    expect(seen.items[0]?.level).toBe('EQF 6');
    expect(seen.holder).toEqual(key);
    expect(valueOf(await next.holderKey('Ed25519'))).toEqual(key);
    expect(seen.backup).toEqual({ changesSince: 3, sheetSeen: false });
    valueOf(await next.forgetIssuer(known.id));
    valueOf(await next.forgetShares());
    expect(next.snapshot.get()).toMatchObject({ issuers: [], shares: [] });
  });

  it('asks for a fresh secret before sheet, slots and delete-all', async () => {
    const { vault, time } = await createRig();
    const sheet = valueOf(await vault.create(passphrase));
    expect(valueOf(await vault.recoverySheet())).toEqual(sheet);
    time.now += 4 * 60_000;
    expect(codeOf(await vault.recoverySheet())).toBe('vault/fresh-unlock-needed');
    expect(codeOf(await vault.addSlot({ type: 'passphrase', passphrase: 'another long one' }))).toBe('vault/fresh-unlock-needed');
    expect(codeOf(await vault.destroy())).toBe('vault/fresh-unlock-needed');
    valueOf(await vault.confirm(passphrase));
    valueOf(await vault.recoverySheet());
    valueOf(await vault.addSlot({ type: 'passphrase', passphrase: 'another long one' }));
    const { status } = vault.snapshot.get();
    const first = status.kind === 'open' ? status.slots[0]?.id : undefined;
    valueOf(await vault.removeSlot(first ?? ''));
    await vault.lock();
    expect(codeOf(await vault.unlock(passphrase))).toBe('vault/wrong-secret');
    valueOf(await vault.unlock({ type: 'passphrase', passphrase: 'another long one' }));
    valueOf(await vault.destroy());
    expect(vault.snapshot.get().status.kind).toBe('absent');
  });

  it('takes no passphrase of fewer than 12 characters, whoever asks: neither for a new vault nor for one more way to open', async () => {
    const { vault } = await createRig();
    const [short, padded, long] = ['plum kettle', ' plum kettle ', 'plum kettles'].map((text) => ({ type: 'passphrase', passphrase: text }) as const);
    if (short === undefined || padded === undefined || long === undefined) throw new Error('three were asked for');
    const weak = { ok: false, error: { code: 'vault/weak-secret', facts: { reason: 'short' } } };
    for (const slot of [short, padded]) expect(await vault.create(slot)).toMatchObject(weak);
    expect(vault.snapshot.get().status.kind).toBe('absent');
    valueOf(await vault.create(passphrase));
    for (const slot of [short, padded]) expect(await vault.addSlot(slot)).toMatchObject(weak);
    for (const { passphrase: text } of [short, padded]) expect(await vault.makeBackup({ passphrase: text })).toMatchObject(weak);
    valueOf(await vault.addSlot(long));
    await vault.lock();
    valueOf(await vault.unlock(long));
  });

  it('keeps an existing sheet valid and tests the code on it', async () => {
    const { vault } = await createRig();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const code = toRecoveryGroups(bytes).join('-');
    const sheet = valueOf(await vault.create(passphrase, code));
    expect(sheet.groups.join('-')).toBe(code);
    valueOf(await vault.testRecoveryCode(sheet.qrText));
    expect(codeOf(await vault.testRecoveryCode(toRecoveryGroups(new Uint8Array(16)).join(' ')))).toBe('vault/wrong-secret');
    const mistyped = await vault.testRecoveryCode(`${code.slice(0, 7)}${code[7] === '9' ? '8' : '9'}${code.slice(8)}`);
    expect(mistyped).toMatchObject({ ok: false, error: { code: 'vault/mistyped-code', facts: { group: 2 } } });
  });
});
