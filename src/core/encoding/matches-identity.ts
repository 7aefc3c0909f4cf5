import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeHex } from './hex.ts';
import { encodeUtf8 } from './utf8.ts';

/** Longer than any address or number of a person; what is typed beyond it matches nothing. */
const maxTypedCharacters = 1_000;

/** An identity as a badge states it: a hash with its algorithm, or the value itself. */
export interface StatedIdentity {
  readonly value: string;
  readonly hashed: boolean;
  readonly salt?: string;
}

/**
 * Whether what the learner types is the identity that a badge states (Open Badges 3.0, IdentityObject and IdentityHash;
 * Open Badges 2.0, IdentityObject): `sha256$` or `md5$` and the hexadecimal hash of the value followed by the salt, of
 * older badges also the hash alone. The value is tried as typed and in lower case, without white space around it. Total;
 * keeps nothing. A match says that somebody knows the address, not that she is the person.
 */
export function matchesIdentity(identity: StatedIdentity, typed: string): boolean {
  const text = typed.trim();
  if (text === '' || text.length > maxTypedCharacters) return false;
  const spellings = [...new Set([text, text.toLowerCase(), text.normalize('NFC'), text.normalize('NFC').toLowerCase()])];
  const stated = identity.value.trim();
  if (!identity.hashed) return spellings.some((spelling) => spelling === stated || spelling === stated.toLowerCase());
  const hash = parseHash(stated);
  if (hash === undefined) return false;
  return spellings.some((spelling) => encodeHex(hash.digest(encodeUtf8(`${spelling}${identity.salt ?? ''}`))) === hash.hex);
}

const digests = { sha256, md5 } as const;

function parseHash(text: string): { readonly digest: (bytes: Uint8Array) => Uint8Array; readonly hex: string } | undefined {
  const [, name, hex = ''] = /^(?:(sha256|md5)\$)?([0-9a-f]{32}(?:[0-9a-f]{32})?)$/i.exec(text) ?? [];
  const byLength = hex.length === 64 ? 'sha256' : hex.length === 32 ? 'md5' : undefined;
  if (byLength === undefined || (name !== undefined && name.toLowerCase() !== byLength)) return undefined;
  return { digest: digests[byLength], hex: hex.toLowerCase() };
}
