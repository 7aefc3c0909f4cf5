import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/core/model/json.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { OwnListEntry } from '../../../src/core/model/trust.ts';
import { examineCredentialOf, reasonOf, testNow } from '../../support/examining.ts';
import { generatePeerCurveKey } from '../../support/peer.ts';
import { deriveByPeer, issueSelective } from '../../support/peer-selective.ts';
import { createTestKey, signDocument } from '../../support/sign-proof.ts';
import { plain } from '../../support/signing.ts';
import { answered, bitstringClaims, listAddress } from '../../support/status-lists.ts';

const key = await generatePeerCurveKey('P-256');
const entryOf = (statusPurpose: string) => ({ type: 'BitstringStatusListEntry', statusPurpose, statusListIndex: '5', statusListCredential: listAddress });

/** What a holder shows of a credential by a known issuer, all of whose lists say nothing against it. */
async function shows(credential: JsonObject, pointers: readonly string[]): Promise<string> {
  const base = await issueSelective(credential, key, ['/issuer']);
  const derived = await deriveByPeer(base, key, pointers);
  return judged(derived);
}

async function judged(document: JsonObject, list?: object): Promise<string> {
  const stranger = await examineCredentialOf(document);
  const known: OwnListEntry = { id: '1', keyThumbprint: stranger.signer?.keyThumbprint ?? '', issuerId: key.controller, name: 'Known', since: testNow };
  const seen: ExaminedCredential = await examineCredentialOf(document, { ownList: [known], answers: [answered(list ?? (await listOf()))] });
  return `${seen.headline} ${reasonOf(seen, 'status')}`;
}

/** A list by the same issuer for both purposes, signed by the same key through the peer. */
async function listOf(): Promise<object> {
  const claims = bitstringClaims(key.controller, [], {}, { statusPurpose: ['revocation', 'refresh'] });
  return issueSelective(claims as JsonObject, key, ['']);
}

const whole = (changes: JsonObject): JsonObject => ({ ...(plain(key.controller) as JsonObject), ...changes });

describe('what a holder may have left out', () => {
  test('the positive twin: that it is not revoked and when it ends are shown, and a document of another suite hides nothing', async () => {
    const credential = whole({ validUntil: '2030-01-01T00:00:00Z', credentialStatus: entryOf('revocation') });
    expect(await shows(credential, ['/validUntil', '/credentialStatus'])).toBe('valid in-force');
    const other = createTestKey();
    const signed = await signDocument({ ...(plain(other.did) as JsonObject) }, other);
    const stranger = await examineCredentialOf(signed);
    const known: OwnListEntry = { id: '1', keyThumbprint: stranger.signer?.keyThumbprint ?? '', issuerId: other.did, name: 'Known', since: testNow };
    expect((await examineCredentialOf(signed, { ownList: [known] })).headline).toBe('no-status');
  });

  test('B46 an end that has passed, left out: not checked, and never valid', async () => {
    const over = whole({ validUntil: '2026-01-01T00:00:00Z', credentialStatus: entryOf('revocation') });
    expect(await shows(over, ['/validUntil', '/credentialStatus'])).toBe('expired in-force');
    expect(await shows(over, ['/credentialStatus'])).toBe('not-checked may-be-left-out');
  });

  test('B58 the entry for revocation left out beside another one: not checked, and never valid', async () => {
    const both = whole({ validUntil: '2030-01-01T00:00:00Z', credentialStatus: [entryOf('refresh'), entryOf('revocation')] });
    expect(await shows(both, ['/validUntil', '/credentialStatus'])).toBe('valid in-force');
    expect(await shows(both, ['/validUntil', '/credentialStatus/0'])).toBe('not-checked may-be-left-out');
  });

  test('B61 a list that is over, derived without its end: no answer', async () => {
    const document = await issueSelective(whole({ credentialStatus: entryOf('revocation') }), key, ['/issuer']);
    const list = await issueSelective(bitstringClaims(key.controller, [], { validUntil: '2026-11-02T00:00:00Z' }) as JsonObject, key, ['/issuer']);
    expect(await judged(document, list)).toBe('not-checked list-out-of-date');
    expect(await judged(document, await deriveByPeer(list, key, ['/id', '/type', '/validFrom', '/credentialSubject']))).toBe('not-checked list-unchecked');
    expect(await judged(document)).toBe('valid in-force');
  });
});
