import { refuse } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { BackupFile, RestorePreview, Secret } from '../../../wallet/ports.ts';
import { notHere } from '../vault-door.ts';
import type { VaultSession } from '../vault-session.ts';

export async function makeBackup(session: VaultSession, protection: 'recovery-code' | { readonly passphrase: string }): Promise<Attempt<BackupFile>> {
  return protection === 'recovery-code' ? notHere(session) : refuse('device/not-supported');
}
export async function confirmBackup(session: VaultSession, bytes: Uint8Array): Promise<Attempt<{ readonly count: number }>> {
  return bytes.length === 0 ? refuse('backup/not-a-backup') : notHere(session);
}
export async function previewRestore(session: VaultSession, bytes: Uint8Array, secret: Secret): Promise<Attempt<RestorePreview>> {
  return bytes.length === 0 || secret.type === 'prf' ? refuse('backup/not-a-backup') : notHere(session);
}
export async function restore(
  session: VaultSession,
  bytes: Uint8Array,
  secret: Secret,
  mode: 'merge' | 'replace',
): Promise<Attempt<{ readonly added: number; readonly unreadable: readonly string[] }>> {
  return bytes.length === 0 || secret.type === 'prf' || mode === 'replace' ? refuse('backup/not-a-backup') : notHere(session);
}
export async function exportOriginals(
  session: VaultSession,
): Promise<Attempt<{ readonly bytes: Uint8Array; readonly fileName: string; readonly count: number }>> {
  return notHere(session);
}
