import { describe, expect, it } from 'vitest';
import type { Vault } from '../../../src/wallet/ports.ts';
import { flipped, readRaw, writeRaw } from './raw-rows.ts';
import type { RawRows } from './raw-rows.ts';
import { codeOf, createOpenRig, itemOf, passphrase, valueOf } from './vault-rig.ts';
import type { Rig } from './vault-rig.ts';

const deep = process.env['MECUM_DEEP'] === '1';

/** Opens a second vault over rows that were changed behind the first one's back. */
async function reopen(rig: Rig, change: (rows: RawRows) => RawRows | void): Promise<Vault> {
  const rows = await readRaw(rig.factory);
  await writeRaw(rig.factory, change(rows) ?? rows);
  return rig.again();
}

/** Three credentials and the record row of the middle one. */
async function createThree(): Promise<{ readonly rig: Rig; readonly ids: readonly string[]; readonly rowId: string }> {
  const rig = await createOpenRig();
  const before = new Set((await readRaw(rig.factory)).records.map(({ id }) => id));
  valueOf(await rig.vault.add([await itemOf('two')]));
  const rowId = (await readRaw(rig.factory)).records.find(({ id }) => !before.has(id))?.id ?? '';
  valueOf(await rig.vault.add([await itemOf('one'), await itemOf('three')]));
  const ids = rig.vault.snapshot.get().items.map(({ id }) => id);
  await rig.vault.lock();
  return { rig, ids, rowId };
}

describe('tampered records', () => {
  it('C16 quarantines and names a record with a turned bit, wherever it is, and everything else works', async () => {
    const { rig, rowId } = await createThree();
    const whole = await readRaw(rig.factory);
    const row = whole.records.find(({ id }) => id === rowId);
    if (row === undefined) throw new Error('no such row');
    const step = deep ? 1 : 29;
    for (let at = 0; at < row.iv.length + row.ct.length; at += step) {
      const changed = at < row.iv.length ? { ...row, iv: flipped(row.iv, at) } : { ...row, ct: flipped(row.ct, at - row.iv.length, at % 8) };
      const vault = await reopen(rig, () => ({ ...whole, records: whole.records.map((one) => (one.id === rowId ? changed : one)) }));
      valueOf(await vault.unlock(passphrase));
      const two = await itemOf('two');
      expect(codeOf(await vault.open(two.summary.id))).toBe('store/corrupt');
      expect(vault.snapshot.get().damaged).toEqual([{ id: two.summary.id, title: 'Title of two' }]);
      expect(vault.snapshot.get().items.map(({ title }) => title[0]?.text)).toEqual(['Title of one', 'Title of three']);
      valueOf(await vault.open((await itemOf('one')).summary.id));
      valueOf(await vault.add([await itemOf(`more ${at}`)]));
    }
  }, 120_000);

  it('C16 takes a damaged credential back when it is added again, and lets it be removed', async () => {
    const { rig, rowId } = await createThree();
    const two = await itemOf('two');
    const spoil = (rows: RawRows): RawRows => ({ ...rows, records: rows.records.filter(({ id }) => id !== rowId) });
    const vault = await reopen(rig, spoil);
    valueOf(await vault.unlock(passphrase));
    expect(vault.snapshot.get().damaged).toHaveLength(1);
    expect(valueOf(await vault.add([two]))).toEqual([two.summary.id]);
    expect(vault.snapshot.get().damaged).toEqual([]);
    expect(valueOf(await vault.open(two.summary.id)).raw).toEqual(two.raw);
    const other = await createThree();
    const second = await reopen(other.rig, (rows) => ({ ...rows, records: rows.records.filter(({ id }) => id !== other.rowId) }));
    valueOf(await second.unlock(passphrase));
    valueOf(await second.remove([two.summary.id]));
    expect(second.snapshot.get().damaged).toEqual([]);
  });

  it('C17 reports a deleted, a swapped and a rolled-back record at unlock or at opening', async () => {
    const two = await itemOf('two');
    const deleted = await createThree();
    const first = await reopen(deleted.rig, (rows) => ({ ...rows, records: rows.records.filter(({ id }) => id !== deleted.rowId) }));
    valueOf(await first.unlock(passphrase));
    expect(first.snapshot.get().damaged).toEqual([{ id: two.summary.id, title: 'Title of two' }]);

    const swapped = await createThree();
    const second = await reopen(swapped.rig, (rows) => {
      const newest = Math.max(...rows.records.map(({ r }) => r));
      const [a, b] = [rows.records.find(({ id }) => id === swapped.rowId), rows.records.find(({ r }) => r === newest)];
      if (a === undefined || b === undefined) throw new Error('too few rows');
      const others = rows.records.filter(({ id }) => id !== a.id && id !== b.id);
      return { ...rows, records: [...others, { ...a, iv: b.iv, ct: b.ct }, { ...b, iv: a.iv, ct: a.ct }] };
    });
    valueOf(await second.unlock(passphrase));
    expect(valueOf(await second.makeBackup('recovery-code')).count).toBeLessThan(3);
    expect(second.snapshot.get().damaged.map(({ title }) => title)).toContain('Title of two');
  });

  it('C17 reports settings that were rolled back to an older revision', async () => {
    const rig = await createOpenRig();
    const old = await readRaw(rig.factory);
    valueOf(await rig.vault.markSheetSeen());
    const vault = await reopen(rig, (rows) => ({
      ...rows,
      records: rows.records.map((row) => old.records.find(({ id, r }) => id === row.id && r !== row.r) ?? row),
    }));
    valueOf(await vault.unlock(passphrase));
    expect(vault.snapshot.get().damaged).toHaveLength(1);
    const fine = await createOpenRig();
    const untouched = await fine.again();
    valueOf(await untouched.unlock(passphrase));
    expect(untouched.snapshot.get().damaged).toEqual([]);
  });

  it('C17 reports a removed credential that was put back behind the app, and does not list it', async () => {
    const { rig, rowId } = await createThree();
    const row = (await readRaw(rig.factory)).records.find(({ id }) => id === rowId);
    const two = await itemOf('two');
    valueOf(await rig.vault.unlock(passphrase));
    valueOf(await rig.vault.remove([two.summary.id]));
    const vault = await reopen(rig, (rows) => ({ ...rows, records: row === undefined ? [] : [...rows.records, row] }));
    valueOf(await vault.unlock(passphrase));
    expect(vault.snapshot.get().items).toHaveLength(2);
    expect(vault.snapshot.get().damaged).toEqual([{ id: two.summary.id, title: 'Title of two' }]);
    valueOf(await vault.remove([two.summary.id]));
    const after = await rig.again();
    valueOf(await after.unlock(passphrase));
    expect(after.snapshot.get().damaged).toEqual([]);
  });

  it('C17 rebuilds a lost summary chunk from its records, says so, and heals with the next write', async () => {
    for (const spoil of ['remove', 'flip', 'roll back'] as const) {
      const { rig } = await createThree();
      const old = await readRaw(rig.factory);
      valueOf(await rig.vault.unlock(passphrase));
      valueOf(await rig.vault.add([await itemOf('four')]));
      const vault = await reopen(rig, (rows) => {
        if (spoil === 'remove') return { ...rows, chunks: [] };
        if (spoil === 'roll back') return { ...rows, chunks: old.chunks };
        return { ...rows, chunks: rows.chunks.map((chunk) => ({ ...chunk, ct: flipped(chunk.ct, 3) })) };
      });
      valueOf(await vault.unlock(passphrase));
      expect(vault.snapshot.get().items.map(({ title }) => title[0]?.text).sort()).toEqual([
        'Title of four',
        'Title of one',
        'Title of three',
        'Title of two',
      ]);
      expect(vault.snapshot.get().damaged.map(({ id }) => id)).toEqual(['chunk:0', 'chunk:1']);
      valueOf(await vault.add([await itemOf('five')]));
      const healed = await rig.again();
      valueOf(await healed.unlock(passphrase));
      expect(healed.snapshot.get().items).toHaveLength(5);
      expect(healed.snapshot.get().damaged).toEqual([]);
    }
  });

  it('opens from the other copy where one header is damaged, and refuses where both are', async () => {
    const { rig } = await createThree();
    const whole = await readRaw(rig.factory);
    const spoilt = (copies: readonly string[]): RawRows => ({
      ...whole,
      headers: whole.headers.map((row) => (copies.includes(row.copy) ? { ...row, text: row.text.replace('"epoch":1', '"epoch":2') } : row)),
    });
    for (const copy of ['A', 'B']) {
      const vault = await reopen(rig, () => spoilt([copy]));
      valueOf(await vault.unlock(passphrase));
      expect(vault.snapshot.get().items).toHaveLength(3);
    }
    const both = await reopen(rig, () => spoilt(['A', 'B']));
    expect(codeOf(await both.unlock(passphrase))).toBe('store/corrupt');
    expect(both.snapshot.get().status.kind).toBe('locked');
  });

  it('B99 refuses records, chunks and slots of another vault', async () => {
    const [mine, other] = [await createThree(), await createThree()];
    const foreign = await readRaw(other.rig.factory);
    const vault = await reopen(mine.rig, (rows) => ({
      ...rows,
      records: rows.records.map((row, index) => ({ ...row, iv: foreign.records[index]?.iv ?? row.iv, ct: foreign.records[index]?.ct ?? row.ct })),
    }));
    valueOf(await vault.unlock(passphrase));
    for (const { id } of vault.snapshot.get().items) expect(codeOf(await vault.open(id))).toBe('store/corrupt');
    expect(vault.snapshot.get().damaged).toHaveLength(mine.ids.length);

    const third = await createThree();
    const rows = await readRaw(third.rig.factory);
    const parsed = rows.headers.map(({ text }) => JSON.parse(text) as { vaultId: string; slots: unknown[] });
    const foreignSlots = (JSON.parse(foreign.headers[0]?.text ?? '{}') as { slots: unknown[] }).slots;
    const headers = rows.headers.map((row, index) => ({ ...row, text: JSON.stringify({ ...parsed[index], slots: foreignSlots }) }));
    const moved = await reopen(third.rig, () => ({ ...rows, headers }));
    expect(codeOf(await moved.unlock(passphrase))).toBe('vault/wrong-secret');
  });

  it('B98 refuses a slot whose cost was lowered or raised, before deriving', async () => {
    let derived = 0;
    for (const [from, to] of [
      ['\\"m\\":65536', '\\"m\\":1024'],
      ['\\"m\\":65536', '\\"m\\":4194304'],
      ['\\"t\\":3', '\\"t\\":1000'],
      ['\\"p\\":1', '\\"p\\":255'],
    ] as const) {
      const { rig } = await createThree();
      const rows = await readRaw(rig.factory);
      expect(rows.headers[0]?.text).toContain(from);
      await writeRaw(rig.factory, { ...rows, headers: rows.headers.map((row) => ({ ...row, text: row.text.replaceAll(from, to) })) });
      const vault = await rig.again({
        kdf: {
          derive: async () => {
            derived++;
            return { ok: false, error: { code: 'device/worker-failed', facts: {} } };
          },
        },
      });
      expect(codeOf(await vault.unlock(passphrase))).toBe('store/corrupt');
    }
    expect(derived).toBe(0);
  });
});
