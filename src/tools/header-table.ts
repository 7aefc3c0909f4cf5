/**
 * The one table of response headers. From it come the headers of our own server, the files for common static hosts
 * and the meta tag in the page, so that they cannot differ. Policies: see "Headers" in README.md.
 */

export type HeaderSet = Readonly<Record<string, string>>;

/** Which files of a build get which headers. Patterns never overlap: some hosts join the values of two that match. */
export interface HeaderRow {
  /** A path, or a path that ends with `*`. */
  readonly pattern: string;
  readonly headers: HeaderSet;
}

type Directives = Readonly<Record<string, string>>;

const closed: Directives = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
};

function page(shellStyle: string): Directives {
  return {
    ...closed,
    'script-src': "'self'",
    'style-src': `'self' '${shellStyle}'`,
    'img-src': "'self' data: blob:",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'trusted-types': 'mecum default',
  };
}

/** Scripts that are workers obey the policy they are served with, not the page's. */
const worker: Directives = {
  ...closed,
  'script-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'trusted-types': 'mecum',
};
/** Key derivation: the only script that may compile WebAssembly; it reaches nothing. */
const derivation: Directives = { ...closed, 'script-src': "'self' 'wasm-unsafe-eval'", 'trusted-types': "'none'" };
/** Online checks: the only script that may ask other hosts. */
const remote: Directives = { ...closed, 'script-src': "'self'", 'connect-src': 'https:', 'trusted-types': "'none'" };
const inert: Directives = closed;

/** The text of a Content-Security-Policy. */
export function policyText(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** The page's policy for a `<meta http-equiv>`, where `frame-ancestors` has no effect and is left out. */
export function metaPolicy(shellStyle: string): string {
  const { 'frame-ancestors': _ignoredInMeta, ...rest } = page(shellStyle);
  return policyText(rest);
}

const allowed = [
  'camera',
  'publickey-credentials-get',
  'publickey-credentials-create',
  'clipboard-write',
  'web-share',
  'screen-wake-lock',
  'fullscreen',
];
const denied = [
  'accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'clipboard-read', 'display-capture', 'encrypted-media',
  'gamepad', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi',
  'otp-credentials', 'payment', 'picture-in-picture', 'serial', 'storage-access', 'usb', 'window-management', 'xr-spatial-tracking',
];

/** Camera, passkeys, copying, sharing, wake lock and full screen for our own page; nothing else for anybody. */
export const permissionsPolicy = [...allowed.map((name) => `${name}=(self)`), ...denied.map((name) => `${name}=()`)].join(', ');

const everywhere: HeaderSet = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'Permissions-Policy': permissionsPolicy,
};
const secureTransport: HeaderSet = { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' };
const checkEachTime = 'no-cache';
const keepForEver = 'public, max-age=31536000, immutable';

/**
 * The table for a build.
 * `shellStyle`: the hash of the page's inline style block, as `sha256-…`. `loopback`: no Strict-Transport-Security,
 * which would break every other server on the same machine.
 */
export function headerTable(shellStyle: string, loopback = false): readonly HeaderRow[] {
  const row = (pattern: string, directives: Directives, cache: string, more: HeaderSet = {}): HeaderRow => ({
    pattern,
    headers: {
      'Content-Security-Policy': policyText(directives),
      ...everywhere,
      ...(loopback ? {} : secureTransport),
      'Cache-Control': cache,
      ...more,
    },
  });
  return [
    row('/', page(shellStyle), checkEachTime),
    row('/index.html', page(shellStyle), checkEachTime),
    row('/shell.html', page(shellStyle), checkEachTime),
    row('/service-worker.js', worker, checkEachTime),
    row('/w/kdf.js', derivation, checkEachTime),
    row('/w/remote.js', remote, checkEachTime),
    row('/assets/*', worker, keepForEver),
    row('/icons/*', inert, checkEachTime),
    row('/lists/*', inert, keepForEver, { 'Content-Type': 'application/json' }),
    row('/labels/*', inert, keepForEver, { 'Content-Type': 'application/json' }),
    row('/icon.svg', inert, checkEachTime),
    row('/manifest.webmanifest', inert, checkEachTime, { 'Content-Type': 'application/manifest+json' }),
  ];
}

/** What any other path gets (a 404, mostly). */
export function fallbackHeaders(loopback = false): HeaderSet {
  return {
    'Content-Security-Policy': policyText(closed),
    ...everywhere,
    ...(loopback ? {} : secureTransport),
    'Cache-Control': checkEachTime,
  };
}

/** The headers of a path: the first row that matches. */
export function headersFor(rows: readonly HeaderRow[], path: string, otherwise: HeaderSet): HeaderSet {
  const found = rows.find(({ pattern }) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern));
  return found?.headers ?? otherwise;
}
