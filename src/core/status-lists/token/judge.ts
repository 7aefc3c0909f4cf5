import { decodeBase64url } from '../../encoding/base64url.ts';
import { inflateCapped } from '../../encoding/inflate-capped.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import { maxStatusListBytes } from '../../model/limits.ts';
import type { JudgeStatus, StatusFinding } from '../../model/status.ts';
import { entryAt } from '../entry-at.ts';
import { judgeByList, openFinding } from '../judge-by-list.ts';
import type { ReadList } from '../judge-by-list.ts';

const type = 'status_list';

/** Token Status List 8.3 "Validation Rules": `status.status_list` of a token, by a Status List Token. */
export const judgeTokenEntry: JudgeStatus = async (order) => {
  const reference = order.entry[type];
  if (!isJsonObject(reference)) return openFinding('malformed-status', { type, field: type });
  const { idx, uri } = reference;
  if (typeof uri !== 'string') return openFinding('malformed-status', { type, field: 'uri' });
  // 6.2: a non-negative integer, as a number.
  if (typeof idx !== 'number' || !Number.isSafeInteger(idx) || idx < 0) return openFinding('malformed-status', { type, field: 'idx' });
  const finding = await judgeByList(order, {
    address: uri,
    facts: { type },
    mayBeUnsigned: false,
    lifetimeMs: ({ claims }) => (typeof claims['ttl'] === 'number' ? claims['ttl'] * 1_000 : undefined),
    nameOf: ({ claims }) => claims['sub'],
    judge: (list) => judgeEntry(idx, uri, list),
  });
  // Another mechanism beside it that is not known could say another thing (B59).
  const other = Object.keys(order.entry).find((member) => member !== type);
  return finding.state === 'passed' && other !== undefined ? { ...finding, state: 'unknown', reason: 'unknown-status-type', facts: { type: other.slice(0, 80) } } : finding;
};

function judgeEntry(idx: number, uri: string, { claims, header }: ReadList): StatusFinding {
  const { typ } = header ?? {};
  // Step 3.1: of this type, and of this address (B17, B60).
  if (typeof typ !== 'string' || typ.toLowerCase().replace(/^application\//, '') !== 'statuslist+jwt') return openFinding('list-not-fitting', { why: 'type' });
  if (claims['sub'] !== uri) return openFinding('list-not-fitting', { why: 'id' });
  const list = claims[type];
  if (!isJsonObject(list)) return openFinding('list-unreadable', { why: type });
  // Steps 5 and 6: unpack and find the entry.
  const value = valueAt(list, idx);
  return typeof value === 'number' ? judgeValue(value) : value;
}

function valueAt({ bits, lst }: JsonObject, idx: number): number | StatusFinding {
  if (bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8) return openFinding('list-unreadable', { why: 'bits' });
  const packed = decodeBase64url(typeof lst === 'string' ? lst : '=');
  if (!packed.ok) return openFinding('list-unreadable', { why: 'lst' });
  const unpacked = inflateCapped(packed.value, maxStatusListBytes, 'zlib');
  if (!unpacked.ok) return openFinding('list-unreadable', { ...unpacked.error.facts, why: unpacked.error.code });
  return entryAt(unpacked.value, idx, bits, 'least-significant-first') ?? openFinding('malformed-status', { field: 'idx', why: 'range' });
}

/** 7.1 "Status Types Values": what is reserved or the application's own is shown, and never fine (B57). */
function judgeValue(value: number): StatusFinding {
  switch (value) {
    case 0:
      return { state: 'passed', reason: 'in-force', facts: {} };
    case 1:
      return { state: 'failed', reason: 'revoked', facts: {} };
    case 2:
      return { state: 'failed', reason: 'suspended', facts: {} };
    default:
      return openFinding('status-value', { value });
  }
}
