import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { asList, isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import { maxCredentialsPerFile } from '../../model/limits.ts';
import type { OpenedCollection } from '../../model/opened.ts';
import type { Received } from '../../model/received.ts';
import type { Glimpse } from '../glimpse.ts';
import { innerItem } from '../inner-items.ts';
import { isItem } from '../json-kind.ts';
import { isWalletExport } from './wallet-export.ts';

/**
 * What other wallets write out: one or several unlocked wallets whose `contents` mix credentials, keys, DID documents and
 * settings, told apart by shape. Credentials are taken out, each as its own bytes. Private keys are never read: they are
 * counted and left where they are, and whoever shows this says so.
 */
export function openWalletBackup(glimpse: Glimpse): Attempt<OpenedCollection> {
  const json = glimpse.json();
  if (!json.ok) return json;
  const { value } = json.value;
  const isList = Array.isArray(value);
  const inner: Attempt<Received>[] = [];
  const leftOut = { keys: 0, others: 0 };
  for (const [index, wallet] of asList(value).entries()) {
    const own = isList ? [index] : [];
    const isExport = isJsonObject(wallet) && isWalletExport(wallet, isItem);
    const contents = isExport ? asList(wallet['contents']).map((item, number) => [item, [...own, 'contents', number]] as const) : [[wallet, own] as const];
    for (const [item, place] of contents) {
      if (isItem(item)) inner.push(innerItem(item, json.value, place, glimpse.received));
      else if (holdsKey(item)) leftOut.keys += 1;
      else leftOut.others += 1;
      if (inner.length > maxCredentialsPerFile) return refuse('open/too-many-nodes', { limit: maxCredentialsPerFile, credentials: inner.length });
    }
  }
  return succeed({ kind: 'collection', format: toFormatId('wallet-backup'), inner, leftOut });
}

const privateMembers = ['privateKeyMultibase', 'privateKeyBase58', 'privateKeyJwk', 'privateKeyHex', 'secretKeyMultibase', 'mnemonic', 'seed'] as const;

function holdsKey(item: JsonValue): boolean {
  if (!isJsonObject(item)) return false;
  if (privateMembers.some((member) => member in item)) return true;
  return asList(item['type']).some((type) => typeof type === 'string' && /Key(?:20\d\d)?$|Mnemonic|Multikey/.test(type));
}
