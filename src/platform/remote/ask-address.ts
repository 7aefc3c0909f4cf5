import { readSafeAddress } from '../../core/encoding/safe-address.ts';
import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';

/** Waiting for an answer, and reading it, in all. */
export const askTimeoutMs = 8_000;
export const maxAnswerBytes = 8 * 1024 * 1024;

/** How a web page begins. Data that is only labelled as one is still data. */
const webPage = /^\s*<(?:!doctype\s+html|html)\b/i;

/** The bytes of an answer, what they say they are, and which address was asked, in its one spelling. */
export interface AnsweredBytes {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}

/**
 * Asks one address, once (B86, B87, C31): GET without credentials, referrer or cache, no redirect followed, 8 seconds and
 * 8 MiB in all. Errors: `remote/refused-address` before anything is sent; `remote/offline`; `remote/no-answer`, which is
 * also what a page gives that does not let browsers read it; `remote/refused` with the status; `remote/too-large`;
 * `remote/web-page` where a page for people came, whatever it is labelled: nothing that is asked for is one.
 */
export async function askAddress(text: string, fetching: typeof fetch = fetch): Promise<Attempt<AnsweredBytes>> {
  const address = readSafeAddress(text);
  if (!address.ok) return address;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), askTimeoutMs);
  try {
    const response = await fetching(address.value.url, {
      method: 'GET',
      mode: 'cors',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      // Without a word of ours the browser names the person's languages.
      headers: { Accept: 'application/json, application/ld+json, application/vc, application/jwt, */*;q=0.5', 'Accept-Language': '*' },
      signal: stop.signal,
    });
    if (!response.ok) {
      stop.abort();
      return refuse('remote/refused', { status: response.status });
    }
    return await readBody(response, address.value.url, stop);
  } catch {
    return refuse(isOffline() ? 'remote/offline' : 'remote/no-answer');
  } finally {
    clearTimeout(timer);
  }
}

/** Reads no more than is allowed, whatever length was announced. */
async function readBody(response: Response, url: string, stop: AbortController): Promise<Attempt<AnsweredBytes>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
    length += next.value.length;
    if (length > maxAnswerBytes) {
      stop.abort();
      return refuse('remote/too-large', { limit: maxAnswerBytes });
    }
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  if (webPage.test(new TextDecoder().decode(bytes.subarray(0, 1_024)))) return refuse('remote/web-page');
  const mediaType = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  return succeed(mediaType === undefined || !isMediaType(mediaType) ? { url, bytes } : { url, bytes, mediaType });
}

/** Two names of a hundred and twenty-seven characters at most (RFC 6838, 4.2): it is kept with the answer, whoever wrote it. */
function isMediaType(text: string): boolean {
  return /^[a-z\d][a-z\d!#$&^_.+-]{0,126}\/[a-z\d][a-z\d!#$&^_.+-]{0,126}$/.test(text);
}

/** False where the browser does not say: it may be wrong either way, and only chooses the words. */
function isOffline(): boolean {
  return (globalThis as { readonly navigator?: { readonly onLine?: boolean } }).navigator?.onLine === false;
}
