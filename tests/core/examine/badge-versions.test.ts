import { describe, expect, test } from 'vitest';
import * as urls from '../../../src/core/encoding/json-ld/context-urls.ts';
import { signCredential } from '../../../src/tools/sampling/sign-samples.ts';
import { examineCredentialOf } from '../../support/examining.ts';
import { cast, changed } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const { issuer, other } = await cast();
const day = '2026-06-14T12:00:00Z';

/** The least that a badge of every version states, in these contexts. */
function badgeIn(contexts: readonly string[], changes: Document = {}, achievement: Document = {}): Document {
  const isNewer = contexts[0] === urls.credentialsV2;
  const criteria = { narrative: 'Mend a puncture.' };
  return changed(
    {
      '@context': contexts,
      id: 'urn:uuid:7a3f0c7e-1f5e-4d0b-9a3c-0b1d2e3f4a5b',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: issuer.did, type: ['Profile'], name: 'Riverside College' },
      ...(isNewer ? { validFrom: day } : { issuanceDate: day }),
      credentialSubject: { id: 'did:example:learner', type: ['AchievementSubject'], achievement: { id: 'urn:uuid:1', type: ['Achievement'], name: 'Bicycle Repair', description: 'Bicycles', criteria, ...achievement } },
    },
    changes,
  );
}

const { credentialsV1: v1, credentialsV2: v2, ed25519Signature2020V1: suite2020, dataIntegrityV2: integrity } = urls;

describe('a signed badge of each published version is judged by the terms of that version', () => {
  test.each<[string, 'Ed25519Signature2020' | 'eddsa-rdfc-2022', readonly string[], Document]>([
    ['3.0.0, with the older data model', 'Ed25519Signature2020', [v1, urls.openBadges300, suite2020], {}],
    ['3.0.1, with the older data model', 'Ed25519Signature2020', [v1, urls.openBadges301, suite2020], {}],
    ['3.0.2', 'eddsa-rdfc-2022', [v2, urls.openBadges302], {}],
    ['3.0.2, with the older data model', 'eddsa-rdfc-2022', [v1, urls.openBadges302, integrity], {}],
    ['3.0.3, as first published', 'eddsa-rdfc-2022', [v2, urls.openBadges303], {}],
    ['3.0.3, with a term of its second publication', 'eddsa-rdfc-2022', [v2, urls.openBadges303], { endorsementJwt: ['eyJhbGciOiJFZERTQSJ9.e30.AA'] }],
    ['3.0.3, with its extensions', 'eddsa-rdfc-2022', [v2, urls.openBadges303, urls.openBadgesExtensions], {}],
  ])('%s', async (_name, suite, contexts, changes) => {
    const document = badgeIn(contexts, changes);
    const signed = await signCredential(document, suite, issuer, day);
    const seen = await examineCredentialOf(signed);
    expect([seen.headline, seen.vocabulary, seen.credential.title?.raw, seen.credential.validFrom?.raw]).toEqual(['unknown-issuer', 'open-badges-3', 'Bicycle Repair', day]);
    expect(seen.credential.issuer.name?.raw).toBe('Riverside College');
    expect(seen.credential.holder.id?.raw).toBe('did:example:learner');
    const text = JSON.stringify(signed);
    for (const [from, to] of [['Bicycle Repair', 'Bicycle Design'], ['did:example:learner', 'did:example:another'], ['Mend a', 'See a'], ['Riverside', 'Lakeside']] as const) {
      expect((await examineCredentialOf(text.replace(from, to))).headline).toBe('altered');
    }
    expect((await examineCredentialOf(await signCredential(document, suite, other, day))).headline).toBe('altered');
  });
});

describe('a learner record of each published version', () => {
  test.each<[string, readonly string[]]>([
    ['2.0', [v1, urls.comprehensiveRecord200, urls.openBadges300, suite2020]],
    ['2.0.1', [v2, urls.comprehensiveRecord201, urls.openBadges303]],
  ])('%s', async (_name, contexts) => {
    const suite = contexts[0] === v1 ? 'Ed25519Signature2020' : 'eddsa-rdfc-2022';
    const part = await signCredential(badgeIn(contexts.filter((url) => !url.includes('/clr/'))), suite, issuer, day);
    const credentialSubject = { id: 'did:example:learner', type: ['ClrSubject'], verifiableCredential: [part] };
    const signed = await signCredential(badgeIn(contexts, { id: 'urn:uuid:2', type: ['VerifiableCredential', 'ClrCredential'], name: 'Transcript', credentialSubject }), suite, issuer, day);
    const seen = await examineCredentialOf(signed);
    expect([seen.headline, seen.vocabulary, seen.credential.title?.raw]).toEqual(['unknown-issuer', 'clr-2', 'Transcript']);
    expect(seen.parts?.map((inner) => inner.kind === 'credential' && inner.headline)).toEqual(['unknown-issuer']);
    const changedPart = await examineCredentialOf(JSON.stringify(signed).replace('Bicycle Repair', 'Bicycle Design'));
    expect([changedPart.headline, changedPart.parts?.map((inner) => inner.class)]).toEqual(['altered', ['invalid']]);
  });
});

test('versions of the terms that are named together, or by an address of somebody else, are not checked', async () => {
  const signed = await signCredential(badgeIn([v2, urls.openBadges303]), 'eddsa-rdfc-2022', issuer, day);
  for (const contexts of [[v2, urls.openBadges302, urls.openBadges303], [v2, 'https://kayaelle.github.io/vc-ed/plugfest-1-2022/jff-vc-edu-plugfest-1-context.json']]) {
    const seen = await examineCredentialOf({ ...signed, '@context': contexts });
    expect([seen.headline, seen.class]).toEqual(['not-checked', 'unknown']);
  }
});
