import { base58 } from '@scure/base';
import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';

/** Base58btc is quadratic: no key or signature of ours comes near this many characters. */
const maxCharacters = 1_024;

/** Multibase base58btc: `z` and the Bitcoin alphabet (Controlled Identifiers 1.0, 2.4). */
export function encodeBase58btc(bytes: Uint8Array): string {
  return `z${base58.encode(bytes)}`;
}

/** Bytes of multibase text in base58btc, and in no other base. Error: `open/malformed`. */
export function decodeBase58btc(text: string): Attempt<Uint8Array<ArrayBuffer>> {
  if (!text.startsWith('z') || text.length > maxCharacters) return refuse('open/malformed', { encoding: 'base58btc' });
  try {
    return succeed(new Uint8Array(base58.decode(text.slice(1))));
  } catch {
    return refuse('open/malformed', { encoding: 'base58btc' });
  }
}
