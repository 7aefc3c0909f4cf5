import { decodeBase64 } from '../encoding/base64.ts';
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8.ts';
import type { PictureProblem } from '../model/baked.ts';
import type { Credential } from '../model/credential.ts';

/** A picture that stands in the claims, as bytes; or why there is none to use. */
export type FoundPicture = { readonly kind: 'png'; readonly bytes: Uint8Array } | { readonly kind: 'svg'; readonly text: string } | { readonly problem: PictureProblem };

const dataAddress = /^data:([\w.+/-]{1,60})((?:;[\w=-]{1,40}){0,4}),/i;
/** From what may come right next time to what never will: the last is what a person is told. */
const told: readonly PictureProblem[] = ['none', 'elsewhere', 'other-kind', 'broken', 'unsafe'];

/** The first inline PNG or SVG: of the credential, then of its achievements in their order. Nothing is ever fetched. */
export function findPicture({ image, achievements }: Credential): FoundPicture {
  const found = [image, ...achievements.map((achievement) => achievement.image)].flatMap((stated) => (stated === undefined ? [] : [readPicture(stated.value)]));
  const usable = found.find((picture) => 'kind' in picture);
  if (usable !== undefined) return usable;
  const problems = found.flatMap((picture) => ('problem' in picture ? [picture.problem] : []));
  return { problem: told.findLast((problem) => problems.includes(problem)) ?? 'none' };
}

function readPicture(address: string): FoundPicture {
  const [head, mediaType = '', parameters = ''] = dataAddress.exec(address) ?? [];
  if (head === undefined) return { problem: /^data:/i.test(address) ? 'broken' : 'elsewhere' };
  const kind = mediaType.toLowerCase();
  if (kind !== 'image/png' && kind !== 'image/svg+xml') return { problem: 'other-kind' };
  const bytes = /;base64$/i.test(parameters) ? base64Bytes(address.slice(head.length)) : percentBytes(address.slice(head.length));
  if (bytes === undefined) return { problem: 'broken' };
  if (kind === 'image/png') return { kind: 'png', bytes };
  const text = decodeUtf8(bytes);
  return text.ok ? { kind: 'svg', text: text.value } : { problem: 'broken' };
}

/** Some platforms break lines in it. */
function base64Bytes(text: string): Uint8Array | undefined {
  const bytes = decodeBase64(text.replace(/\s+/g, ''));
  return bytes.ok ? bytes.value : undefined;
}

function percentBytes(text: string): Uint8Array | undefined {
  try {
    return encodeUtf8(decodeURIComponent(text));
  } catch {
    return undefined;
  }
}
