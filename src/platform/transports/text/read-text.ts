import { decodeBase64url } from '../../../core/encoding/base64url.ts';
import { classifyText } from '../../../core/encoding/classify-text.ts';
import { openEnvelope } from '../../../core/encoding/envelope.ts';
import { createUrJoiner } from '../../../core/encoding/ur/ur-joiner.ts';
import { parsePart } from '../../../core/encoding/ur/ur-part.ts';
import { fromMessage } from '../../../core/encoding/ur/ur-payload.ts';
import { encodeUtf8, isWellFormedText } from '../../../core/encoding/utf8.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Instant } from '../../../core/model/instant.ts';
import { maxFileBytes, maxLinkCharacters } from '../../../core/model/limits.ts';
import type { Received, TransportId } from '../../../core/model/received.ts';
import { openPayload } from './open-payload.ts';

/**
 * Reads pasted text, the text of a photographed code, or a link that opened the page. Credential text, links of our
 * own and whole codes give their bytes; a web address, a foreign request and any other text come through as they are,
 * so that the examination can name them. `receive/empty`, `receive/too-large`, `receive/incomplete-link` (a link cut
 * short), `receive/wrong-checksum`, `receive/unrecognized` (`what: part`: `part` of `of` parts of a moving code),
 * `receive/foreign-request` (`what: recovery-code`: a secret that no screen shows), `open/not-utf8`.
 */
export function readText(text: string, transport: TransportId, arrivedAt: Instant): Attempt<Received> {
  if (text.length > maxFileBytes) return refuse('receive/too-large', { maxBytes: maxFileBytes });
  if (!isWellFormedText(text)) return refuse('open/not-utf8', { why: 'lone-surrogate' });
  const found = classifyText(text);
  switch (found.kind) {
    case 'empty':
      return refuse('receive/empty');
    case 'ur':
      return readUr(found.text, transport, arrivedAt);
    case 'check-link':
      return readLink(found.data, transport, arrivedAt);
    case 'recovery-code':
      return refuse('receive/foreign-request', { what: 'recovery-code' });
    case 'present-link':
      return refuse('receive/foreign-request', { what: 'present' });
    default:
      return succeed({ bytes: encodeUtf8(found.text), transport, arrivedAt });
  }
}

/** One whole code, or the parts of a moving code, one a line, in any order: the way without a camera. */
function readUr(text: string, transport: TransportId, arrivedAt: Instant): Attempt<Received> {
  const joiner = createUrJoiner();
  for (const line of text.split(/\s+/)) {
    const part = parsePart(line);
    if (!part.ok) return part;
    if (part.value.kind === 'single') return openPayload(fromMessage(part.value.message), transport, arrivedAt);
    const step = joiner.add(part.value);
    if (step.kind === 'done') return openPayload(fromMessage(step.message), transport, arrivedAt);
    if (step.kind === 'other-set') return refuse('receive/other-code-set');
    if (step.kind === 'conflict') return refuse('receive/wrong-checksum', { what: 'set' });
  }
  const { have, of } = joiner.progress();
  return refuse('receive/unrecognized', { what: 'part', part: have, of });
}

function readLink(data: string, transport: TransportId, arrivedAt: Instant): Attempt<Received> {
  if (data.length > maxLinkCharacters) return refuse('receive/too-large', { maxCharacters: maxLinkCharacters });
  const bytes = decodeBase64url(data.replace(/={1,2}$/, ''));
  if (!bytes.ok || bytes.value.length === 0) return refuse('receive/incomplete-link');
  const enclosed = openEnvelope(bytes.value);
  if (enclosed.ok) return openPayload(bytes.value, transport, arrivedAt);
  return enclosed.error.code === 'open/truncated' ? refuse('receive/incomplete-link') : enclosed;
}
