import { toRecoveryGroups, toRecoveryQrText } from '../../core/encoding/recovery-code.ts';
import { toInstant } from '../../core/model/instant.ts';
import type { RecoverySheet } from '../../wallet/ports.ts';

/** The sheet for 16 recovery bytes. Loads the age library: the short id is that of the backup's recipient. */
export async function makeSheet(bytes: Uint8Array, createdAt: number): Promise<RecoverySheet> {
  const { toBackupIdentity } = await import('./backup/backup-identity.ts');
  const { identity, shortId } = await toBackupIdentity(bytes);
  return {
    groups: toRecoveryGroups(bytes),
    qrText: toRecoveryQrText(bytes),
    shortId,
    ageIdentity: identity,
    createdAt: toInstant(createdAt),
  };
}
