import type { Instant } from '../../model/instant.ts';
import type { Certificate } from './read-certificate.ts';

/** What looking for a path to an anchor came to; `path` is the leaf and the authorities above it, as far as each holds. */
export type PathOutcome =
  | { readonly outcome: 'anchored'; readonly path: readonly Certificate[]; readonly anchor: Certificate }
  /** All that is here holds, and leads to nobody that was loaded. */
  | { readonly outcome: 'open'; readonly path: readonly Certificate[] }
  /** An authority above was not valid at that time, or something is beyond us: a critical extension, a hash that proves nothing. */
  | { readonly outcome: 'out-of-date' | 'beyond-us'; readonly path: readonly Certificate[] }
  /** Not by the authority it names, or by somebody who may not issue it. */
  | { readonly outcome: 'broken'; readonly path: readonly Certificate[]; readonly why: 'signature' | 'not-an-authority' | 'path-length' };

interface PathOrder {
  readonly leaf: Certificate;
  /** Certificates that came along; nothing of them is trusted. */
  readonly pool: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  /** When the path must have been valid. */
  readonly at: Instant;
}

const maxPathLength = 8;
/** A pool is hostile input: no more signatures than this are computed for one path. */
const maxSignatureChecks = 40;

const fromBest: readonly PathOutcome['outcome'][] = ['anchored', 'open', 'beyond-us', 'out-of-date', 'broken'];

/** Looks for a path (RFC 5280 6.1) from the leaf to an anchor: names, signatures, authority, lengths and dates of each step. */
export async function buildPath(order: PathOrder): Promise<PathOutcome> {
  return extend(order, [order.leaf], { left: maxSignatureChecks });
}

async function extend(order: PathOrder, path: readonly Certificate[], checks: { left: number }): Promise<PathOutcome> {
  const last = path.at(-1) ?? order.leaf;
  const anchor = order.anchors.find(({ digest }) => digest === last.digest);
  if (anchor !== undefined) return { outcome: 'anchored', path, anchor };
  const candidates = path.length < maxPathLength ? authoritiesFor(last, order, path) : [];
  const isRoot = candidates.length > 0 && (await isSelfSigned(last, checks));
  let best: PathOutcome | undefined;
  for (const candidate of candidates) {
    if (checks.left <= 0) break;
    checks.left -= 1;
    const trouble = await findTrouble(last, candidate, path, order.at);
    // A root names nobody but itself: another of its name is an earlier or a later one, or a stranger, and accuses nobody.
    if (isRoot && trouble?.outcome === 'broken' && trouble.why === 'signature') continue;
    const found = trouble ?? (await extend(order, [...path, candidate], checks));
    if (found.outcome === 'anchored') return found;
    if (best === undefined || fromBest.indexOf(found.outcome) < fromBest.indexOf(best.outcome)) best = found;
  }
  return best ?? { outcome: 'open', path };
}

async function isSelfSigned(certificate: Certificate, checks: { left: number }): Promise<boolean> {
  if (certificate.subject !== certificate.issuer || certificate.isWeaklySigned || checks.left <= 0) return false;
  checks.left -= 1;
  return certificate.isSignedBy(certificate);
}

/** Who may be meant by the issuer of a certificate: the same name, and no other key where both say which. */
function authoritiesFor(certificate: Certificate, { anchors, pool }: PathOrder, path: readonly Certificate[]): readonly Certificate[] {
  const known = [...anchors, ...pool].filter(({ subject, subjectKeyId, digest }) => {
    const isOtherKey = certificate.authorityKeyId !== undefined && subjectKeyId !== undefined && certificate.authorityKeyId !== subjectKeyId;
    return subject === certificate.issuer && !isOtherKey && !path.some((each) => each.digest === digest);
  });
  return known.filter(({ digest }, index) => known.findIndex((each) => each.digest === digest) === index);
}

async function findTrouble(certificate: Certificate, authority: Certificate, path: readonly Certificate[], at: Instant): Promise<PathOutcome | undefined> {
  if (certificate.isWeaklySigned) return { outcome: 'beyond-us', path };
  if (!(await certificate.isSignedBy(authority))) return { outcome: 'broken', path, why: 'signature' };
  // RFC 5280 6.1.4 (k), (n): only what says that it is an authority may issue.
  if (!authority.isAuthority || authority.usages?.certifying === false) return { outcome: 'broken', path, why: 'not-an-authority' };
  // 6.1.4 (m): authorities below this one, those that were renamed or rekeyed by themselves not counted.
  const below = path.slice(1).filter(({ subject, issuer }) => subject !== issuer).length;
  if (authority.pathLength !== undefined && below > authority.pathLength) return { outcome: 'broken', path, why: 'path-length' };
  if (authority.isBeyondUs) return { outcome: 'beyond-us', path };
  if (at < authority.notBefore || at > authority.notAfter) return { outcome: 'out-of-date', path };
  return undefined;
}
