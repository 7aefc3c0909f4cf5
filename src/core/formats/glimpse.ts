import type { Attempt } from '../model/attempt.ts';
import { refuse } from '../model/attempt.ts';
import type { ForeignContent, Unreadable } from '../model/examination.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import { maxCredentialsPerFile, maxNodesPerCredential } from '../model/limits.ts';
import type { Received } from '../model/received.ts';
import type { WalletError } from '../model/wallet-error.ts';
import { classifyText } from '../encoding/classify-text.ts';
import { isAgeFile } from '../encoding/is-age-file.ts';
import { readStrictJson } from '../encoding/strict-json.ts';
import type { ParsedJson } from '../encoding/strict-json.ts';
import { isCompactToken, readCompactToken } from './compact-token.ts';
import type { CompactToken } from './compact-token.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';

/** One look at received bytes, shared by all recognizers, so that JSON is read once. Found by content, never by name. */
export interface Glimpse {
  readonly received: Received;
  /** The whole as text without surrounding white space, where it is UTF-8 and no JSON. */
  readonly text: string | undefined;
  /** Begins like a JSON object or array. */
  readonly looksLikeJson: boolean;
  /** Read at first use, remembered. */
  readonly json: () => Attempt<ParsedJson>;
  /** The whole as a compact JWS, where it looks like one; read at first use, remembered. */
  readonly token: () => Attempt<CompactToken> | undefined;
}

/** A file may hold many credentials; each one alone is held to its own cap when it is opened. */
const maxNodesPerFile = maxNodesPerCredential * maxCredentialsPerFile;

/** Looks at the bytes once. Never throws. */
export function glimpseOf(received: Received): Glimpse {
  let parsed: Attempt<ParsedJson> | undefined;
  let token: Attempt<CompactToken> | undefined;
  const firstByte = received.bytes.find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  const looksLikeJson = firstByte === 0x7b || firstByte === 0x5b;
  const text = looksLikeJson ? undefined : tokenText(received.bytes);
  return {
    received,
    looksLikeJson,
    text,
    json: () => (parsed ??= readStrictJson(received.bytes, { maxNodes: maxNodesPerFile })),
    token: () => (token ??= isCompactToken(text) ? readCompactToken(text) : undefined),
  };
}

function tokenText(bytes: Uint8Array): string | undefined {
  const text = decodeUtf8(bytes);
  return text.ok ? text.value.trim() : undefined;
}

const magics: readonly (readonly [Unreadable['looksLike'], readonly number[]])[] = [
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x52, 0x49, 0x46, 0x46]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x1f, 0x8b]],
  ['json', [0xef, 0xbb, 0xbf, 0x7b]],
  ['json', [0xef, 0xbb, 0xbf, 0x5b]],
  ['json', [0x7b]],
  ['json', [0x5b]],
];

/** What bytes look like that no format takes, for one honest sentence. */
export function describeUnreadable(glimpse: Glimpse): Pick<Unreadable, 'looksLike' | 'error'> & { readonly foreign?: ForeignContent } {
  const { bytes } = glimpse.received;
  if (bytes.length === 0) return { looksLike: 'nothing', error: errorOf('receive/empty') };
  if (isAgeFile(bytes)) return { looksLike: 'binary', error: errorOf('receive/backup') };
  const magic = magics.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (glimpse.looksLikeJson || magic?.[0] === 'json') {
    const json = glimpse.json();
    if (!json.ok) return { looksLike: 'json', error: json.error };
    return { looksLike: isKeyDocument(json.value.value) ? 'keys' : 'json', error: errorOf('receive/unrecognized') };
  }
  if (magic !== undefined) return { looksLike: magic[0], error: errorOf('receive/unrecognized') };
  if (glimpse.text === undefined) return describeBinary(bytes);
  return describeText(glimpse.text);
}

function describeBinary(bytes: Uint8Array): Pick<Unreadable, 'looksLike' | 'error'> {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[0] === 0 || bytes[1] === 0;
  const text = decodeUtf8(bytes);
  return { looksLike: isWide ? 'text' : 'binary', error: text.ok ? errorOf('receive/unrecognized') : text.error };
}

/** A DID document: of use beside the credential that asks for it, and no credential itself. */
function isKeyDocument(value: JsonValue): boolean {
  return isJsonObject(value) && typeof value['id'] === 'string' && value['id'].startsWith('did:') && Array.isArray(value['verificationMethod']);
}

function kindOfMarkup(text: string): 'image' | 'page' | 'xml' {
  if (/^<svg[\s>]/i.test(text)) return 'image';
  return /^<(?:!doctype\s+html|html)\b/i.test(text) ? 'page' : 'xml';
}

function describeText(text: string): ReturnType<typeof describeUnreadable> {
  const unrecognized = errorOf('receive/unrecognized');
  if (text === '') return { looksLike: 'nothing', error: errorOf('receive/empty') };
  if (text.startsWith('<')) return { looksLike: kindOfMarkup(text), error: unrecognized };
  const kind = classifyText(text);
  const shown = text.slice(0, 2_000);
  switch (kind.kind) {
    case 'ur':
    case 'check-link':
    case 'vp1':
      return { looksLike: 'code', error: unrecognized };
    case 'present-link':
      return { looksLike: 'code', error: errorOf('receive/foreign-request') };
    case 'web-address':
      return { looksLike: 'text', error: errorOf('receive/web-address'), foreign: { kind: 'web-address', text: shown } };
    case 'request':
      return {
        looksLike: 'text',
        error: errorOf('receive/foreign-request'),
        foreign: { kind: 'request', protocol: kind.protocol, text: shown },
      };
    case 'recovery-code':
      return { looksLike: 'text', error: unrecognized };
    case 'jwt':
      return { looksLike: 'jwt', error: unrecognized };
    default:
      return { looksLike: 'text', error: unrecognized, foreign: { kind: 'text', text: shown } };
  }
}

function errorOf(code: 'receive/empty' | 'receive/unrecognized' | 'receive/backup' | 'receive/web-address' | 'receive/foreign-request'): WalletError {
  return refuse(code).error;
}
