import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';
import { sha256Hex } from '../../../core/encoding/sha256.ts';
import { utf8 } from '../join-parts.ts';
import { hkdf } from '../vault-keys.ts';

/** The age identity that a recovery code gives, and what may be known of it. */
export interface BackupIdentity {
  /** `AGE-SECRET-KEY-1…`: opens the backups of this wallet with any age tool. */
  readonly identity: string;
  /** `age1…` */
  readonly recipient: string;
  /** First 8 hex digits of SHA-256 of the text of the recipient; on the sheet and in the file name. */
  readonly shortId: string;
}

/** HKDF-SHA-256(16 bytes, empty salt, `mecum/1/backup-identity`), 32 bytes, as an X25519 identity (C2SP age, native). */
export async function toBackupIdentity(recovery: Uint8Array): Promise<BackupIdentity> {
  const scalar = await hkdf(recovery, new Uint8Array(0), utf8('mecum/1/backup-identity'));
  const identity = bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase();
  scalar.fill(0);
  const recipient = await identityToRecipient(identity);
  return { identity, recipient, shortId: (await sha256Hex(recipient)).slice(0, 8) };
}
