import { bakePng } from '../formats/baked-png/bake-png.ts';
import type { BadgeKeyword } from '../formats/baked-png/bake-png.ts';
import { bakeSvg } from '../formats/baked-svg/bake-svg.ts';
import type { SvgBadge } from '../formats/baked-svg/bake-svg.ts';
import { readStrictJson } from '../encoding/strict-json.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';
import type { BakedBadge, BakeOrder, PictureProblem } from '../model/baked.ts';
import type { ExaminedCredential } from '../model/examination.ts';
import { isJsonObject } from '../model/json.ts';
import { findPicture } from './badge-picture.ts';
import type { FoundPicture } from './badge-picture.ts';
import { neutralPng, neutralSvg } from './neutral-badge.ts';
import { unpacked } from './unpacked.ts';

interface Standard {
  readonly keyword: BadgeKeyword;
  readonly namespace: SvgBadge['namespace'];
}

/** What images can hold, by vocabulary. */
const standards: ReadonlyMap<string, Standard> = new Map([
  ['open-badges-3', { keyword: 'openbadgecredential', namespace: 'https://purl.imsglobal.org/ob/v3p0' }],
  ['open-badges-2', { keyword: 'openbadges', namespace: 'http://openbadges.org' }],
  ['clr-2', { keyword: 'clrcredential', namespace: 'https://purl.imsglobal.org/clr/v2p0' }],
]);
/** Open Badges 3.0, "Baked badges": JSON, or the compact JWS. */
const formats: ReadonlySet<string> = new Set(['json-credential', 'jwt-credential', 'badge-2']);

/** Exactly what goes into the image. */
interface Content {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly isToken: boolean;
}

/**
 * Open Badges 2.0 and 3.0, "Baking"; CLR 2.0 by the same rules: the credential as it was received within its own picture, or
 * within a plain one of ours where it has none that can be used. Nothing is fetched. Error: `present/cannot-bake`.
 */
export async function bakeBadge({ credential, kind }: BakeOrder): Promise<Attempt<BakedBadge>> {
  const standard = standards.get(credential.vocabulary);
  if (standard === undefined || !formats.has(credential.format)) return refuse('present/cannot-bake', { why: 'no-badge' });
  if (credential.packing?.[0]?.startsWith('baked-') === true) return refuse('present/cannot-bake', { why: 'is-image' });
  const content = await contentOf(credential);
  if (content === undefined) return refuse('present/cannot-bake', { why: 'content' });
  const picture = findPicture(credential.credential);
  const own = await bakeInto(picture, content, standard, kind);
  if (own.ok) return own;
  const instead = 'problem' in picture ? picture.problem : problemOf(own.error.facts['why']);
  const neutral = await readBack(kind === 'svg' ? intoSvg(neutralSvg, content, standard) : intoPng(neutralPng(), content, standard), content);
  return neutral.ok ? succeed({ ...neutral.value, instead }) : refuse('present/cannot-bake', { why: String(neutral.error.facts['why'] ?? 'content') });
}

function problemOf(why: unknown): PictureProblem {
  return why === 'unsafe' || why === 'other-kind' ? why : 'broken';
}

/** The bytes of the credential alone: JSON as it was received, a token without the line end of its file. */
async function contentOf({ raw }: ExaminedCredential): Promise<Content | undefined> {
  const bytes = await unpacked(raw);
  const text = decodeUtf8(bytes);
  if (!text.ok) return undefined;
  const token = text.value.trim();
  if (/^ey[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return { bytes: encodeUtf8(token), text: token, isToken: true };
  return /^\s*\{/.test(text.value) ? { bytes, text: text.value, isToken: false } : undefined;
}

/** Into its own picture, where it has one of the wished kind that can hold it. */
async function bakeInto(picture: FoundPicture, content: Content, standard: Standard, wished: BakeOrder['kind']): Promise<Attempt<BakedBadge>> {
  if ('problem' in picture) return refuse('open/malformed', { why: picture.problem });
  if (wished !== undefined && wished !== picture.kind) return refuse('open/malformed', { why: 'other-kind' });
  return readBack(picture.kind === 'png' ? intoPng(picture.bytes, content, standard) : intoSvg(picture.text, content, standard), content);
}

/** Only what our own reader finds again in the image counts as baked. */
async function readBack(baked: Attempt<BakedBadge>, { text }: Content): Promise<Attempt<BakedBadge>> {
  if (!baked.ok) return baked;
  const inside = decodeUtf8(await unpacked(baked.value.bytes));
  // Readers of drawings take the white space around a text away.
  return inside.ok && inside.value.trim() === text.trim() ? baked : refuse('open/malformed', { why: 'read-back' });
}

function intoPng(picture: Uint8Array, content: Content, { keyword }: Standard): Attempt<BakedBadge> {
  const baked = bakePng(picture, keyword, content.bytes);
  return baked.ok ? succeed({ bytes: baked.value, kind: 'png', mediaType: 'image/png' }) : baked;
}

function intoSvg(drawing: string, content: Content, { namespace }: Standard): Attempt<BakedBadge> {
  const hosted = namespace === 'http://openbadges.org' ? hostedAt(content) : undefined;
  const baked = bakeSvg(drawing, content.isToken ? { namespace, verify: content.text } : { namespace, json: content.text, ...(hosted === undefined ? {} : { verify: hosted }) });
  return baked.ok ? succeed({ bytes: encodeUtf8(baked.value), kind: 'svg', mediaType: 'image/svg+xml' }) : baked;
}

/** Open Badges 2.0, "SVGs": of a hosted badge, the address where it is kept stands beside it. */
function hostedAt({ bytes }: Content): string | undefined {
  const json = readStrictJson(bytes);
  const id = json.ok && isJsonObject(json.value.value) ? json.value.value['id'] : undefined;
  return typeof id === 'string' && /^https?:\/\/\S{1,2000}$/.test(id) ? id : undefined;
}
