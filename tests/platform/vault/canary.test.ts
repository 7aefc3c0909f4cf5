import { describe, expect, it } from 'vitest';
import { openKeyRoom } from '../../../src/platform/keys/open-key-room.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { sha256Hex } from '../../../src/core/encoding/sha256.ts';
import { encodeBase64url } from '../../../src/core/encoding/base64url.ts';
import { toRecoveryGroups } from '../../../src/core/encoding/recovery-code.ts';
import { readRaw } from './raw-rows.ts';
import { createOpenRig, itemOf, passphrase, shareOf, valueOf } from './vault-rig.ts';

/** Every text and every byte of a value, as one latin1 text in which canaries can be looked for. */
function flatten(value: unknown): string {
  if (value instanceof Uint8Array) return `${new TextDecoder('latin1').decode(value)} ${encodeBase64url(value)}`;
  if (Array.isArray(value)) return value.map(flatten).join(' ');
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([key, member]) => `${key} ${flatten(member)}`).join(' ');
  return String(value);
}

describe('what leaves the vault', () => {
  it('I6 no secret and no claim is on the disk, and no secret in any snapshot or error', async () => {
    const asked: Uint8Array[] = [];
    const randomness = {
      bytes: (length: number) => {
        const bytes = crypto.getRandomValues(new Uint8Array(length));
        asked.push(Uint8Array.from(bytes));
        return bytes;
      },
    };
    const rig = await createOpenRig({ randomness, openKeyRoom });
    const told: string[] = [];
    rig.vault.snapshot.subscribe(() => told.push(flatten(rig.vault.snapshot.get())));
    const [recovery, root] = asked.filter(({ length }) => length === 16 || length === 32).slice(0, 2);
    if (recovery === undefined || root === undefined) throw new Error('nothing was asked of the randomness');
    const [item] = valueOf(await rig.vault.add([await itemOf('CANARY-claim')]));
    if (item === undefined) throw new Error('nothing was kept');
    const bytes = new TextEncoder().encode('CANARY-evidence');
    const file = { id: 'f', name: 'CANARY-file.txt', mediaType: 'text/canary', size: bytes.length, sha256: await sha256Hex(bytes) };
    const owned = { origin: 'owner', createdAt: toInstant(1), updatedAt: toInstant(1) } as const;
    valueOf(await rig.vault.keepOwn({ kind: 'collection', id: 'c', ...owned, name: 'CANARY-name', intro: 'CANARY-intro', items: [item], priorLearning: ['p'] }, []));
    valueOf(await rig.vault.keepOwn({ kind: 'note', id: 'n', ...owned, item, text: 'CANARY-note' }, []));
    valueOf(await rig.vault.keepOwn({ kind: 'prior-learning', id: 'p', ...owned, title: 'CANARY-title', what: 'CANARY-what', when: 'CANARY-when', evidence: [file] }, [{ ...file, bytes }]));
    valueOf(await rig.vault.recordShare({ ...shareOf('s'), receiver: 'CANARY-receiver' }));
    const key = valueOf(await rig.vault.holderKey('Ed25519'));
    const sheet = valueOf(await rig.vault.recoverySheet());
    expect(sheet.groups).toEqual(toRecoveryGroups(recovery));
    const secrets = [
      ...[recovery, root].flatMap((bytes) => [new TextDecoder('latin1').decode(bytes), encodeBase64url(bytes)]),
      sheet.groups.join(''), sheet.groups.slice(0, 2).join(''), sheet.groups.join(' '), sheet.ageIdentity, passphrase.passphrase,
    ];
    const errors = await Promise.all([
      rig.vault.unlock({ type: 'recovery', code: `${sheet.groups.slice(0, 7).join('')}000000` }),
      rig.vault.unlock({ type: 'passphrase', passphrase: `${passphrase.passphrase} not` }),
      rig.vault.testRecoveryCode(`${sheet.groups.join(' ')}9`),
      rig.vault.sign({ kind: 'raw', verificationMethod: key.verificationMethod, secret: passphrase.passphrase } as never),
      rig.vault.restore(new Uint8Array(10), { type: 'recovery', code: sheet.groups.join('') }, 'merge'),
    ]);
    expect(errors.map(({ ok }) => ok)).toEqual([false, false, false, false, false]);
    await rig.vault.lock();
    const disk = flatten(await readRaw(rig.factory));
    for (const secret of secrets) {
      expect(disk).not.toContain(secret);
      expect(flatten(errors)).not.toContain(secret);
      for (const text of told) expect(text).not.toContain(secret);
    }
    for (const canary of ['claim', 'name', 'intro', 'note', 'title', 'what', 'when', 'file']) expect(told.some((text) => text.includes(`CANARY-${canary}`)), canary).toBe(true);
    expect(told.some((text) => text.includes('CANARY-evidence')), 'files are opened one by one').toBe(false);
    expect(told.at(-1)).not.toContain('CANARY');
    expect(told.at(-1)).not.toContain(key.did);
    for (const canary of ['CANARY', 'credential', 'holder-key', 'open-badges', 'collection', 'prior-learning', 'owner', 'text/canary', file.sha256, item, key.did]) expect(disk).not.toContain(canary);
    expect(disk).toContain('mecum-vault');
  });
});
