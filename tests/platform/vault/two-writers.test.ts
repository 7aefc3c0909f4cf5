import { describe, expect, it } from 'vitest';
import type { Vault } from '../../../src/wallet/ports.ts';
import { flipped, readRaw, writeRaw } from './raw-rows.ts';
import { codeOf, createOpenRig, itemOf, passphrase, storageOver, valueOf } from './vault-rig.ts';

function titlesIn(vault: Vault): readonly (string | undefined)[] {
  return vault.snapshot.get().items.map(({ title }) => title[0]?.text);
}

describe('two writers that no lock keeps apart', () => {
  it('C08 two different credentials saved from the same state: one is kept, the other is refused, never both "saved"', async () => {
    const rig = await createOpenRig();
    valueOf(await rig.vault.add([await itemOf('before')]));
    const [first, other] = [await rig.again(), await rig.again()];
    for (const vault of [first, other]) valueOf(await vault.unlock(passphrase));
    const [one, two] = [await itemOf('one'), await itemOf('two')];
    valueOf(await first.add([one]));
    expect(codeOf(await other.add([two]))).toBe('vault/elsewhere');
    const next = await rig.again();
    valueOf(await next.unlock(passphrase));
    expect(titlesIn(next)).toEqual(['Title of before', 'Title of one']);
    expect(next.snapshot.get().damaged).toEqual([]);
    expect(valueOf(await next.open(one.summary.id)).raw).toEqual(one.raw);
    valueOf(await next.add([two]));
    expect(valueOf(await next.open(two.summary.id)).raw).toEqual(two.raw);
  });

  it('C08 unlocks what lies on the disk now, not what lay there when the tab was opened', async () => {
    const rig = await createOpenRig();
    await rig.vault.lock();
    const early = await rig.again();
    valueOf(await rig.vault.unlock(passphrase));
    valueOf(await rig.vault.add([await itemOf('one')]));
    valueOf(await early.unlock(passphrase));
    expect(early.snapshot.get().damaged).toEqual([]);
    expect(titlesIn(early)).toEqual(['Title of one']);
    valueOf(await early.add([await itemOf('two')]));
    expect(titlesIn(early)).toEqual(['Title of one', 'Title of two']);
  });

  it('C08 a vault deleted by another tab is absent, not locked', async () => {
    const rig = await createOpenRig();
    const other = await rig.again({ storage: storageOver(rig.factory) });
    valueOf(await rig.vault.destroy());
    expect(codeOf(await other.unlock(passphrase))).not.toBe('succeeded');
    expect(other.snapshot.get().status.kind).toBe('absent');
    valueOf(await other.create(passphrase));
    valueOf(await other.add([await itemOf('one')]));
  });
});

describe('one damaged copy of the header', () => {
  it('C16 does not keep the vault from writing when its counter is wrong', async () => {
    const rig = await createOpenRig();
    valueOf(await rig.vault.add([await itemOf('one')]));
    await rig.vault.lock();
    for (const copy of ['A', 'B'] as const) {
      for (const counter of [1, 1_000_000_000, Number.NaN]) {
        const rows = await readRaw(rig.factory);
        await writeRaw(rig.factory, { ...rows, headers: rows.headers.map((row) => (row.copy === copy ? { ...row, counter } : row)) });
        const vault = await rig.again();
        valueOf(await vault.unlock(passphrase));
        expect(codeOf(await vault.add([await itemOf(`${copy} ${counter}`)]))).toBe('succeeded');
        await vault.lock();
        const healed = await rig.again();
        valueOf(await healed.unlock(passphrase));
        expect(healed.snapshot.get().damaged).toEqual([]);
        await healed.lock();
      }
    }
  });

  it('B98 does not keep the words from opening the slot of the whole copy', async () => {
    const rig = await createOpenRig();
    await rig.vault.lock();
    const rows = await readRaw(rig.factory);
    for (const copy of ['A', 'B'] as const) {
      for (const cost of ['"m":1024', '"m":99999999']) {
        const spoil = (text: string): string => text.replace(/\\"m\\":\d+/, cost.replaceAll('"', '\\"'));
        const headers = rows.headers.map((row) => (row.copy === copy ? { ...row, text: spoil(row.text) } : row));
        expect(headers.find((row) => row.copy === copy)?.text).not.toBe(rows.headers[0]?.text);
        await writeRaw(rig.factory, { ...rows, headers });
        const vault = await rig.again();
        expect(codeOf(await vault.unlock(passphrase))).toBe('succeeded');
        await vault.lock();
      }
    }
    const headers = rows.headers.map((row) => ({ ...row, mac: flipped(row.mac, 3) }));
    await writeRaw(rig.factory, { ...rows, headers });
    expect(codeOf(await (await rig.again()).unlock(passphrase))).toBe('store/corrupt');
  });

  it('B98 a second passphrase opens although the cost of the first was tampered with in both copies', async () => {
    const rig = await createOpenRig();
    const second = { type: 'passphrase', passphrase: 'another set of plain words' } as const;
    valueOf(await rig.vault.addSlot(second));
    await rig.vault.lock();
    const rows = await readRaw(rig.factory);
    const headers = rows.headers.map((row) => ({ ...row, text: row.text.replace(/\\"m\\":\d+/, '\\"m\\":1024') }));
    await writeRaw(rig.factory, { ...rows, headers });
    const vault = await rig.again();
    // The MAC no longer fits, so nothing opens; but the second slot was tried, and its words were right.
    const answer = await vault.unlock(second);
    expect(answer).toMatchObject({ ok: false, error: { code: 'store/corrupt', facts: { what: 'header' } } });
    expect(codeOf(await vault.unlock(passphrase))).toBe('store/corrupt');
  });
});
