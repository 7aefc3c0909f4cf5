import type { ErrorCode } from '../../core/model/error-code.ts';

const codesByName: Readonly<Record<string, ErrorCode>> = {
  QuotaExceededError: 'store/quota',
  VersionError: 'vault/newer-schema',
};

/** Names that say that the connection was lost, not that the request was wrong: opening anew may help. */
const lostConnection: ReadonlySet<string> = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'UnknownError',
  'InternalError',
  'OpenFailedError',
  'TransactionInactiveError',
]);

function namesOf(cause: unknown): readonly string[] {
  const names: string[] = [];
  let at: unknown = cause;
  for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth++) {
    if ('name' in at && typeof at.name === 'string') names.push(at.name);
    at = 'inner' in at ? at.inner : undefined;
  }
  return names;
}

/** What a refusing database means, decided by the names of the exceptions, never by their text. */
export function storageErrorCode(cause: unknown): ErrorCode {
  for (const name of namesOf(cause)) {
    const code = codesByName[name];
    if (code !== undefined) return code;
  }
  return 'store/unavailable';
}

/** True where the connection itself is gone (C14), so that the same request may be made again on a new one. */
export function isLostConnection(cause: unknown): boolean {
  const names = namesOf(cause);
  return !names.includes('QuotaExceededError') && names.some((name) => lostConnection.has(name));
}
