import { decodeBase64url } from '../../encoding/base64url.ts';
import { inflateCapped } from '../../encoding/inflate-capped.ts';
import type { Attempt } from '../../model/attempt.ts';
import { refuse } from '../../model/attempt.ts';
import { toDisplayText } from '../../model/display-text.ts';
import { asList, isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { maxStatusListBytes, minStatusListEntries } from '../../model/limits.ts';
import type { JudgeStatus, StatusFinding } from '../../model/status.ts';
import type { ErrorFacts } from '../../model/wallet-error.ts';
import { entryAt } from '../entry-at.ts';
import { judgeByList, openFinding } from '../judge-by-list.ts';
import type { ReadList } from '../judge-by-list.ts';

const listTypes = ['BitstringStatusListCredential', 'StatusList2021Credential'];
const subjectTypes = ['BitstringStatusList', 'StatusList2021'];
const maxMessageCharacters = 300;

interface Entry {
  readonly address: string;
  readonly index: number;
  readonly purpose: string;
  readonly size: number;
  readonly messages: JsonValue | undefined;
}

/** Bitstring Status List 1.0, 3.2 "Validate Algorithm"; StatusList2021 is its draft, with the same bits. */
export const judgeBitstringEntry: JudgeStatus = async (order) => {
  const type = String(order.entry['type']).slice(0, 80);
  const entry = readEntry(order.entry);
  if (typeof entry === 'string') return openFinding('malformed-status', { type, field: entry });
  return judgeByList(order, {
    address: entry.address,
    purpose: entry.purpose,
    facts: { type, purpose: entry.purpose },
    mayBeUnsigned: false,
    lifetimeMs: ({ claims }) => numberOf(subjectOf(claims)?.['ttl']),
    nameOf: ({ claims }) => claims['id'],
    judge: (list) => judgeEntry(entry, list),
  });
};

/** The members of an entry, or the name of the one that is none (2.1). */
function readEntry(entry: JsonObject): Entry | string {
  const { statusListCredential: address, statusListIndex, statusPurpose: purpose, statusSize, statusMessage } = entry;
  if (typeof address !== 'string') return 'statusListCredential';
  if (typeof purpose !== 'string' || purpose === '') return 'statusPurpose';
  const index = readIndex(statusListIndex);
  if (index === undefined) return 'statusListIndex';
  const size = statusSize ?? 1;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1 || size > 32) return 'statusSize';
  return { address, index, purpose: purpose.slice(0, 80), size, messages: statusMessage };
}

/** 2.1: "an arbitrary size integer greater than or equal to 0, expressed as a string in base 10"; some write the number (B53). */
function readIndex(value: JsonValue | undefined): number | undefined {
  const number = typeof value === 'string' && /^(?:0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

function judgeEntry(entry: Entry, list: ReadList): StatusFinding {
  const subject = subjectOf(list.claims);
  if (subject === undefined || !hasOneOf(list.claims['type'], listTypes) || !hasOneOf(subject['type'], subjectTypes)) return openFinding('list-not-fitting', { why: 'type' });
  // Step 4: the purpose must be one of the list's (B52).
  if (!asList(subject['statusPurpose']).includes(entry.purpose)) return openFinding('list-not-fitting', { why: 'purpose' });
  // Steps 5 to 8: unpack (B55), find the entry (B53), and measure (B54).
  const unpacked = unpack(subject['encodedList']);
  if (!unpacked.ok) return openFinding('list-unreadable', { ...unpacked.error.facts, why: unpacked.error.code });
  const value = entryAt(unpacked.value, entry.index, entry.size, 'most-significant-first');
  if (value === undefined) return openFinding('malformed-status', { field: 'statusListIndex', why: 'range' });
  const finding = judgeValue(entry, value, { value });
  const doubt = findDoubt(list.claims['id'], entry, Math.floor((unpacked.value.length * 8) / entry.size));
  return finding.state === 'failed' || doubt === undefined ? finding : doubt;
}

/**
 * A list under another id may be another list (B60), and one that is too short breaks its standard (B54): what such a list
 * of the issuer's says against the credential counts, its silence does not.
 */
function findDoubt(id: JsonValue | undefined, { address }: Entry, entries: number): StatusFinding | undefined {
  if (id !== undefined && id !== address) return openFinding('list-not-fitting', { why: 'id' });
  return entries < minStatusListEntries ? openFinding('list-not-fitting', { why: 'length', entries }) : undefined;
}

/** 2.2 and 3.2: what a value says for its purpose. What is not understood is shown, and never fine (B57). */
function judgeValue({ purpose, size, messages }: Entry, value: number, facts: ErrorFacts): StatusFinding {
  if (size > 1 || purpose === 'message') {
    const message = messageOf(messages, value);
    return { ...openFinding('status-value', facts), ...(message === undefined ? {} : { message }) };
  }
  switch (purpose) {
    case 'revocation':
      return value === 0 ? { state: 'passed', reason: 'in-force', facts: {} } : { state: 'failed', reason: 'revoked', facts: {} };
    case 'suspension':
      return value === 0 ? { state: 'passed', reason: 'in-force', facts: {} } : { state: 'failed', reason: 'suspended', facts: {} };
    case 'refresh':
      // A newer edition or none: neither says that this one is in force.
      return value === 0 ? { state: 'not-applicable', reason: 'status-value', facts } : openFinding('status-value', facts);
    default:
      return openFinding('status-value', facts);
  }
}

/** 2.1 `statusMessage`: the issuer's own words for a value. */
function messageOf(messages: JsonValue | undefined, value: number): string | undefined {
  for (const message of asList(messages).filter(isJsonObject)) {
    const { status, message: text } = message;
    if (typeof status === 'string' && /^0x[0-9a-f]{1,8}$/i.test(status) && Number.parseInt(status, 16) === value && typeof text === 'string') {
      return toDisplayText(text, maxMessageCharacters);
    }
  }
  return undefined;
}

function subjectOf(claims: JsonObject): JsonObject | undefined {
  const [only, ...more] = asList(claims['credentialSubject']);
  return isJsonObject(only) && more.length === 0 ? only : undefined;
}

function hasOneOf(types: JsonValue | undefined, known: readonly string[]): boolean {
  return asList(types).some((type) => typeof type === 'string' && known.includes(type));
}

function numberOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** 2.2 `encodedList`: multibase base64url (`u`) of gzip. The drafts had no `u`, and some of them wrote plain base64. */
function unpack(encoded: JsonValue | undefined): Attempt<Uint8Array> {
  if (typeof encoded !== 'string') return refuse('open/malformed', { field: 'encodedList' });
  const text = encoded.startsWith('u') ? encoded.slice(1) : encoded.replaceAll('+', '-').replaceAll('/', '_').replace(/={1,2}$/, '');
  const packed = decodeBase64url(text);
  return packed.ok ? inflateCapped(packed.value, maxStatusListBytes, 'gzip') : packed;
}
