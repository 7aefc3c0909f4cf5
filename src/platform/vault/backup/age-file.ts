import { Decrypter, Encrypter, armor } from 'age-encryption';
import { isArmoredAgeFile } from '../../../core/encoding/is-age-file.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import { toBytes } from '../join-parts.ts';
import type { Bytes } from '../join-parts.ts';

/** What a backup file is locked to. */
export type AgeLock = { readonly recipient: string } | { readonly passphrase: string };
/** What may open it. */
export type AgeKey = { readonly identity: string } | { readonly passphrase: string };

/** Bytes of a backup that we agree to read. */
const maxBackupBytes = 256 * 1024 * 1024;
const maxHeaderBytes = 4_096;
/** What follows the header at the least: the nonce, and the tag of the last chunk. */
const nonceBytes = 16;
const tagBytes = 16;
/** scrypt work factors that we agree to derive with (B98). Ours is 18. */
const scryptCost = { least: 16, written: 18, most: 18 };

/** Encrypts for one recipient, or under a passphrase with scrypt (C2SP age v1). */
export async function lockAge(plain: Uint8Array, lock: AgeLock): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  if ('recipient' in lock) {
    encrypter.addRecipient(lock.recipient);
  } else {
    encrypter.setPassphrase(lock.passphrase);
    encrypter.setScryptWorkFactor(scryptCost.written);
  }
  return encrypter.encrypt(plain);
}

/** The header text up to and with its MAC line; undefined where there is none within the cap. */
function headerOf(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, maxHeaderBytes));
  const mac = /\n---( [^\n]*)?\n/.exec(text);
  return mac === null ? undefined : text.slice(0, mac.index + mac[0].length);
}

/** The file itself where it comes as text (C2SP age v1, ASCII armor); undefined where that text is cut or changed. */
function withoutArmor(file: Uint8Array): Uint8Array | undefined {
  if (!isArmoredAgeFile(file)) return file;
  try {
    return armor.decode(new TextDecoder().decode(file).trim());
  } catch {
    return undefined;
  }
}

/** What opens a file, as its header says, before any work is done with it. */
function readAgeHeader(bytes: Uint8Array): Attempt<'recipient' | 'passphrase'> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 32));
  const version = /^age-encryption\.org\/v(\d{1,4})\n/.exec(start)?.[1];
  if (version === undefined) return refuse('backup/not-a-backup');
  if (version !== '1') return refuse('backup/newer-version', { version: Number(version) });
  const lines = headerOf(bytes)?.split('\n');
  if (lines === undefined) return refuse('backup/damaged', { part: 'header' });
  const stanzas = lines.filter((line) => line.startsWith('->'));
  const [type, ...parameters] = (stanzas[0] ?? '').split(' ').slice(1);
  if (stanzas.length !== 1) return refuse('backup/not-a-backup', { stanzas: stanzas.length });
  if (type === 'X25519' && parameters.length === 1) return succeed('recipient');
  if (type !== 'scrypt' || parameters.length !== 2) return refuse('backup/not-a-backup');
  const cost = /^[1-9]\d?$/.test(parameters[1] ?? '') ? Number(parameters[1]) : Number.NaN;
  if (cost >= scryptCost.least && cost <= scryptCost.most) return succeed('passphrase');
  return refuse('backup/damaged', { part: 'header', cost: String(parameters[1]).slice(0, 8) });
}

/**
 * Decrypts a backup. `backup/not-a-backup`, `backup/newer-version`; `backup/wrong-secret` where the file key does not open (with
 * `needs`, where the file wants the other kind of secret); `backup/damaged` where it opens and what follows does not fit.
 */
export async function unlockAge(file: Uint8Array, key: AgeKey): Promise<Attempt<Uint8Array>> {
  if (file.length > maxBackupBytes) return refuse('receive/too-large', { limit: maxBackupBytes, bytes: file.length });
  const bytes = withoutArmor(file);
  if (bytes === undefined) return refuse('backup/damaged', { part: 'armor' });
  const needs = readAgeHeader(bytes);
  if (!needs.ok) return needs;
  const leastBytes = (headerOf(bytes)?.length ?? 0) + nonceBytes + tagBytes;
  if (bytes.length < leastBytes) return refuse('backup/damaged', { part: 'content' });
  if ((needs.value === 'recipient') !== 'identity' in key) return refuse('backup/wrong-secret', { needs: needs.value });
  const decrypter = new Decrypter();
  if ('identity' in key) decrypter.addIdentity(key.identity);
  else decrypter.addPassphrase(key.passphrase);
  let content: ReadableStream<Uint8Array>;
  try {
    content = await decrypter.decrypt(new Blob([toBytes(bytes)]).stream());
  } catch {
    return refuse('backup/wrong-secret');
  }
  try {
    return succeed(new Uint8Array(await new Response(content as ReadableStream<Bytes>).arrayBuffer()));
  } catch {
    return refuse('backup/damaged', { part: 'content' });
  }
}
