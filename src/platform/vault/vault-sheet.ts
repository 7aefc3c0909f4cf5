import { parseRecoveryCode } from '../../core/encoding/recovery-code.ts';
import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { RecoverySheet } from '../../wallet/ports.ts';
import { makeSheet } from './recovery-sheet.ts';
import type { PlainRecord } from './sealed-record.ts';
import { notHere } from './vault-door.ts';
import type { VaultSession } from './vault-session.ts';
import { wholeEntries } from './vault-snapshot.ts';
import { putSettings, readEntry } from './vault-shelf.ts';

/** The sealed record of the 16 recovery bytes. The caller zero-fills `bytes`. */
export async function readRecovery(session: VaultSession): Promise<Attempt<PlainRecord & { readonly bytes: Uint8Array }>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const entry = wholeEntries(vault, 'recovery-code')[0];
  if (entry === undefined) return refuse('store/corrupt', { what: 'recovery-code' });
  const record = await readEntry(session, entry);
  if (!record.ok) return record;
  const { bytes } = record.value;
  return bytes === undefined ? refuse('store/corrupt', { what: 'recovery-code' }) : succeed({ ...record.value, bytes });
}

/** The sheet again; only shortly after a secret was proven. */
export async function recoverySheet(session: VaultSession): Promise<Attempt<RecoverySheet>> {
  if (session.vault() === undefined) return notHere(session);
  if (session.freshRoot() === undefined) return refuse('vault/fresh-unlock-needed');
  const record = await readRecovery(session);
  if (!record.ok) return record;
  const sheet = await makeSheet(record.value.bytes, record.value.created);
  record.value.bytes.fill(0);
  return succeed(sheet);
}

/** Compares a code typed from paper: `vault/mistyped-code` names the group, `vault/wrong-secret` is another sheet's code. */
export async function testRecoveryCode(session: VaultSession, text: string): Promise<Attempt<void>> {
  const code = parseRecoveryCode(text);
  if (!code.ok) return code;
  const record = await readRecovery(session);
  if (!record.ok) return record;
  const same = code.value.every((byte, index) => byte === record.value.bytes[index]);
  code.value.fill(0);
  record.value.bytes.fill(0);
  return same ? succeed(undefined) : refuse('vault/wrong-secret');
}

export async function markSheetSeen(session: VaultSession): Promise<Attempt<void>> {
  const vault = session.vault();
  if (vault === undefined) return notHere(session);
  const now = session.tools.clock.now();
  return session.commit({ put: [putSettings(vault, now, (settings) => ({ ...settings, sheetSeen: true }))] });
}
