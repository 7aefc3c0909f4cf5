import { asList, isJsonObject } from '../model/json.ts';
import { resultOf } from './check.ts';
import type { Check, CredentialSubject } from './check.ts';

/**
 * Whether the issuer took the credential back (VCDM 2.0 4.10). No entry: there is nothing to ask, which is said. Any
 * entry, of whatever type or shape: no list has been asked, so the answer is unknown (B58, B59).
 */
export const statusCheck: Check<CredentialSubject> = {
  id: 'status',
  run: ({ claims, now }) => {
    const entries = [...asList(claims['credentialStatus']), ...asList(claims['status']).filter(isJsonObject)];
    if (entries.length === 0) return resultOf('status', now, 'not-applicable', 'no-status-entry');
    return resultOf('status', now, 'unknown', 'not-asked', { entries: entries.length });
  },
};
