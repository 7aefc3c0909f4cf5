import { describe, expect, it } from 'vitest';
import { withFailingRequest } from '../storage/failing-requests.ts';
import { flipped, readRaw } from './raw-rows.ts';
import { codeOf, createOpenRig, createRig, itemOf, passphrase, valueOf } from './vault-rig.ts';
import type { Rig } from './vault-rig.ts';

const deep = process.env['MECUM_DEEP'] === '1';
const refusals = new Set(['backup/not-a-backup', 'backup/newer-version', 'backup/wrong-secret', 'backup/damaged']);

interface Made {
  readonly bytes: Uint8Array;
  readonly code: { readonly type: 'recovery'; readonly code: string };
}

async function makeSmallBackup(): Promise<Made> {
  const { vault } = await createRig();
  const sheet = valueOf(await vault.create(passphrase));
  valueOf(await vault.add([await itemOf('one'), await itemOf('two')]));
  const { bytes } = valueOf(await vault.makeBackup('recovery-code'));
  return { bytes, code: { type: 'recovery', code: sheet.groups.join('') } };
}

/** Where the age header ends: from there on a wrong byte is damage, not a wrong secret. */
function headerEnd(bytes: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 1_000));
  return text.indexOf('\n', text.indexOf('\n---') + 1) + 1;
}

async function createTarget(): Promise<{ readonly rig: Rig; readonly before: string }> {
  const rig = await createOpenRig();
  valueOf(await rig.vault.add([await itemOf('mine')]));
  return { rig, before: JSON.stringify(await readRaw(rig.factory)) };
}

describe('damaged backups', () => {
  it('C22 refuses a backup cut short at every byte, and leaves the vault as it was', async () => {
    const { bytes, code } = await makeSmallBackup();
    const { rig, before } = await createTarget();
    const end = headerEnd(bytes);
    const cuts = Array.from({ length: bytes.length }, (_, at) => at).filter((at) => deep || at < 40 || at % 37 === 0 || Math.abs(at - end) < 4);
    for (const at of [...cuts, bytes.length - 1]) {
      const refused = codeOf(await rig.vault.restore(bytes.slice(0, at), code, 'replace'));
      expect(refusals.has(refused), `cut at ${at}: ${refused}`).toBe(true);
      if (at >= end) expect(refused, `cut at ${at}`).toBe('backup/damaged');
    }
    expect(JSON.stringify(await readRaw(rig.factory))).toBe(before);
    expect(valueOf(await rig.vault.restore(bytes, code, 'replace')).added).toBe(2);
  }, 600_000);

  it('C23 refuses a backup with a turned bit at every byte: no partial restore', async () => {
    const { bytes, code } = await makeSmallBackup();
    const { rig, before } = await createTarget();
    const end = headerEnd(bytes);
    for (let at = 0; at < bytes.length; at += deep || at < 40 ? 1 : 41) {
      const refused = codeOf(await rig.vault.restore(flipped(bytes, at, at % 8), code, 'merge'));
      expect(refusals.has(refused), `bit at ${at}: ${refused}`).toBe(true);
      if (at >= end) expect(refused, `bit at ${at}`).toBe('backup/damaged');
    }
    expect(JSON.stringify(await readRaw(rig.factory))).toBe(before);
    const added = new Uint8Array([...bytes, 0]);
    expect(codeOf(await rig.vault.restore(added, code, 'merge'))).toBe('backup/damaged');
    expect(valueOf(await rig.vault.restore(bytes, code, 'merge')).added).toBe(2);
  }, 600_000);

  it('C04 a restore that fails at any request leaves the old vault as it was', async () => {
    const { bytes, code } = await makeSmallBackup();
    let requests = 1;
    for (let n = 0; n <= requests; n++) {
      const { rig, before } = await createTarget();
      let answer = '';
      requests = await withFailingRequest(n, 'QuotaExceededError', async () => {
        answer = codeOf(await rig.vault.restore(bytes, code, 'replace'));
      });
      const whole = n >= requests;
      expect(answer).toBe(whole ? 'succeeded' : 'store/quota');
      if (!whole) expect(JSON.stringify(await readRaw(rig.factory))).toBe(before);
      const next = await rig.again();
      valueOf(await next.unlock(passphrase));
      const titles = next.snapshot.get().items.map(({ title }) => title[0]?.text);
      expect(titles).toEqual(whole ? ['Title of one', 'Title of two'] : ['Title of mine']);
    }
    expect(requests).toBeGreaterThan(3);
  });

  it('restores the rest and names what cannot be read', async () => {
    const { lockAge } = await import('../../../src/platform/vault/backup/age-file.ts');
    const { packBackup } = await import('../../../src/platform/vault/backup/backup-archive.ts');
    const { toBackupIdentity } = await import('../../../src/platform/vault/backup/backup-identity.ts');
    const { toRecoveryGroups } = await import('../../../src/core/encoding/recovery-code.ts');
    const recovery = crypto.getRandomValues(new Uint8Array(16));
    const [good, bad] = [await itemOf('good'), await itemOf('bad')];
    const body = ({ summary, mediaType, transport }: typeof good): never => ({ summary, mediaType, transport }) as never;
    const stamp = { kind: 'credential', created: 1, updated: 1 };
    const records = [
      { ...stamp, id: 'good', body: body(good), bytes: good.raw },
      { ...stamp, id: 'bad', body: body(bad), bytes: good.raw.slice(1) },
      { ...stamp, id: 'worse', body: { summary: 'nothing' } },
    ];
    const { recipient } = await toBackupIdentity(recovery);
    const bytes = await lockAge(await packBackup(records, 1), { recipient });
    const rig = await createOpenRig();
    const code = { type: 'recovery', code: toRecoveryGroups(recovery).join('') } as const;
    const preview = valueOf(await rig.vault.previewRestore(bytes, code));
    expect(preview.items).toEqual([
      { title: 'Title of good', state: 'new' },
      { title: 'Title of bad', state: 'unreadable' },
      { title: 'credential/worse', state: 'unreadable' },
    ]);
    expect(valueOf(await rig.vault.restore(bytes, code, 'merge'))).toEqual({ added: 1, unreadable: ['Title of bad', 'credential/worse'] });
  });
});
