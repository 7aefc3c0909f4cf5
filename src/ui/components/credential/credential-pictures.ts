import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { cameInPicture } from './has-pictures.ts';
import { judgeBytes, judgePicture } from './judge-picture.ts';
import type { JudgedPicture } from './judge-picture.ts';

/** A picture of a credential. `page`: as the issuer drew it. `badge`: its mark. `file`: what it was packed in, which nobody signed. */
export interface CredentialPicture {
  readonly of: 'page' | 'badge' | 'file';
  readonly judged: JudgedPicture;
  /** Of a picture that is only named: where it is. */
  readonly address?: string;
  readonly language?: string;
  readonly page?: number;
  /** The issuer's own description. */
  readonly description?: string;
}

/** Pictures judged of one credential; more than these are counted. */
const maxPictures = 12;

/** Pages in the best language, then badges, then the file itself; each once. */
export function credentialPictures(examined: ExaminedCredential, prefer: readonly string[]): { readonly pictures: readonly CredentialPicture[]; readonly more: number } {
  const claims = claimsOf(examined.text);
  const { pictures: signed = [], image, achievements } = examined.credential;
  const pages = bestLanguage(signed.filter(({ of }) => of === 'display'), prefer).map(({ path, language, page }) => ({
    of: 'page' as const,
    text: textAt(claims, path) ?? '',
    ...(language === undefined ? {} : { language }),
    ...(page === undefined ? {} : { page }),
  }));
  const badges = [image, ...achievements.map((achievement) => achievement.image)].flatMap((stated) => {
    if (stated === undefined) return [];
    const description = captionBeside(claims, stated.path);
    return [{ of: 'badge' as const, text: textAt(claims, stated.path) ?? stated.raw, ...(description === undefined ? {} : { description }) }];
  });
  const seen = new Set<string>();
  const all = [...pages, ...badges].filter(({ text }) => !seen.has(text) && seen.add(text).has(text));
  const found = all.slice(0, maxPictures).map(({ text, ...what }): CredentialPicture => {
    const judged = judgePicture(text);
    return { ...what, judged, ...(!judged.drawn && judged.because === 'elsewhere' ? { address: text } : {}) };
  });
  const file: readonly CredentialPicture[] = cameInPicture(examined) ? [{ of: 'file', judged: judgeBytes(examined.raw) }] : [];
  return { pictures: [...found, ...file], more: Math.max(0, all.length - maxPictures) };
}

/** The caption of an image that is told of with its address; a bare address has none, and an empty one says nothing. */
function captionBeside(claims: unknown, path: string): string | undefined {
  const caption = /\/@?id$/.test(path) ? textAt(claims, path.replace(/\/@?id$/, '/caption'))?.trim() : undefined;
  return caption === '' ? undefined : caption;
}

/** Pages of one language, in their order; those that name no language stand with every language. */
function bestLanguage<T extends { readonly language?: string; readonly page?: number }>(pages: readonly T[], prefer: readonly string[]): readonly T[] {
  const primary = ({ language }: T): string | undefined => language?.split('-')[0]?.toLowerCase();
  const wish = [...prefer.map((tag) => tag.split('-')[0]?.toLowerCase()), ...pages.map(primary)].find((tag) => tag !== undefined && pages.some((page) => primary(page) === tag));
  return pages.filter((page) => wish === undefined || primary(page) === undefined || primary(page) === wish).toSorted((one, other) => (one.page ?? 0) - (other.page ?? 0));
}

function claimsOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text at a JSON pointer (RFC 6901). */
function textAt(claims: unknown, pointer: string): string | undefined {
  let here = claims;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[name];
  }
  return typeof here === 'string' ? here : undefined;
}
