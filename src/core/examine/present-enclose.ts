import { readStrictJson } from '../encoding/strict-json.ts';
import { decodeUtf8 } from '../encoding/utf8.ts';
import { refuse, succeed } from '../model/attempt.ts';
import type { Attempt } from '../model/attempt.ts';
import { asList, isJsonObject } from '../model/json.ts';
import { presentationContext } from '../encoding/proof-options.ts';

/**
 * A credential as a member of `verifiableCredential`, as JSON text. A JSON credential keeps every token of its source,
 * only the white space between them goes; a token (JWT) goes into an envelope (VCDM 2.0, 4.13.1).
 * Error: `present/cannot-enclose` with the reason in `why`.
 */
export function encloseCredential(raw: Uint8Array): Attempt<string> {
  const text = decodeUtf8(raw);
  if (!text.ok) return cannot(text.error.code);
  const trimmed = text.value.trim();
  if (isToken(trimmed)) return succeed(envelope(trimmed));
  const parsed = readStrictJson(raw);
  if (!parsed.ok) return cannot(parsed.error.code);
  const { value } = parsed.value;
  if (!isJsonObject(value) || !asList(value['type']).includes('VerifiableCredential')) return cannot('not-a-credential');
  return succeed(withoutSpace(trimmed));
}

function cannot(why: string): Attempt<never> {
  return refuse('present/cannot-enclose', { why });
}

/** A signed JWS in compact form (RFC 7515, 3.1). */
function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(text);
}

function envelope(token: string): string {
  return JSON.stringify({
    '@context': presentationContext,
    id: `data:application/vc+jwt,${token}`,
    type: ['EnvelopedVerifiableCredential'],
  });
}

/** A JSON text that the strict reader accepted, without the white space between its tokens. */
function withoutSpace(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const opening = text.indexOf('"', at);
    const end = opening === -1 ? text.length : opening;
    parts.push(text.slice(at, end).replace(/[ \t\r\n]+/g, ''));
    if (opening === -1) break;
    at = stringEnd(text, opening);
    parts.push(text.slice(opening, at));
  }
  return parts.join('');
}

/** The place after the string that begins at `opening`. */
function stringEnd(text: string, opening: number): number {
  let at = opening + 1;
  for (;;) {
    const next = text.indexOf('"', at);
    let slashes = 0;
    while (text[next - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return next + 1;
    at = next + 1;
  }
}
