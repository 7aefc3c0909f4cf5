import { expect, test } from 'vitest';
import { credentialVerdictWords } from '../../../src/ui/components/verdict-words.ts';
import { examineCredentialOf } from '../../support/examining.ts';
import { badge, cast, signJcs } from '../../support/signing.ts';

test('B48 a date that is none is never said as a date', async () => {
  const { issuer } = await cast();
  for (const [changes, id] of [
    [{ validUntil: '2027-06-30' }, 'verdict.expired.malformed'],
    [{ validFrom: '01/02/2024' }, 'verdict.not-yet.malformed'],
  ] as const) {
    const words = credentialVerdictWords(await examineCredentialOf(await signJcs(badge(issuer.did, changes), issuer)));
    expect(words.text).toEqual({ id });
    expect(JSON.stringify(words)).not.toMatch(/2027|01\/02/);
  }
});
