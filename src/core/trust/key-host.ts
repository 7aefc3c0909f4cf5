/** Paths and names that a host gives to the people who use it: what stands there is not the host's own word. */
const personalSegments: ReadonlySet<string> = new Set(['user', 'users', 'people', 'person', 'staff', 'student', 'students', 'home', 'homes', 'homepage', 'homepages', 'personal', 'member', 'members', 'blog', 'blogs', 'wiki', 'pages', 'sites', 'perso', 'git', 'gitlab', 'gitea', 'raw', 'cloud', 'nextcloud', 'owncloud', 'upload', 'uploads']);

/**
 * The host that vouches for the key of a controller, in lower case, or undefined: a did:web or an https identifier at the
 * usual port, not under a place that the host gives to its users (`/~name`, `people.`, `gitlab.`), nor what it answers to a
 * question (`?file=`), which may be anybody's words. Nobody else's key has a host.
 */
export function keyHostOf(controller: string): string | undefined {
  const place = controller.startsWith('did:web:') ? placeOfDid(controller.slice('did:web:'.length)) : placeOfAddress(controller);
  if (place === undefined) return undefined;
  const host = place.host.toLowerCase();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) || /^\d+(\.\d+){3}$/.test(host)) return undefined;
  const labels = host.split('.').slice(0, -2);
  const isPersonal = [...labels, ...place.segments].some((segment) => segment.startsWith('~') || personalSegments.has(segment.toLowerCase()));
  return isPersonal ? undefined : host;
}

interface Place {
  readonly host: string;
  readonly segments: readonly string[];
}

/** did:web, Read: colons part the path; a port is written `%3A`. */
function placeOfDid(text: string): Place | undefined {
  const [host = '', ...segments] = text.split(':').map(decoded);
  return host.includes(':') ? undefined : { host, segments };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ':';
  }
}

function placeOfAddress(text: string): Place | undefined {
  if (!text.startsWith('https://')) return undefined;
  try {
    const url = new URL(text);
    return url.port === '' && url.username === '' && url.search === '' ? { host: url.hostname, segments: url.pathname.split('/').filter((part) => part !== '').map(decoded) } : undefined;
  } catch {
    return undefined;
  }
}

/** The host itself and the domains above it, longest first, down to two labels. */
export function domainsAbove(host: string): readonly string[] {
  const labels = host.split('.');
  return labels.slice(0, -1).map((_label, index) => labels.slice(index).join('.'));
}
