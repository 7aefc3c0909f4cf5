import { refuse, succeed } from '../model/attempt.ts';
import type { Attempt } from '../model/attempt.ts';

const maxAddressCharacters = 2_000;
/** Names that never lead out of a house or a machine (RFC 6761, RFC 6762, RFC 8375, and what routers use). */
const privateNames: ReadonlySet<string> = new Set(['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'arpa', 'onion', 'invalid', 'test']);

/**
 * An address that may be asked, in its one spelling and without fragment (B86, B87): https, a host by name that is not a
 * private one, no user, no dots or slashes in disguise. Core cannot see what a name leads to; whoever asks names the host
 * first. Error: `remote/refused-address` with `why`.
 */
export function readSafeAddress(text: string): Attempt<{ readonly url: string; readonly host: string }> {
  if (text.length > maxAddressCharacters) return refused('length');
  if (/[\s\p{C}\\]/u.test(text)) return refused('characters');
  if (!/^https:\/\//i.test(text)) return refused('scheme');
  const url = parse(text);
  if (url === undefined) return refused('malformed');
  if (url.username !== '' || url.password !== '' || authorityOf(text).includes('@')) return refused('user');
  const why = hostTrouble(url.hostname) ?? pathTrouble(text);
  if (why !== undefined) return refused(why);
  url.hash = '';
  return succeed({ url: url.href, host: url.host });
}

function refused(why: string): Attempt<never> {
  return refuse('remote/refused-address', { why });
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function authorityOf(text: string): string {
  return text.slice('https://'.length).split(/[/?#]/, 1)[0] ?? '';
}

/** The parser has turned every spelling of an IPv4 address (0x7f.1, 2130706433) into four numbers already. */
function hostTrouble(hostname: string): string | undefined {
  if (hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname)) return 'ip-address';
  const labels = hostname.split('.');
  if (labels.length < 2 || labels.includes('')) return 'host';
  return privateNames.has(labels.at(-1) ?? '') ? 'private-host' : undefined;
}

/** Steps upwards and slashes that one server takes for a step and another for a letter. */
function pathTrouble(text: string): string | undefined {
  const path = text.slice('https://'.length + authorityOf(text).length).split(/[?#]/, 1)[0] ?? '';
  if (/%(2f|5c|00)/i.test(path)) return 'path';
  const isStep = path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
  return isStep ? 'path' : undefined;
}
