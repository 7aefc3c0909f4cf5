import { chooseFragments } from './choose-fragments.ts';
import { crc32 } from './crc32.ts';
import type { MultiPart } from './ur-part.ts';
import { mixInto } from './ur-splitter.ts';

/**
 * What a part did: `new` brought something, `known` nothing, `other-set` belongs to another code and was left out,
 * `conflict` contradicts what was read before (or the whole does not fit its checksum): the set was dropped.
 */
type JoinStep =
  | { readonly kind: 'new' | 'known' | 'other-set' | 'conflict' }
  | { readonly kind: 'done'; readonly message: Uint8Array };

/** Collects the parts of one set. */
export interface UrJoiner {
  readonly add: (part: MultiPart) => JoinStep;
  /** Parts that brought something, parts needed, and which places are filled. `of` is 0 before the first part. */
  readonly progress: () => { readonly have: number; readonly of: number; readonly received: readonly boolean[] };
}

interface Row {
  readonly indexes: Uint8Array;
  readonly data: Uint8Array;
}

/**
 * Joins the parts of one set by elimination over GF(2): every part is one equation over the fragments, and the set is
 * complete as soon as there are as many independent equations as fragments, whatever was lost, reordered or repeated.
 */
export function createUrJoiner(): UrJoiner {
  let first: MultiPart | undefined;
  let rows: (Row | undefined)[] = [];
  let have = 0;
  const drop = (): void => {
    first = undefined;
    rows = [];
    have = 0;
  };
  const add = (part: MultiPart): JoinStep => {
    first ??= part;
    if (!isSameSet(first, part)) return { kind: 'other-set' };
    if (rows.length === 0) rows = Array.from({ length: part.count }, () => undefined);
    const brought = eliminate(rows, part);
    if (brought === 'conflict') drop();
    if (brought !== 'new') return { kind: brought };
    have += 1;
    if (have < part.count) return { kind: 'new' };
    const message = solve(rows, part);
    drop();
    return crc32(message) === part.checksum ? { kind: 'done', message } : { kind: 'conflict' };
  };
  return { add, progress: () => ({ have, of: first?.count ?? 0, received: rows.map((row) => row !== undefined) }) };
}

function isSameSet(a: MultiPart, b: MultiPart): boolean {
  return (
    a.type === b.type &&
    a.checksum === b.checksum &&
    a.count === b.count &&
    a.messageLength === b.messageLength &&
    a.data.length === b.data.length
  );
}

/** Reduces a part by the rows there are; what is left becomes the row of its first fragment. */
function eliminate(rows: (Row | undefined)[], part: MultiPart): 'new' | 'known' | 'conflict' {
  const indexes = new Uint8Array(part.count);
  for (const index of chooseFragments(part.sequence, part.count, part.checksum)) indexes[index] = 1;
  const data = part.data.slice();
  for (let place = indexes.indexOf(1); place !== -1; place = indexes.indexOf(1, place)) {
    const row = rows[place];
    if (row === undefined) {
      rows[place] = { indexes, data };
      return 'new';
    }
    mixInto(indexes, row.indexes);
    mixInto(data, row.data);
  }
  return data.every((byte) => byte === 0) ? 'known' : 'conflict';
}

/** Solves the full triangle from the last fragment to the first and cuts off the padding. */
function solve(rows: readonly (Row | undefined)[], part: MultiPart): Uint8Array {
  const size = part.data.length;
  const joined = new Uint8Array(size * part.count);
  for (let place = part.count - 1; place >= 0; place -= 1) {
    const row = rows[place];
    if (row === undefined) continue;
    for (let later = place + 1; later < part.count; later += 1) {
      if (row.indexes[later] === 1) mixInto(row.data, joined.subarray(later * size, (later + 1) * size));
    }
    joined.set(row.data, place * size);
  }
  return joined.slice(0, part.messageLength);
}
