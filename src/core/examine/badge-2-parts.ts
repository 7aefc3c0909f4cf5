import { readSafeAddress } from '../encoding/safe-address.ts';
import { readStrictJson } from '../encoding/strict-json.ts';
import type { AnswerFor, Freshness, Want, WantPurpose } from '../model/answers.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { maxCredentialBytes } from '../model/limits.ts';

/**
 * A part of a badge that is kept elsewhere. `own`: it stood in the badge itself, so nobody vouches for it. `answered`: its
 * own address said so. `elsewhere`: the address answered with a thing that says it lives at another one.
 */
export type BadgePart =
  | { readonly state: 'own'; readonly document: JsonObject; readonly id?: string }
  | { readonly state: 'answered'; readonly document: JsonObject; readonly id: string; readonly freshness: Freshness }
  | { readonly state: 'elsewhere'; readonly id: string; readonly claimed: string }
  | { readonly state: 'wanted'; readonly id: string }
  | { readonly state: 'unusable'; readonly why: string };

export interface PartsReader {
  /** A part as an address, or as an object that stands there itself. */
  readonly read: (value: JsonValue | undefined, purpose?: WantPurpose) => BadgePart;
  /** The part at its own address, whatever stood elsewhere. */
  readonly ask: (address: string, purpose?: WantPurpose) => BadgePart;
  readonly wants: Want[];
  readonly freshness: Freshness[];
}

/** Reads parts from what addresses have answered, and notes what would have to be asked and how old the answers are. */
export function createPartsReader(answerFor: AnswerFor): PartsReader {
  const wants: Want[] = [];
  const freshness: Freshness[] = [];
  const ask: PartsReader['ask'] = (address, purpose = 'badge-part') => {
    const safe = readSafeAddress(secured(address));
    if (!safe.ok) return { state: 'unusable', why: String(safe.error.facts['why'] ?? 'address') };
    const answer = answerFor(safe.value.url);
    if (answer === undefined) {
      wants.push({ url: safe.value.url, purpose });
      return { state: 'wanted', id: safe.value.url };
    }
    const { basis, at } = answer;
    freshness.push({ basis, at });
    const json = readStrictJson(answer.bytes, { maxBytes: maxCredentialBytes });
    if (!json.ok || !isJsonObject(json.value.value)) return { state: 'unusable', why: 'unreadable' };
    const document = json.value.value;
    const claimed = document['id'];
    if (typeof claimed === 'string' && !isSameAddress(claimed, address)) return { state: 'elsewhere', id: safe.value.url, claimed };
    return { state: 'answered', document, id: address, freshness: { basis, at } };
  };
  const read: PartsReader['read'] = (value, purpose) => {
    if (typeof value === 'string') return ask(value, purpose);
    if (!isJsonObject(value)) return { state: 'unusable', why: 'absent' };
    const { id } = value;
    return { state: 'own', document: value, ...(typeof id === 'string' ? { id } : {}) };
  };
  return { read, ask, wants, freshness };
}

/** Badges of the years before https name their parts by http: the same host is asked, in the way that shows it is that host. */
function secured(address: string): string {
  return address.replace(/^http:\/\/(?=[^/:?#]+(?:[/?#]|$))/i, 'https://');
}

/** Equal in the one spelling of addresses, without fragments. */
export function isSameAddress(one: string, other: string): boolean {
  const [first, second] = [readSafeAddress(secured(one)), readSafeAddress(secured(other))];
  return one === other || (first.ok && second.ok && first.value.url === second.value.url);
}

/** The scheme and host of an address that may be asked. */
export function originOf(address: string | undefined): string | undefined {
  const safe = address === undefined ? undefined : readSafeAddress(secured(address));
  return safe?.ok === true ? `https://${safe.value.host}` : undefined;
}

export function documentOf(part: BadgePart): JsonObject | undefined {
  return part.state === 'own' || part.state === 'answered' ? part.document : undefined;
}

/** What was answered by the network at its own address: a file that a person added vouches for nobody. */
export function isVouched(part: BadgePart): part is Extract<BadgePart, { state: 'answered' }> {
  return part.state === 'answered' && part.freshness.basis !== 'file';
}
