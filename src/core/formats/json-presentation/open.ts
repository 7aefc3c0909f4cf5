import type { Attempt } from '../../model/attempt.ts';
import { refuse, succeed } from '../../model/attempt.ts';
import { toFormatId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { OpenedPresentation } from '../../model/opened.ts';
import { foundProofs, securedByProof } from '../find-proofs.ts';
import type { FormatTools } from '../format.ts';
import type { Glimpse } from '../glimpse.ts';
import { innerItems } from '../inner-items.ts';

/** A W3C presentation in JSON (VCDM 1.1 and 2.0, 4.13): each credential becomes bytes of its own. */
export function openJsonPresentation(glimpse: Glimpse, tools: FormatTools): Attempt<OpenedPresentation> {
  const json = glimpse.json();
  if (!json.ok) return json;
  const document = json.value.value;
  if (!isJsonObject(document)) return refuse('open/wrong-shape');
  const inner = innerItems(json.value, ['verifiableCredential'], document['verifiableCredential'], glimpse.received);
  if (!inner.ok) return inner;
  const holder = holderOf(document);
  if (!holder.ok) return holder;
  const secured = securedByProof(document);
  return succeed({
    kind: 'presentation',
    format: toFormatId('json-presentation'),
    raw: glimpse.received.bytes,
    secured,
    defects: [],
    proofs: foundProofs(secured, tools),
    inner: inner.value,
    ...(holder.value === undefined ? {} : { holder: holder.value }),
  });
}

/** The holder's identifier: a text, or an object with `id`; any other shape is refused (B09). */
export function holderOf(document: JsonObject): Attempt<string | undefined> {
  const holder = document['holder'];
  if (holder === undefined) return succeed(undefined);
  const id = isJsonObject(holder) ? holder['id'] : holder;
  return typeof id === 'string' ? succeed(id) : refuse('open/wrong-shape', { member: 'holder' });
}
