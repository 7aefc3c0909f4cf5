import type { JsonValue } from '../../core/model/json.ts';
import type { VaultStorage } from '../storage/vault-storage.ts';
import type { OpenVault } from './open-vault.ts';
import { unjudgedEntries } from './own-entries.ts';
import { ownBody } from './own-shapes.ts';
import { openRecord } from './sealed-record.ts';

/**
 * [Note: Carried by an older build] A build that does not know what the owner writes keeps such records out of a backup as
 * they are, without a summary. This one judges them by their shape when the vault is opened, and lists those that are whole.
 * Nothing is written: the next change of that chunk writes the summary too. What is of no shape stays where it is.
 */
export async function adoptOwn(vault: OpenVault, storage: VaultStorage): Promise<OpenVault> {
  const unjudged = unjudgedEntries(vault);
  const rows = await storage.readRecords(unjudged.map(({ id }) => id));
  if (!rows.ok) return vault;
  const found = new Map<string, JsonValue>();
  for (const [index, { id, r, kind }] of unjudged.entries()) {
    const row = rows.value[index];
    const record = row?.r === r ? await openRecord(vault.keys, row) : undefined;
    const body = record?.kind === kind ? await ownBody(record) : undefined;
    if (body !== undefined) found.set(id, body);
  }
  const book = vault.book.map((chunk) => ({ ...chunk, entries: chunk.entries.map((entry) => ({ ...entry, summary: found.get(entry.id) ?? entry.summary })) }));
  return { ...vault, book };
}
