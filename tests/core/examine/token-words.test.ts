import { describe, expect, test } from 'vitest';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { examineBytes, examineCredentialOf, examineShareOf, reasonOf } from '../../support/examining.ts';
import { badge, cast, changed, fullBadge, signJcs, signRaw } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const { issuer, holder } = await cast();
const header = { alg: 'EdDSA', kid: issuer.verificationMethod };
const v1 = 'https://www.w3.org/2018/credentials/v1';
const v2 = 'https://www.w3.org/ns/credentials/v2';
const badges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** VC 1.1: a badge in the names of its data model. */
function inner(changes: Document = {}): Document {
  const { validFrom, awardedDate: _awarded, ...claims } = badge(issuer.did, { '@context': [v1, badges] }, 'did:example:learner');
  return changed({ ...claims, issuanceDate: validFrom }, changes);
}

const registered = { iss: issuer.did, sub: 'did:example:learner', jti: inner()['id'] };

async function examineToken(payload: Document, typ?: string): Promise<ExaminedCredential> {
  return examineCredentialOf(await signRaw(typ === undefined ? header : { ...header, typ }, payload, issuer));
}

function conflictOf(seen: ExaminedCredential): unknown {
  const failed = seen.checks.find(({ state }) => state === 'failed');
  return { headline: seen.headline, class: seen.class, reason: failed?.reason, field: failed?.facts['field'] };
}

describe('a credential that stands in `vc` and beside it', () => {
  test('B19 said twice alike, in whatever detail, it is read whole', async () => {
    const { credentialSubject, ...rest } = inner();
    const { achievement, ...subject } = credentialSubject as Document;
    const whole = await examineToken({ ...registered, ...inner(), vc: inner() });
    expect({ headline: whole.headline, title: whole.credential.title?.value[0]?.text }).toEqual({ headline: 'unknown-issuer', title: 'Measuring Air Quality with Open Data' });
    const incomplete = await examineToken({ ...registered, ...rest, credentialSubject: { ...subject, achievement }, vc: { '@context': rest['@context'], type: rest['type'], issuer: issuer.did, credentialSubject: subject } });
    expect({ headline: incomplete.headline, title: incomplete.credential.title?.value }).toEqual({ headline: 'unknown-issuer', title: whole.credential.title?.value });
    expect(incomplete.credential.issuer.name?.value).toEqual(whole.credential.issuer.name?.value);
  });

  test.each<[string, Document]>([
    ['credentialSubject', { credentialSubject: { id: 'did:example:learner', achievement: { name: 'Brain Surgery' } } }],
    ['issuer', { issuer: 'did:example:another' }],
    ['id', { id: 'https://brightwater.example/credentials/another' }],
    ['type', { type: ['VerifiableCredential'] }],
    ['@context', { '@context': [v2] }],
    ['issuanceDate', { issuanceDate: '2020-01-01T00:00:00Z' }],
    ['expirationDate', { expirationDate: '2031-01-01T00:00:00Z' }],
    ['evidence', { evidence: [] }],
  ])('B19 said twice and not alike it is malformed-proof: %s', async (field, outer) => {
    const vc = inner({ expirationDate: '2030-01-01T00:00:00Z', evidence: [{ id: 'urn:a', type: 'Evidence' }] });
    expect((await examineToken({ ...registered, vc })).headline).toBe('unknown-issuer');
    expect(conflictOf(await examineToken({ ...registered, ...outer, vc }))).toEqual({ headline: 'altered', class: 'invalid', reason: 'malformed-proof', field });
  });

  test('B19 an end or a status that stands only beside `vc` is never overlooked', async () => {
    expect((await examineToken({ ...registered, expirationDate: '2026-08-01T00:00:00Z', vc: inner() })).headline).toBe('expired');
    expect((await examineToken({ ...registered, validUntil: '2026-08-01T00:00:00Z', vc: inner() })).headline).toBe('expired');
    const entry = (id: string): Document => ({ id, type: 'BitstringStatusListEntry' });
    const both = await examineToken({ ...registered, credentialStatus: entry('urn:a'), vc: inner({ credentialStatus: entry('urn:b') }) });
    expect(both.axes.status).toBe('could-not-check');
    expect(both.credential.status).toHaveLength(2);
    expect((await examineToken({ ...registered, vc: inner() })).axes.status).toBe('no-list');
  });

  test('B19 one value and an array of it are the same, and null states nothing, in both places', async () => {
    const outer = { type: 'VerifiableCredential', credentialSubject: [inner()['credentialSubject']], expirationDate: null };
    const alike = await examineToken({ ...registered, ...outer, vc: inner({ type: ['VerifiableCredential'] }) });
    expect({ headline: alike.headline, title: alike.credential.title?.value[0]?.text }).toEqual({ headline: 'unknown-issuer', title: 'Measuring Air Quality with Open Data' });
    expect((await examineToken({ ...registered, ...outer, vc: inner({ type: ['VerifiableCredential'], expirationDate: '2026-08-01T00:00:00Z' }) })).headline).toBe('expired');
    expect((await examineToken({ ...registered, expirationDate: '2026-08-01T00:00:00Z', vc: inner({ expirationDate: null }) })).headline).toBe('expired');
    expect(conflictOf(await examineToken({ ...registered, type: 'OpenBadgeCredential', vc: inner({ type: ['VerifiableCredential'] }) }))).toMatchObject({ headline: 'altered', field: 'type' });
  });

  test('B19 an end that is null in the credential and a date in the token is that date', async () => {
    const [later, before] = ['2030-01-01T00:00:00Z', '2026-08-01T00:00:00Z'].map((text) => Date.parse(text) / 1_000);
    const own = { ...badge(issuer.did), iss: issuer.did, validUntil: null };
    for (const payload of [{ ...registered, vc: inner({ expirationDate: null }) }, own]) {
      expect((await examineToken({ ...payload, exp: later })).headline).toBe('unknown-issuer');
      expect((await examineToken({ ...payload, exp: before })).headline).toBe('expired');
    }
  });

  test('B09 an issuer in a wrong shape is not made good by `iss`', async () => {
    for (const wrong of [[issuer.did], null, 5, { id: [issuer.did] }]) {
      const seen = await examineBytes(await signRaw(header, { ...registered, vc: inner({ issuer: wrong }) }, issuer));
      expect(seen).toMatchObject({ kind: 'unreadable', error: { code: 'open/wrong-shape', facts: { member: 'issuer' } } });
    }
    expect(conflictOf(await examineToken({ ...registered, issuer: [issuer.did], vc: inner({ issuer: issuer.did }) }))).toMatchObject({ headline: 'altered', field: 'issuer' });
    expect((await examineToken({ ...registered, vc: inner({ issuer: undefined }) })).credential.issuer.id?.value).toBe(issuer.did);
  });
});

describe('the words of a token', () => {
  const unknown = 'https://evil.example/words.json';

  test.each<[string, unknown, string]>([
    ['an unknown context', [v2, unknown], 'unknown-context'],
    ['an unknown context before the known ones', [unknown, v2, badges], 'unknown-context'],
    ['an unknown context alone', unknown, 'unknown-context'],
    ['an inline context', [v2, { achievement: 'https://evil.example/title' }], 'context-not-allowed'],
    ['no context', undefined, 'context-not-allowed'],
    ['no base context', [badges], 'context-not-allowed'],
    ['two versions', [v1, v2], 'context-not-allowed'],
  ])('B27 with %s mean nothing that we know: not-checked, in every form of token', async (_name, context, reason) => {
    const own = await examineToken({ ...badge(issuer.did, { '@context': context }), iss: issuer.did });
    const later = await examineToken(badge(issuer.did, { '@context': context }), 'vc+jwt');
    const earlier = await examineToken({ ...registered, vc: inner({ '@context': context }) });
    for (const seen of [own, later, earlier]) {
      expect({ headline: seen.headline, reason: reasonOf(seen, 'proof'), signer: seen.signer }).toEqual({ headline: 'not-checked', reason, signer: undefined });
    }
  });

  test('B31 the same words under other names, or a context further in, are not read as if they were ours', async () => {
    const hidden = { 'https://www.w3.org/2018/credentials#expirationDate': '2026-08-01T00:00:00Z' };
    expect(reasonOf(await examineToken(badge(issuer.did, hidden), 'vc+jwt'), 'proof')).toBe('context-not-allowed');
    const nested = { evidence: [{ '@context': unknown, id: 'urn:e', type: 'Evidence' }] };
    expect((await examineToken(badge(issuer.did, nested), 'vc+jwt')).headline).toBe('not-checked');
  });

  test('B09 a thing that does not say it is a credential is none, as a token and under a signature over JSON', async () => {
    for (const type of [undefined, ['OpenBadgeCredential'], 'AchievementCredential']) {
      const token = await examineToken(badge(issuer.did, { type }), 'vc+jwt');
      const document = await examineCredentialOf(await signJcs(badge(issuer.did, { type }), issuer));
      for (const seen of [token, document]) expect({ headline: seen.headline, reason: reasonOf(seen, 'proof') }).toEqual({ headline: 'not-checked', reason: 'context-not-allowed' });
    }
    for (const type of ['VerifiableCredential', ['OpenBadgeCredential', 'VerifiableCredential']]) {
      expect((await examineToken(badge(issuer.did, { type }), 'vc+jwt')).headline).toBe('unknown-issuer');
      expect((await examineCredentialOf(await signJcs(badge(issuer.did, { type }), issuer))).headline).toBe('unknown-issuer');
    }
  });

  test('B09 a token says itself of which of the two kinds it is', async () => {
    expect((await examineToken({ ...registered, vc: inner({ type: ['VerifiablePresentation'] }) })).headline).toBe('not-checked');
    const known = await signRaw({ ...header, typ: 'vc+jwt' }, badge(issuer.did, {}, holder.did), issuer);
    const sign = async (type: string): Promise<string> =>
      signRaw({ alg: 'EdDSA', kid: holder.verificationMethod }, { iss: holder.did, vp: { '@context': [v1], type: [type], verifiableCredential: [known] } }, holder);
    expect((await examineShareOf(await sign('VerifiableCredential'))).headline).toBe('owner-unproven');
    expect((await examineShareOf(await sign('VerifiablePresentation'))).headline).toBe('proven');
  });

  test('B71 a token cut off from its disclosures is not checked: an end may stand behind its digests', async () => {
    const digest = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';
    const hidden: readonly Document[] = [{ _sd: [digest], _sd_alg: 'sha-256' }, { _sd: [digest] }, { evidence: [{ '...': digest }] }, { evidence: { _sd: [digest] } }];
    for (const claims of hidden) {
      for (const payload of [{ ...registered, vc: inner(claims) }, { ...registered, ...claims, vc: inner() }, { ...badge(issuer.did, claims), iss: issuer.did }]) {
        const seen = await examineToken(payload);
        expect({ headline: seen.headline, reason: reasonOf(seen, 'proof'), signer: seen.signer }).toEqual({ headline: 'not-checked', reason: 'context-not-allowed', signer: undefined });
      }
    }
    expect((await examineToken({ ...registered, vc: inner({ evidence: [{ id: 'urn:e', type: 'Evidence' }] }) })).headline).toBe('unknown-issuer');
  });

  test('a broken signature is said before words that are not known', async () => {
    const signed = await signRaw({ ...header, typ: 'vc+jwt' }, badge(issuer.did, { '@context': [v2, unknown] }), issuer);
    expect((await examineCredentialOf(`${signed.slice(0, -6)}AAAAAA`)).headline).toBe('altered');
  });

  test('bundled contexts, and the Educredentials terms behind them, are known', async () => {
    expect((await examineToken(badge(issuer.did), 'vc+jwt')).headline).toBe('unknown-issuer');
    expect((await examineToken(fullBadge(issuer.did), 'vc+jwt')).headline).toBe('unknown-issuer');
    const [base, , educredentials] = fullBadge(issuer.did)['@context'] as string[];
    expect((await examineToken(fullBadge(issuer.did, { '@context': [educredentials, base] }), 'vc+jwt')).headline).toBe('not-checked');
  });

  test('B27 of a share too; what it carries is judged by itself', async () => {
    const sign = async (vp: Document): Promise<string> =>
      signRaw({ alg: 'EdDSA', kid: holder.verificationMethod, typ: 'JWT' }, { iss: holder.did, vp }, holder);
    const carried = await signRaw({ ...header, typ: 'vc+jwt' }, badge(issuer.did, { '@context': [v2, unknown] }, holder.did), issuer);
    const known = await signRaw({ ...header, typ: 'vc+jwt' }, badge(issuer.did, {}, holder.did), issuer);
    const share = (context: unknown, credential: string): Document => ({ '@context': context, type: ['VerifiablePresentation'], verifiableCredential: [credential] });
    expect(await examineShareOf(await sign(share([v1], known)))).toMatchObject({ headline: 'proven', parts: [{ headline: 'unknown-issuer' }] });
    expect(await examineShareOf(await sign(share([v1], carried)))).toMatchObject({ headline: 'proven', class: 'unknown', parts: [{ headline: 'not-checked' }] });
    expect(await examineShareOf(await sign(share([v1, unknown], known)))).toMatchObject({ headline: 'owner-unproven', axes: { unchanged: 'could-not-check' } });
  });

  test('B19 credentials beside `vp` are others to another reader: the share is altered', async () => {
    const known = await signRaw({ ...header, typ: 'vc+jwt' }, badge(issuer.did, {}, holder.did), issuer);
    const vp = { '@context': [v1], type: ['VerifiablePresentation'], verifiableCredential: [known] };
    const sign = async (more: Document): Promise<string> => signRaw({ alg: 'EdDSA', kid: holder.verificationMethod, typ: 'JWT' }, { iss: holder.did, vp, ...more }, holder);
    expect((await examineShareOf(await sign({ verifiableCredential: [known] }))).headline).toBe('share-altered');
    expect((await examineShareOf(await sign({}))).headline).toBe('proven');
  });
});
