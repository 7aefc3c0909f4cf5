import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { OpenedCollection } from '../../model/opened.ts';
import type { Glimpse } from '../glimpse.ts';
import { openEnvelope } from '../inner-items.ts';

/** A credential or presentation as a token in a `data:` address, standing alone (VCDM 2.0, 4.13 and 4.14). */
export function openEnveloped(glimpse: Glimpse): Attempt<OpenedCollection> {
  const json = glimpse.json();
  if (!json.ok) return json;
  const document = json.value.value;
  if (!isJsonObject(document)) return refuse('open/wrong-shape');
  const inner = openEnvelope(document, glimpse.received);
  return inner.ok ? succeed({ kind: 'collection', format: toFormatId('enveloped'), inner: [inner] }) : inner;
}
