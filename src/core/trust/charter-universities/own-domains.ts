import { domainsAbove } from '../key-host.ts';

/** One institution of the register, as published. */
export interface CharterRow {
  readonly name: string;
  readonly country: string;
  readonly website: string;
  /** Last day of the charter, YYYY-MM-DD. */
  readonly end: string;
}

/** A domain that one row alone owns. */
interface OwnedDomain {
  readonly row: CharterRow;
  /** Other rows stand below it: it belongs to whoever gives out names there, so only the domain itself counts. */
  readonly isExact: boolean;
}

/** Where a site begins: its front page, or the front page of a language. Anything deeper is a page on somebody's site. */
const frontPage = /^\/?(?:[a-z]{2,3}(?:[-_][a-z]{2})?\/?)?(?:(?:index|default|home)(?:\.[a-z]{2,5})?\/?)?$/i;

interface Site {
  readonly host: string;
  readonly isFront: boolean;
}

/** The host of a website as published (with or without a scheme), without a leading `www.`; undefined for anything odd. */
export function siteOf(website: string): Site | undefined {
  const text = website.trim();
  const match = /^(?:https?:\/\/)?([a-z0-9.-]+)((?:\/[^\s?#]*)?)(?:[?#].*)?$/i.exec(text);
  const host = match?.[1]?.toLowerCase().replace(/^www\./, '').replace(/\.$/, '');
  if (host === undefined || !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(host)) return undefined;
  return { host, isFront: frontPage.test(match?.[2] ?? '') };
}

/**
 * The domains that exactly one row owns (DECISIONS, Trust): its site begins at that host, no other row stands on the same
 * host, and where other rows have names below it, only the host itself is its own.
 */
export function ownDomains(rows: readonly CharterRow[]): ReadonlyMap<string, OwnedDomain> {
  const byHost = new Map<string, (CharterRow & { readonly isFront: boolean })[]>();
  for (const row of rows) {
    const site = siteOf(row.website);
    if (site === undefined) continue;
    const others = byHost.get(site.host) ?? [];
    byHost.set(site.host, [...others, { ...row, isFront: site.isFront }]);
  }
  const parents = new Set([...byHost.keys()].flatMap((host) => domainsAbove(host).slice(1)));
  const owned = new Map<string, OwnedDomain>();
  for (const [host, [row, ...others]] of byHost) {
    if (row !== undefined && others.length === 0 && row.isFront) owned.set(host, { row, isExact: parents.has(host) });
  }
  return owned;
}

/** The row that owns the domain a host stands under. The longest domain that any row names decides. */
export function ownerOf(host: string, owned: ReadonlyMap<string, OwnedDomain>, named: ReadonlySet<string>): { readonly row: CharterRow; readonly domain: string } | undefined {
  const bare = host.replace(/^www\./, '');
  const domain = domainsAbove(bare).find((candidate) => named.has(candidate));
  const found = domain === undefined ? undefined : owned.get(domain);
  if (domain === undefined || found === undefined || (found.isExact && domain !== bare)) return undefined;
  return { row: found.row, domain };
}

/** Every host that some row names, also those that nobody owns alone. */
export function namedHosts(rows: readonly CharterRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ website }) => siteOf(website)?.host ?? []));
}
