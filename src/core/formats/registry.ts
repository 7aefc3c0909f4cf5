import { toFormatId } from '../model/ids.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import { isBakedPng } from './baked-png/png-chunks.ts';
import { isBakedSvg } from './baked-svg/is-baked-svg.ts';
import { isSelectiveToken } from './compact-token.ts';
import type { Format } from './format.ts';
import type { Glimpse } from './glimpse.ts';
import { jsonKindOf } from './json-kind.ts';
import { nameOfOtherBytes, nameOfOtherText } from './other-kinds/other-name.ts';
import { isZip, isPdf } from './magic-bytes.ts';
import { wrappingOf } from './wrapped/wrapped-text.ts';

/** Every format; at most one recognizes given bytes. */
export const formats: readonly Format[] = [
  {
    id: toFormatId('json-credential'),
    recognize: (glimpse) => jsonKindOf(glimpse) === 'credential',
    load: async () => (await import('./json-credential/open.ts')).openJsonCredential,
  },
  {
    id: toFormatId('json-presentation'),
    recognize: (glimpse) => jsonKindOf(glimpse) === 'presentation',
    load: async () => (await import('./json-presentation/open.ts')).openJsonPresentation,
  },
  {
    id: toFormatId('json-array'),
    recognize: (glimpse) => jsonKindOf(glimpse) === 'array',
    load: async () => (await import('./json-array/open.ts')).openJsonArray,
  },
  {
    id: toFormatId('enveloped'),
    recognize: (glimpse) => jsonKindOf(glimpse) === 'enveloped',
    load: async () => (await import('./enveloped/open.ts')).openEnveloped,
  },
  {
    id: toFormatId('jws-json'),
    recognize: (glimpse) => jsonKindOf(glimpse) === 'signed-json',
    load: async () => (await import('./jws-json/open.ts')).openJwsJson,
  },
  {
    id: toFormatId('jwt-presentation'),
    recognize: (glimpse) => tokenKindOf(glimpse) === 'presentation',
    load: async () => (await import('./jwt-presentation/open.ts')).openJwtPresentation,
  },
  {
    id: toFormatId('jwt-credential'),
    recognize: (glimpse) => tokenKindOf(glimpse) === 'credential',
    load: async () => (await import('./jwt-credential/open.ts')).openJwtCredential,
  },
  {
    id: toFormatId('badge-2'),
    recognize: (glimpse) => jsonKindOf(glimpse) === 'badge-2' || tokenKindOf(glimpse) === 'badge-2',
    load: async () => (await import('./badge-2/open.ts')).openBadge2,
  },
  {
    id: toFormatId('baked-png'),
    recognize: (glimpse) => isBakedPng(glimpse.received.bytes),
    load: async () => (await import('./baked-png/open.ts')).openBakedPng,
  },
  {
    id: toFormatId('baked-svg'),
    recognize: (glimpse) => isBakedSvg(glimpse.text),
    load: async () => (await import('./baked-svg/open.ts')).openBakedSvg,
  },
  {
    id: toFormatId('zip'),
    recognize: (glimpse) => isZip(glimpse.received.bytes),
    load: async () => (await import('./zip/open.ts')).openZip,
  },
  {
    id: toFormatId('pdf'),
    recognize: (glimpse) => isPdf(glimpse.received.bytes),
    load: async () => (await import('./pdf/open.ts')).openPdf,
  },
  {
    id: toFormatId('wallet-backup'),
    recognize: (glimpse) => jsonKindOf(glimpse) === 'wallet-backup',
    load: async () => (await import('./wallet-backup/open.ts')).openWalletBackup,
  },
  {
    id: toFormatId('wrapped'),
    recognize: (glimpse) => jsonKindOf(glimpse) === 'wrapped' || wrappingOf(glimpse.text) !== undefined,
    load: async () => (await import('./wrapped/open.ts')).openWrapped,
  },
  {
    id: toFormatId('sd-jwt'),
    recognize: (glimpse) => isSelectiveToken(glimpse.text) || jsonKindOf(glimpse) === 'selective-json',
    load: async () => (await import('./sd-jwt/open.ts')).openSdJwt,
  },
  {
    id: toFormatId('other-kinds'),
    recognize: isOtherKind,
    load: async () => (await import('./other-kinds/open.ts')).openOtherKind,
  },
];

/** The format of these bytes, or undefined where none knows them. */
export function formatFor(glimpse: Glimpse): Format | undefined {
  return formats.find((format) => format.recognize(glimpse));
}

/** What a compact token carries. A token that cannot be taken apart is ours and broken: its opening names the place. */
function tokenKindOf(glimpse: Glimpse): 'credential' | 'presentation' | 'badge-2' | undefined {
  const token = glimpse.token();
  if (token === undefined) return undefined;
  return token.ok ? kindOfPayload(token.value.payload) : 'credential';
}

function kindOfPayload(payload: JsonObject): 'credential' | 'presentation' | 'badge-2' | undefined {
  const types = asList(payload['type']);
  if (isJsonObject(payload['vp']) || types.includes('VerifiablePresentation')) return 'presentation';
  if ('verifiableCredential' in payload && !('credentialSubject' in payload)) return 'presentation';
  if (isJsonObject(payload['vc']) || 'credentialSubject' in payload || types.includes('VerifiableCredential')) return 'credential';
  return 'badge' in payload && 'recipient' in payload ? 'badge-2' : undefined;
}

function isOtherKind(glimpse: Glimpse): boolean {
  const kind = jsonKindOf(glimpse);
  if (kind === 'other') return true;
  return nameOfOtherText(glimpse.text) !== undefined || nameOfOtherBytes(glimpse.received.bytes) !== undefined;
}
