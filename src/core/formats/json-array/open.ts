import type { Attempt } from '../../model/attempt.ts';
import { succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import type { OpenedCollection } from '../../model/opened.ts';
import type { Glimpse } from '../glimpse.ts';
import { innerItems } from '../inner-items.ts';

/** A JSON array of credentials: each is bytes of its own, exactly as it stands in the file. */
export function openJsonArray(glimpse: Glimpse): Attempt<OpenedCollection> {
  const json = glimpse.json();
  if (!json.ok) return json;
  const inner = innerItems(json.value, [], json.value.value, glimpse.received);
  return inner.ok ? succeed({ kind: 'collection', format: toFormatId('json-array'), inner: inner.value }) : inner;
}
