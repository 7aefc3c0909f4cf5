import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { expect, test } from 'vitest';
import { resolveKey } from '../../../src/core/dids/registry.ts';
import { parseInstant, toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import type { ProofOutcome } from '../../../src/core/model/proof.ts';
import { verifyProof } from '../../../src/core/proofs/registry.ts';
import { createPeerLoader, generatePeerCurveKey, generatePeerKey, isVerifiedByPeer, issueByPeer } from '../../support/peer.ts';
import { sampleBadge } from '../../support/sample-badge.ts';
import { createCurveKey, createTestKey, signDocument } from '../../support/sign-proof.ts';

const now = parseInstant('2025-07-01T00:00:00Z') ?? toInstant(0);

async function judge(document: JsonObject, controller: string, purpose: 'assertionMethod' | 'authentication' = 'assertionMethod'): Promise<ProofOutcome> {
  return verifyProof({ secured: { form: 'data-integrity', document, proof: document['proof'] ?? null }, controller, purpose, resolveKey, now });
}

/** The badge in each pair of contexts that issuers use. */
function variants(issuer: string): readonly JsonObject[] {
  const badge = sampleBadge(issuer) as JsonObject;
  const { validFrom, description: _description, name: _name, credentialSchema: _schema, ...rest } = badge;
  const early = { ...rest, issuanceDate: validFrom ?? '' };
  const v1 = 'https://www.w3.org/2018/credentials/v1';
  const integrity = 'https://w3id.org/security/data-integrity/v2';
  return [
    badge,
    { ...badge, '@context': [...(badge['@context'] as string[]), 'https://w3id.org/security/suites/ed25519-2020/v1'] },
    { ...early, '@context': [v1, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', integrity] },
    { ...early, '@context': [v1, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', integrity, 'https://w3id.org/security/suites/ed25519-2020/v1'] },
  ];
}

test('eddsa-rdfc-2022: what the reference implementation signs we verify, and what is changed neither of us does', async () => {
  const key = await generatePeerKey();
  for (const variant of variants(key.controller)) {
    const signed = (await issueByPeer(variant, key)) as JsonObject;
    expect(await judge(signed, key.controller)).toMatchObject({ state: 'passed' });
    expect(await isVerifiedByPeer(signed, key)).toBe(true);
    const changed = { ...signed, credentialSubject: { ...(signed['credentialSubject'] as JsonObject), id: 'did:example:thief' } };
    expect(await judge(changed, key.controller)).toMatchObject({ state: 'failed', reason: 'changed' });
    expect(await isVerifiedByPeer(changed, key)).toBe(false);
  }
});

test.each(['P-256', 'P-384'] as const)('ecdsa-rdfc-2019 with %s: each verifies what the other signs, and neither what is changed', async (curve) => {
  const suite = 'ecdsa-rdfc-2019';
  const key = await generatePeerCurveKey(curve);
  for (const variant of variants(key.controller)) {
    const signed = (await issueByPeer(variant, key, undefined, suite)) as JsonObject;
    expect(await judge(signed, key.controller)).toMatchObject({ state: 'passed', suite });
    expect(await isVerifiedByPeer(signed, key, suite)).toBe(true);
    const changed = { ...signed, awardedDate: '2025-05-29T12:00:00Z' };
    expect(await judge(changed, key.controller)).toMatchObject({ state: 'failed', reason: 'changed' });
    expect(await isVerifiedByPeer(changed, key, suite)).toBe(false);
  }
  const own = createCurveKey(curve);
  const published = { id: own.method, controller: own.did, publicKeyMultibase: own.did.slice('did:key:'.length) };
  const asPeer = { ...key, ...published, export: async () => ({ '@context': 'https://w3id.org/security/multikey/v1', type: 'Multikey', ...published }) };
  const ours = await signDocument(sampleBadge(own.did) as JsonObject, own, { suite });
  expect(await judge(ours, own.did)).toMatchObject({ state: 'passed' });
  expect(await isVerifiedByPeer(ours, asPeer, suite)).toBe(true);
  expect(await isVerifiedByPeer({ ...ours, awardedDate: '2025-05-29T12:00:00Z' }, asPeer, suite)).toBe(false);
});

test('Ed25519Signature2020: what the reference implementation signs we verify', async () => {
  const key = await generatePeerKey();
  for (const variant of variants(key.controller)) {
    const suite = new Ed25519Signature2020({ signer: key.signer(), date: '2025-06-01T00:00:00Z' });
    const signed = (await vc.issue({ credential: variant, suite, documentLoader: createPeerLoader([key]) })) as JsonObject;
    expect(await judge(signed, key.controller)).toMatchObject({ state: 'passed', suite: 'Ed25519Signature2020' });
    expect(await judge({ ...signed, awardedDate: '2025-05-29T12:00:00Z' }, key.controller)).toMatchObject({ state: 'failed', reason: 'changed' });
  }
});

test('two proofs beside each other are judged each on its own', async () => {
  const key = await generatePeerKey();
  const [, badge] = variants(key.controller);
  if (badge === undefined) throw new Error('no badge');
  const once = (await issueByPeer(badge, key)) as JsonObject;
  const suite = new Ed25519Signature2020({ signer: key.signer(), date: '2025-06-01T00:00:00Z' });
  const twice = (await vc.issue({ credential: once, suite, documentLoader: createPeerLoader([key]) })) as JsonObject;
  const proofs = twice['proof'] as readonly JsonObject[];
  expect(proofs).toHaveLength(2);
  for (const proof of proofs) {
    const order = { secured: { form: 'data-integrity', document: twice, proof }, controller: key.controller, purpose: 'assertionMethod', resolveKey, now } as const;
    expect(await verifyProof(order)).toMatchObject({ state: 'passed' });
    expect(await verifyProof({ ...order, secured: { ...order.secured, document: { ...twice, name: 'x' } } })).toMatchObject({ state: 'failed', reason: 'changed' });
  }
});

test('a presentation signed by the reference implementation', async () => {
  const [issuer, holder] = [await generatePeerKey(), await generatePeerKey()];
  const credential = await issueByPeer(sampleBadge(issuer.controller), issuer);
  const presentation = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], holder: holder.controller, verifiableCredential: [credential] };
  const suite = new DataIntegrityProof({ signer: holder.signer(), cryptosuite, date: '2025-06-01T00:00:00Z' });
  const signed = (await vc.signPresentation({ presentation, suite, challenge: 'abc', domain: 'employer.example', documentLoader: createPeerLoader([issuer, holder]) })) as JsonObject;
  expect(await judge(signed, holder.controller, 'authentication')).toMatchObject({ state: 'passed', challenge: 'abc', domain: ['employer.example'], signer: { controller: holder.controller } });
  expect(await judge(signed, issuer.controller, 'authentication')).toMatchObject({ state: 'failed', reason: 'wrong-signer' });
  expect(await judge({ ...signed, verifiableCredential: [] }, holder.controller, 'authentication')).toMatchObject({ state: 'failed', reason: 'changed' });
  expect(await judge(credential as JsonObject, issuer.controller)).toMatchObject({ state: 'passed' });
});

test('what another signer makes by the letter of the standard, the reference implementation and we find alike', async () => {
  const own = createTestKey();
  const peerKey = await generatePeerKey();
  const asPeer = { ...peerKey, id: own.method, controller: own.did, publicKeyMultibase: own.did.slice('did:key:'.length) };
  const method = { '@context': 'https://w3id.org/security/multikey/v1', id: own.method, type: 'Multikey', controller: own.did, publicKeyMultibase: asPeer.publicKeyMultibase };
  const keyAsPeer = { ...asPeer, signer: () => ({}), export: async () => method };
  for (const variant of variants(own.did)) {
    const signed = await signDocument(variant, own);
    expect(await judge(signed, own.did)).toMatchObject({ state: 'passed' });
    expect(await isVerifiedByPeer(signed, keyAsPeer)).toBe(true);
  }
});
