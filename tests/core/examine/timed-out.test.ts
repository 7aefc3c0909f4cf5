import { describe, expect, it } from 'vitest';
import { examine } from '../../../src/core/examine/examine.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { badgeClaims } from '../../../src/tools/sampling/sample-claims.ts';
import { createEdwardsKey, freshSeeds } from '../../../src/tools/sampling/sample-keys.ts';
import { signCredential } from '../../../src/tools/sampling/sign-samples.ts';

describe('an examination whose proof did not end in time', () => {
  it('is not-checked with everything readable still read, and never a pass', async () => {
    const key = await createEdwardsKey(freshSeeds('issuer'));
    const claims = badgeClaims({ issuer: key.did, id: 'urn:uuid:1', validFrom: '2026-06-12T10:00:00Z' });
    const text = JSON.stringify(await signCredential(claims, 'eddsa-rdfc-2022', key, '2026-06-12T10:00:00Z'));
    const now = toInstant(Date.UTC(2026, 10, 22));
    const received = { bytes: new TextEncoder().encode(text), transport: 'file', arrivedAt: now } as const;
    const context = { now, notBefore: now, ownList: [], expectation: 'none', origin: 'received' } as const;
    expect(await examine({ received, context })).toMatchObject({ headline: 'unknown-issuer' });
    const late = await examine({ received, context: { ...context, proofs: 'timed-out' } });
    expect(late).toMatchObject({ kind: 'credential', headline: 'not-checked', class: 'unknown', axes: { unchanged: 'could-not-check' } });
    if (late.kind !== 'credential') throw new Error('not a credential');
    expect(late.signer).toBeUndefined();
    expect(late.checks.find(({ id }) => id === 'proof')).toMatchObject({ state: 'unknown', reason: 'timed-out' });
  });
});
