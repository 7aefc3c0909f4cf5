import { describe, expect, test } from 'vitest';
import type { OwnListEntry } from '../../../src/core/model/trust.ts';
import { learningClaims } from '../../../src/tools/sampling/selective-claims.ts';
import { issueSelective, keepDisclosures } from '../../../src/tools/sampling/sign-selective.ts';
import { examineCredentialOf, testNow } from '../../support/examining.ts';
import { selectiveCast } from '../../support/selective.ts';

const { issuer } = await selectiveCast();
const iat = 1_780_000_000;

/** A learning credential by a known issuer of which only these claims are shown. */
async function shown(changes: Record<string, unknown>, hides: readonly string[], keeps: readonly string[]): Promise<string> {
  const claims = Object.fromEntries(Object.entries({ ...learningClaims(issuer.did), iat, ...changes }).filter(([, value]) => value !== undefined));
  const text = keepDisclosures(await issueSelective(claims, { _sd: hides }, issuer), (name) => keeps.includes(name ?? ''));
  const stranger = await examineCredentialOf(text);
  const known: OwnListEntry = { id: '1', keyThumbprint: stranger.signer?.keyThumbprint ?? '', issuerId: issuer.did, name: 'Known', since: testNow };
  const seen = await examineCredentialOf(text, { ownList: [known] });
  return `${stranger.headline} ${seen.headline}`;
}

describe('a type of SD-JWT VC that has an end of its own, which its issuer may let holders hide', () => {
  test('B71 an end that has passed, hidden: not checked, and never valid', async () => {
    const hides = ['date_of_expiry', 'family_name'];
    expect(await shown({ date_of_expiry: '2026-01-01' }, hides, hides)).toBe('expired expired');
    expect(await shown({ date_of_expiry: '2026-01-01' }, hides, ['family_name'])).toBe('unknown-issuer not-checked');
    expect(await shown({ date_of_expiry: undefined }, ['family_name'], [])).toBe('unknown-issuer not-checked');
  });

  test('the positive twins: its end is shown, or the token itself has one, or nothing is hidden', async () => {
    expect(await shown({}, ['family_name'], [])).toBe('unknown-issuer no-status');
    expect(await shown({ exp: iat + 500_000_000, date_of_expiry: undefined }, ['family_name'], [])).toBe('unknown-issuer no-status');
    expect(await shown({ date_of_expiry: undefined }, ['family_name'], ['family_name'])).toBe('unknown-issuer no-status');
  });

  test('of another type no end can be hidden but that of the token, which may not be hidden at all', async () => {
    expect(await shown({ vct: 'VerifiableMicroCredential', date_of_expiry: undefined }, ['family_name'], [])).toBe('unknown-issuer no-status');
  });
});
