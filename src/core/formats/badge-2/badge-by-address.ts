import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import type { OpenedCredential } from '../../model/opened.ts';

const maxAddressCharacters = 2_000;

/**
 * A badge that is only an address (Open Badges 1.x and 2.0: what was baked is where the assertion is kept). All that is
 * known of it is the address; what stands there is read once it was answered. Error: `open/malformed`.
 */
export function badgeByAddress(address: string, raw: Uint8Array, mediaType: string): Attempt<OpenedCredential> {
  if (address.length > maxAddressCharacters || /\s/.test(address)) return refuse('open/malformed', { what: 'address' });
  const claims: JsonObject = Object.assign(Object.create(null) as Record<string, string>, { id: address, type: 'Assertion' });
  const secured = { form: 'badge-2', document: claims, address } as const;
  return succeed({ kind: 'credential', format: toFormatId('badge-2'), raw, mediaType, claims, secured, defects: [], proofs: [{ name: 'Open Badges 2.0', verificationMethod: address }] });
}
