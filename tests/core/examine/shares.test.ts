import { describe, expect, test } from 'vitest';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import type { ShareExpectation } from '../../../src/core/model/examination.ts';
import { createP256Key, fixtureSeeds } from '../../../src/tools/sampling/sample-keys.ts';
import { examineBytes, examineShareOf, instantOf, reasonOf } from '../../support/examining.ts';
import { badge, cast, changed, presentation, signJcs, signPresentation, signRaw, signRdfc, signToken } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const { issuer, other, holder, token } = await cast();
const challenge = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const domain = 'Harbour Office';
const expected = (changes: Partial<Exclude<ShareExpectation, 'none'>> = {}): ShareExpectation => ({ challenge, domain, used: false, ...changes });

const own = await signRdfc(badge(issuer.did, {}, holder.did), issuer);
const nobodys = await signRdfc(badge(issuer.did), issuer);
const good = await signPresentation(presentation(holder.did, [own]), holder, challenge, domain);

/** A presentation signed with JCS and any proof options. */
async function signedJcs(document: Document, options: Document = {}): Promise<Document> {
  return signJcs(document, holder, { proofPurpose: 'authentication', challenge, domain, ...options });
}

describe('the positive twins', () => {
  test('with the expected challenge and domain it is proven now', async () => {
    const seen = await examineShareOf(good, { expectation: expected() });
    expect({ headline: seen.headline, axes: seen.axes, class: seen.class }).toEqual({
      headline: 'proven',
      axes: { unchanged: 'yes', holder: 'proven-now', binding: 'challenge-matched', end: 'none' },
      class: 'unconfirmed',
    });
  });

  test('with the word none it is proven with its date, and the receiver’s text is a label', async () => {
    const seen = await examineShareOf(good);
    expect(seen.headline).toBe('proven');
    expect(seen.axes).toMatchObject({ holder: 'proven-dated', binding: 'label-only' });
    expect({ label: seen.label, holder: seen.holder, created: seen.created }).toEqual({ label: domain, holder: holder.did, created: instantOf('2026-06-14T12:00:00Z') });
  });

  test('a credential inside is judged from its own exact bytes', async () => {
    const text = `{"verifiableCredential" : [ ${JSON.stringify(own, null, 3)} ], ${JSON.stringify(changed(presentation(holder.did, 0), { verifiableCredential: undefined })).slice(1)}`;
    const seen = await examineShareOf(text);
    const [inner] = credentialsIn(seen);
    expect(new TextDecoder().decode(inner?.raw)).toBe(JSON.stringify(own, null, 3));
    expect(inner?.headline).toBe('unknown-issuer');
  });
});

describe('presentations', () => {
  test('B79 a wrong or missing challenge or domain is wrong-receiver', async () => {
    const jcs = presentation(holder.did, [await signJcs(badge(issuer.did, {}, holder.did), issuer)]);
    const cases: readonly [Document, ShareExpectation][] = [
      [good, expected({ challenge: 'another' })],
      [good, expected({ domain: 'Another Office' })],
      [good, expected({ domain: 'harbour office' })],
      [good, expected({ challenge: '' })],
      [good, expected({ domain: '' })],
      [await signedJcs(jcs, { challenge: undefined }), expected()],
      [await signedJcs(jcs, { domain: undefined }), expected()],
      [await signedJcs(jcs, { domain: [domain, 'Another Office'] }), expected()],
      [await signedJcs(jcs, { challenge: '', domain: '' }), expected({ challenge: '', domain: '' })],
      [await signedJcs(jcs, { challenge: '' }), expected({ challenge: '' })],
      [await signedJcs(jcs, { domain: '' }), expected({ domain: '' })],
    ];
    for (const [document, expectation] of cases) {
      const seen = await examineShareOf(document, { expectation });
      expect({ headline: seen.headline, class: seen.class, binding: seen.axes.binding }).toEqual({ headline: 'wrong-receiver', class: 'invalid', binding: 'challenge-wrong' });
    }
    expect((await examineShareOf(await signedJcs(jcs), { expectation: expected() })).headline).toBe('proven');
  });

  test('B79 the same text in another normal form is the same receiver, a text without end is not waited for', async () => {
    const jcs = presentation(holder.did, [await signJcs(badge(issuer.did, {}, holder.did), issuer)]);
    const decomposed = await signedJcs(jcs, { domain: 'Büro'.normalize('NFD') });
    expect((await examineShareOf(decomposed, { expectation: expected({ domain: 'Büro' }) })).headline).toBe('proven');
    const endless = await signedJcs(jcs, { domain: `a${'\u0301\u0316'.repeat(200_000)}` });
    const { result, ms } = await cpuTimeOf(() => examineShareOf(endless, { expectation: expected() }));
    expect(result.headline).toBe('wrong-receiver');
    expect(ms).toBeLessThan(4_000);
  });

  test('B80 a challenge that was answered before is wrong-receiver', async () => {
    const seen = await examineShareOf(good, { expectation: expected({ used: true }) });
    expect({ headline: seen.headline, reason: reasonOf(seen, 'challenge') }).toEqual({ headline: 'wrong-receiver', reason: 'challenge-used' });
    expect((await examineShareOf(good, { expectation: expected({ used: false }) })).headline).toBe('proven');
  });

  test('B81 a share signed by another than its holder is share-altered', async () => {
    const seen = await examineShareOf(await signPresentation(presentation(holder.did, [own]), other, challenge, domain));
    expect({ headline: seen.headline, class: seen.class, reason: reasonOf(seen, 'share-proof') }).toEqual({ headline: 'share-altered', class: 'invalid', reason: 'wrong-signer' });
  });

  test('B82 a holder who is not the one the credential names is other-owner, never proven', async () => {
    const seen = await examineShareOf(await signPresentation(presentation(other.did, [own]), other, challenge, domain), { expectation: expected() });
    expect({ headline: seen.headline, holder: seen.axes.holder }).toEqual({ headline: 'other-owner', holder: 'other-key' });
    const mixed = await examineShareOf(await signPresentation(presentation(holder.did, [own, await signRdfc(badge(issuer.did, {}, 'did:key:123'), issuer)]), holder, challenge, domain));
    expect(mixed.headline).toBe('other-owner');
  });

  test('B82 a credential that was changed to name whoever shows it, or that nobody signed, proves nobody its owner', async () => {
    const changed = { ...own, credentialSubject: { ...(own['credentialSubject'] as Document), id: other.did } };
    for (const inner of [changed, badge(issuer.did, {}, other.did)]) {
      const seen = await examineShareOf(await signPresentation(presentation(other.did, [inner]), other, challenge, domain), { expectation: expected() });
      expect({ headline: seen.headline, holder: seen.axes.holder }).toEqual({ headline: 'owner-unproven', holder: 'not-proven' });
    }
    expect((await examineShareOf(await signPresentation(presentation(holder.did, [own]), holder, challenge, domain), { expectation: expected() })).headline).toBe('proven');
  });

  test('B82 a credential that names no key leaves the owner open', async () => {
    for (const inner of [nobodys, await signRdfc(badge(issuer.did, {}, 'urn:uuid:5d0f5a3a-0000-4000-8000-000000000001'), issuer), await signRdfc(badge(issuer.did, {}, 'mailto:mira@example.org'), issuer)]) {
      const seen = await examineShareOf(await signPresentation(presentation(holder.did, [own, inner]), holder, challenge, domain));
      expect({ headline: seen.headline, class: seen.class }).toEqual({ headline: 'no-owner-key', class: 'unconfirmed' });
    }
  });

  test('B82 the same key written as did:key and as did:jwk is the same key', async () => {
    const [asKey, asJwk] = await Promise.all([createP256Key(fixtureSeeds('holder p-256'), 'key'), createP256Key(fixtureSeeds('holder p-256'), 'jwk')]);
    const inner = await signToken(badge(token.issuer, {}, asKey.issuer), token, 'vc+jwt');
    const vp = { iss: asJwk.issuer, vp: { '@context': ['https://www.w3.org/2018/credentials/v1'], type: ['VerifiablePresentation'], verifiableCredential: [inner] } };
    expect((await examineShareOf(await signToken(vp, asJwk, 'JWT'))).headline).toBe('proven');
  });

  test('B83 a share whose proof cannot be judged, or fails, is never proven', async () => {
    const proof = good['proof'] as Document;
    const unknown = await examineShareOf({ ...good, proof: { ...proof, cryptosuite: 'ecdsa-xi-2023' } }, { expectation: expected() });
    expect({ headline: unknown.headline, axes: unknown.axes }).toMatchObject({ headline: 'owner-unproven', axes: { unchanged: 'could-not-check', holder: 'not-proven', binding: 'none' } });
    for (const broken of [[], null, 'x', [proof, 'x']]) expect((await examineShareOf({ ...good, proof: broken })).headline).toBe('share-altered');
    expect((await examineShareOf(JSON.stringify(good).replace(domain, 'Office of all'))).headline).toBe('share-altered');
    const assertion = await signRdfc(presentation(holder.did, [own]), holder).catch(() => undefined);
    expect(assertion).toBeUndefined();
    expect((await examineShareOf(await signJcs(presentation(holder.did, [own]), holder, { challenge, domain }))).headline).toBe('share-altered');
  });

  test('B84 an unsigned presentation is a container whose owner is unproven, whatever is expected', async () => {
    for (const expectation of ['none' as const, expected()]) {
      const seen = await examineShareOf(presentation(holder.did, [own]), { expectation });
      expect({ headline: seen.headline, unchanged: seen.axes.unchanged }).toEqual({ headline: 'owner-unproven', unchanged: 'unsigned' });
      expect(credentialsIn(seen).map(({ headline }) => headline)).toEqual(['unknown-issuer']);
    }
  });

  test('B84 an empty presentation is never green', async () => {
    for (const inner of [[], undefined]) {
      const seen = await examineShareOf(await signedJcs(presentation(holder.did, inner)), { expectation: expected() });
      expect({ headline: seen.headline, class: seen.class }).toEqual({ headline: 'owner-unproven', class: 'unknown' });
    }
  });

  test('B36 an ended share says so, one from the future and one under a wrong clock is unproven', async () => {
    const jcs = presentation(holder.did, [await signJcs(badge(issuer.did, {}, holder.did), issuer)]);
    const ended = await examineShareOf(await signedJcs(jcs, { expires: '2026-07-01T00:00:00Z' }));
    expect({ headline: ended.headline, end: ended.axes.end, parts: credentialsIn(ended).map((part) => part.headline) }).toEqual({ headline: 'share-ended', end: 'ended', parts: ['unknown-issuer'] });
    expect((await examineShareOf(await signedJcs(jcs, { expires: '2027-07-01T00:00:00Z' }))).axes).toMatchObject({ end: 'within', holder: 'proven-dated' });
    expect((await examineShareOf(await signedJcs(jcs, { created: '2026-12-24T00:00:00Z' }))).headline).toBe('owner-unproven');
    const early = { now: instantOf('2026-06-20T00:00:00Z'), notBefore: instantOf('2026-11-01T00:00:00Z') };
    expect((await examineShareOf(await signedJcs(jcs), early)).headline).toBe('owner-unproven');
  });
});

describe('what stands inside', () => {
  const envelope = (id: unknown): Document => ({ '@context': 'https://www.w3.org/ns/credentials/v2', id, type: 'EnvelopedVerifiableCredential' });

  test('B43 an enveloped credential of the right kind is opened, alone and in a presentation', async () => {
    const jwt = await signToken(badge(token.issuer, {}, holder.did), token, 'vc+jwt');
    const inside = await examineShareOf(await signPresentation(presentation(holder.did, [envelope(`data:application/vc+jwt,${jwt}`)]), holder, challenge, domain));
    expect({ headline: inside.headline, parts: credentialsIn(inside).map((part) => part.headline) }).toEqual({ headline: 'proven', parts: ['unknown-issuer'] });
    const alone = await examineBytes(JSON.stringify(envelope(`data:application/vc+jwt,${jwt}`)));
    expect(credentialsIn(alone).map((part) => part.headline)).toEqual(['unknown-issuer']);
  });

  test('B43 another media type, another content or no data address is refused', async () => {
    const jwt = await signToken(badge(token.issuer), token, 'vc+jwt');
    const bad = [`data:text/plain,${jwt}`, `data:application/vc+jwt;base64,${jwt}`, `data:application/vc+jwt,${JSON.stringify(own)}`, `data:application/vc+sd-jwt,${jwt}`, `https://evil.example/${jwt}`, `data:application/vc+jwt`, 5];
    for (const id of bad) {
      const seen = await examineShareOf(presentation(holder.did, [envelope(id)]));
      expect(seen.parts).toMatchObject([{ kind: 'unreadable', class: 'refused', error: { code: 'open/wrong-media-type' } }]);
      expect(seen.class).toBe('refused');
    }
  });

  test('B43 presentations more than three deep are refused, three are opened', async () => {
    const nest = (depth: number): Document => (depth === 0 ? own : presentation(holder.did, [nest(depth - 1)]));
    expect(credentialsIn(await examineBytes(JSON.stringify(nest(3)))).map((part) => part.headline)).toEqual(['unknown-issuer']);
    const deep = await examineBytes(JSON.stringify(nest(4)));
    expect(credentialsIn(deep)).toEqual([]);
    expect(deep.class).toBe('refused');
    expect(JSON.stringify(deep)).toContain('open/too-deep');
  });

  test('one bad item never hides the others', async () => {
    const seen = await examineBytes(JSON.stringify([own, 'eyJ.x', 5, nobodys]));
    if (seen.kind !== 'collection') throw new Error(seen.kind);
    expect(seen.parts.map((part) => part.kind)).toEqual(['credential', 'unreadable', 'unreadable', 'credential']);
    expect(seen.class).toBe('refused');
  });

  test('more than a thousand credentials in a file are refused', async () => {
    const many = Array.from({ length: 1_001 }, () => ({ type: 'VerifiableCredential' }));
    expect(await examineBytes(JSON.stringify(many))).toMatchObject({ kind: 'unreadable', error: { code: 'open/too-many-nodes' } });
    const halves = [many.slice(500), many.slice(500)].map((half) => presentation(holder.did, half));
    const nested = await examineBytes(JSON.stringify(halves));
    expect(credentialsIn(nested).length).toBeLessThanOrEqual(1_000);
  });

  test('a token presentation is bound by aud and nonce, and a contradicting holder is share-altered', async () => {
    const inner = await signToken(badge(token.issuer, {}, holder.did), token, 'vc+jwt');
    const vp = presentation(holder.did, [envelope(`data:application/vc+jwt,${inner}`)]);
    const sign = async (payload: Document, typ = 'vp+jwt'): Promise<string> => signRaw({ alg: 'EdDSA', kid: holder.verificationMethod, typ }, payload, holder);
    const bound = { ...vp, aud: domain, nonce: challenge };
    expect((await examineShareOf(await sign(bound), { expectation: expected() })).axes).toMatchObject({ holder: 'proven-now', binding: 'challenge-matched' });
    expect((await examineShareOf(await sign(bound), { expectation: expected({ challenge: 'x' }) })).headline).toBe('wrong-receiver');
    expect((await examineShareOf(await sign({ ...bound, iss: other.did }))).headline).toBe('share-altered');
    expect((await examineShareOf(await sign(bound, 'kb+jwt'))).headline).toBe('share-altered');
    expect((await examineShareOf(await sign({ ...bound, exp: 1_790_000_000 }))).headline).toBe('share-ended');
    expect((await examineShareOf(await sign({ ...bound, exp: 'never' }))).headline).toBe('share-altered');
  });
});
