import { isEnvelope, openEnvelope } from '../../../core/encoding/envelope.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Instant } from '../../../core/model/instant.ts';
import type { Received, TransportId } from '../../../core/model/received.ts';

/** What a code or link carried: an envelope of ours, opened and compared with its SHA-256, or the bytes themselves. */
export function openPayload(payload: Uint8Array, transport: TransportId, arrivedAt: Instant): Attempt<Received> {
  if (payload.length === 0) return refuse('receive/empty');
  if (!isEnvelope(payload)) return succeed({ bytes: payload, transport, arrivedAt });
  const opened = openEnvelope(payload);
  if (!opened.ok) return opened;
  const { bytes, mediaType, name } = opened.value;
  return succeed({ bytes, mediaType, transport, arrivedAt, ...(name === undefined ? {} : { fileName: name }) });
}
