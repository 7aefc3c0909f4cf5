import fc from 'fast-check';
import { FlattenedSign, flattenedVerify } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeBase64 } from '../../../src/core/encoding/base64.ts';
import { encodeBase64url } from '../../../src/core/encoding/base64url.ts';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { brightwater, sealingService } from '../../../src/tools/sampling/elm-claims.ts';
import { createSealAuthority } from '../../../src/tools/sampling/seal-authority.ts';
import type { SealAuthority, Sealer, SealerChanges } from '../../../src/tools/sampling/seal-authority.ts';
import { sealCredential } from '../../../src/tools/sampling/seal-credential.ts';
import { examineBytes, instantOf, reasonOf, testNow } from '../../support/examining.ts';
import { european, examineSeal, pemList, sealedAt, stepOf } from '../../support/sealing.ts';

type Document = Record<string, unknown>;

let authority: SealAuthority;
let stranger: SealAuthority;
let sealer: Sealer;

beforeAll(async () => {
  authority = await createSealAuthority(sealedAt);
  stranger = await createSealAuthority(sealedAt, 'Another');
  sealer = await authority.createSealer(brightwater);
});

async function sealedBy(changes: SealerChanges, claims: Document = european(), organisation = brightwater): Promise<Document> {
  return sealCredential(claims, await authority.createSealer(organisation, changes), { sealedAt });
}

/** The sealed file with another signed header, signature untouched. */
function withHeader(document: Document, change: (header: Document) => Document): Document {
  const [entry] = document['signatures'] as readonly Document[];
  const header = JSON.parse(Buffer.from(String(entry?.['protected']), 'base64url').toString()) as Document;
  return { ...document, signatures: [{ ...entry, protected: encodeBase64url(encodeUtf8(JSON.stringify(change(header)))) }] };
}

/** The base64 of an issuer and this serial number (RFC 5035, IssuerSerial). */
function nameOf(serial: string): string {
  const inside = Buffer.from(`3004a4023000${serial}`, 'hex');
  return Buffer.concat([Buffer.from([0x30, inside.length]), inside]).toString('base64');
}

describe('a seal that is as it should be', () => {
  test.each(['RS256', 'PS256', 'ES256'] as const)('%s, under a loaded authority: every step says its own, and the authority names who sealed', async (alg) => {
    const seen = await examineSeal(await sealedBy({ alg }), [authority.root]);
    expect([seen.headline, seen.class]).toEqual(['no-status', 'valid']);
    expect(seen.issuerMatch).toMatchObject({ basis: 'listed', name: brightwater.name });
    expect(seen.steps?.map(({ id, state, reason }) => `${id}: ${state} ${reason}`)).toEqual([
      'certificate: passed certificate-read',
      'key-usage: passed may-seal',
      'seal-policy: passed seal-certificate',
      'organisation: passed organisation-matches',
      'on-behalf: not-applicable own-body',
      'chain: passed leads-to-anchor',
      'anchor-status: unknown step-not-done',
      'sealing-time: unknown time-claimed',
      'time-stamp: unknown step-not-done',
      'revocation: unknown step-not-done',
      'accreditation: not-applicable not-stated',
    ]);
  });

  test('B14 without a loaded anchor a certificate that came along is nobody’s: unknown issuer, never more', async () => {
    const document = await sealCredential(european(), sealer, { sealedAt });
    for (const anchors of [[], [stranger.root]]) {
      const seen = await examineSeal(document, anchors);
      expect([seen.headline, seen.class, stepOf(seen, 'chain')]).toEqual(['unknown-issuer', 'unconfirmed', 'unknown no-anchor']);
      expect(seen.issuerMatch).toBeUndefined();
    }
  });

  test('the intermediate loaded as anchor is enough, and so is the very certificate', async () => {
    const document = await sealCredential(european(), sealer, { sealedAt });
    for (const anchor of [authority.intermediate, sealer.certificate]) expect(stepOf(await examineSeal(document, [anchor]), 'chain')).toBe('passed leads-to-anchor');
  });

  test('the payload encoded as base64url is sealed as well', async () => {
    const document = await sealCredential(european(), sealer, { sealedAt, header: { b64: undefined, crit: ['sigT'] } });
    expect((await examineSeal(document, [authority.root])).class).toBe('valid');
  });

  test('the payload counts as it is written, white space and order included', async () => {
    const text = JSON.stringify(european(), null, 3).replaceAll('\n', '\r\n');
    const document = await sealCredential({}, sealer, { sealedAt, text });
    const seen = await examineSeal(document, [authority.root]);
    expect(seen.class).toBe('valid');
    expect((await examineSeal({ ...document, payload: text.replaceAll('\r\n', '\n') }, [authority.root])).headline).toBe('altered');
  });
});

describe('each defect has a result of its own', () => {
  test('altered: one grade changed after sealing', async () => {
    const document = await sealCredential(european(), sealer, { sealedAt });
    const seen = await examineSeal({ ...document, payload: String(document['payload']).replace('"8.5"', '"9.5"') }, [authority.root]);
    expect([seen.headline, reasonOf(seen, 'proof'), seen.steps]).toEqual(['altered', 'changed', undefined]);
  });

  test('wrong chain: a certificate in the name of the authority that the authority has not signed', async () => {
    const seen = await examineSeal(await sealedBy({ forged: true }), [authority.root]);
    expect([seen.headline, reasonOf(seen, 'binding'), stepOf(seen, 'chain')]).toEqual(['altered', 'wrong-signer', 'failed chain-broken']);
  });

  test('expired at sealing: the certificate had run out, or had not begun', async () => {
    for (const dates of [{ notBefore: '2024-01-01T00:00:00Z', notAfter: '2026-06-01T00:00:00Z' }, { notBefore: '2026-06-15T00:00:00Z' }]) {
      const seen = await examineSeal(await sealedBy(dates), [authority.root]);
      expect([seen.headline, reasonOf(seen, 'binding'), stepOf(seen, 'sealing-time')]).toEqual(['altered', 'wrong-signer', 'failed certificate-over']);
    }
  });

  test('expired since: nothing was changed, and only the sealer’s word says that it was in time', async () => {
    const document = await sealedBy({ notAfter: '2026-09-01T00:00:00Z' });
    const since = await examineSeal(document, [authority.root]);
    expect([since.headline, since.class, stepOf(since, 'chain'), stepOf(since, 'sealing-time')]).toEqual(['unknown-issuer', 'unconfirmed', 'passed leads-to-anchor', 'unknown time-claimed']);
    const then = await examineSeal(document, [authority.root], { now: instantOf('2026-08-01T00:00:00Z') });
    expect(then.class).toBe('valid');
    // Whoever looks the anchor up may rely on it, so that it is named only where the certificate counts.
    expect([since.certificate?.anchor, then.certificate?.anchor]).toEqual([undefined, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  test('without a time of sealing who sealed stays unknown, also under a loaded authority; with `iat` for a time it is known', async () => {
    const unstated = await examineSeal(await sealCredential(european(), sealer, { sealedAt, header: { sigT: undefined, crit: ['b64'] } }), [authority.root]);
    expect([unstated.class, stepOf(unstated, 'sealing-time'), unstated.issuerMatch, unstated.certificate?.anchor]).toEqual(['unconfirmed', 'unknown no-dates', undefined, undefined]);
    const newer = { sigT: undefined, iat: instantOf(sealedAt) / 1_000, crit: ['b64'] };
    expect((await examineSeal(await sealCredential(european(), sealer, { sealedAt, header: newer }), [authority.root])).class).toBe('valid');
  });

  test('a certificate that says something critical that we do not understand ties nobody', async () => {
    const seen = await examineSeal(await sealedBy({ riddle: true }), [authority.root]);
    expect([seen.headline, reasonOf(seen, 'binding'), stepOf(seen, 'certificate'), seen.issuerMatch]).toEqual(['not-checked', 'issuer-not-bound', 'unknown certificate-read', undefined]);
  });

  test('expired since: an authority above that ran out, under a certificate that has not', async () => {
    const older = await createSealAuthority('2018-06-01T00:00:00Z');
    const document = await sealCredential(european(), await older.createSealer(brightwater, { notBefore: '2026-01-01T00:00:00Z', notAfter: '2030-01-01T00:00:00Z' }), { sealedAt });
    const since = await examineSeal(document, [older.root]);
    expect([since.headline, since.class, stepOf(since, 'chain'), since.issuerMatch]).toEqual(['unknown-issuer', 'unconfirmed', 'passed leads-to-anchor', undefined]);
    expect((await examineSeal(document, [older.root], { now: instantOf('2026-08-01T00:00:00Z') })).class).toBe('valid');
  });

  test('mandate missing: sealed for another body without saying by what right', async () => {
    const forAnother = (hasMandate: boolean): Document => european({}, { issuer: sealingService, awardedBy: brightwater, hasMandate });
    const missing = await examineSeal(await sealedBy({}, forAnother(false), sealingService), [authority.root]);
    expect([missing.headline, reasonOf(missing, 'binding'), stepOf(missing, 'on-behalf')]).toEqual(['not-checked', 'mandate-missing', 'failed mandate-missing']);
    const stated = await examineSeal(await sealedBy({}, forAnother(true), sealingService), [authority.root]);
    expect([stated.class, stepOf(stated, 'on-behalf'), stated.issuerMatch?.name]).toEqual(['valid', 'unknown mandate-stated', sealingService.name]);
  });

  test('mandate missing: another body does not become the sealer by bearing its id', async () => {
    const claims = european({}, { issuer: sealingService, awardedBy: { ...brightwater, id: sealingService.id } });
    expect(stepOf(await examineSeal(await sealedBy({}, claims, sealingService), [authority.root]), 'on-behalf')).toBe('failed mandate-missing');
  });

  test('mandate missing: a body of another id is another body, with the same name, with none, and beside the sealer', async () => {
    const claims = european({}, { issuer: sealingService });
    const subject = claims['credentialSubject'] as { hasClaim: { awardedBy: { awardingBody: Document } } };
    const { eIDASIdentifier: _identifier, ...unnumbered } = subject.hasClaim.awardedBy.awardingBody;
    const { legalName: _name, ...nameless } = unnumbered;
    const own = { ...unnumbered, id: sealingService.id };
    for (const [awardingBody, expected] of [
      [{ ...unnumbered, id: 'urn:epass:org:7' }, 'failed mandate-missing'],
      [{ ...nameless, id: 'urn:epass:org:7' }, 'failed mandate-missing'],
      [[own, { ...nameless, id: 'urn:epass:org:7' }], 'failed mandate-missing'],
      [own, 'not-applicable own-body'],
    ] as const) {
      const changed = { ...claims, credentialSubject: { ...subject, hasClaim: { ...subject.hasClaim, awardedBy: { ...subject.hasClaim.awardedBy, awardingBody } } } };
      expect(stepOf(await examineSeal(await sealedBy({}, changed, sealingService), [authority.root]), 'on-behalf')).toBe(expected);
    }
  });

  test('key usage: a key for agreement, or for certificates, seals nothing', async () => {
    for (const usages of [16, 32]) {
      const seen = await examineSeal(await sealedBy({ usages }), [authority.root]);
      expect([seen.headline, reasonOf(seen, 'binding'), stepOf(seen, 'key-usage')]).toEqual(['altered', 'wrong-signer', 'failed may-not-seal']);
    }
    for (const usages of [1, 2]) expect((await examineSeal(await sealedBy({ usages }), [authority.root])).class).toBe('valid');
  });

  test('organisation: another number of the same register is another organisation; none at all ties nothing', async () => {
    const other = await examineSeal(await sealedBy({}, european(), { ...brightwater, identifier: 'NTRIE-99999999' }), [authority.root]);
    expect([other.headline, reasonOf(other, 'binding'), stepOf(other, 'organisation')]).toEqual(['altered', 'wrong-signer', 'failed organisation-differs']);
    const none = await examineSeal(await sealedBy({}, european({ issuer: { id: 'urn:epass:org:1', legalName: { en: brightwater.name } } })), [authority.root]);
    expect([none.headline, stepOf(none, 'organisation')]).toEqual(['not-checked', 'unknown not-stated']);
  });

  test('seal policy: a certificate that does not say it is for seals still seals, and the step says so', async () => {
    const seen = await examineSeal(await sealedBy({ statements: 'none' }), [authority.root]);
    expect([seen.class, stepOf(seen, 'seal-policy')]).toEqual(['valid', 'unknown not-stated']);
  });

  test('B25 a key of 1024 bits seals nothing', async () => {
    const seen = await examineSeal(await sealedBy({ bits: 1_024 }), [authority.root]);
    expect([seen.class, reasonOf(seen, 'proof')]).toEqual(['invalid', 'malformed-proof']);
  });

  test('a certificate signed with SHA-1 leads nowhere, and is not called forged', async () => {
    const seen = await examineSeal(await sealedBy({ hash: 'SHA-1' }), [authority.root]);
    expect([seen.class, stepOf(seen, 'chain'), seen.issuerMatch]).toEqual(['unconfirmed', 'unknown no-anchor', undefined]);
  });

  test.each<[string, SealerChanges]>([
    ['for the signatures of persons', { statements: '301f3008060604008e4601013013060604008e4601063009060704008e46010601' }],
    ['for websites', { statements: '301f3008060604008e4601013013060604008e4601063009060704008e46010603' }],
    ['qualified, without saying for what', { statements: '300a3008060604008e460101' }],
    ['in the name of a person', { subject: [{ '2.5.4.42': ['Mira'] }, { '2.5.4.4': ['Solberg'] }] }],
    ['for a server', { purposes: ['1.3.6.1.5.5.7.3.1'] }],
  ])('seal policy: a certificate %s does not speak for the organisation it names', async (_name, changes) => {
    const seen = await examineSeal(await sealedBy(changes), [authority.root]);
    expect([seen.headline, reasonOf(seen, 'binding'), stepOf(seen, 'seal-policy'), seen.issuerMatch]).toEqual(['not-checked', 'issuer-not-bound', 'failed not-a-seal', undefined]);
    expect((await examineSeal(await sealedBy({ purposes: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4'] }), [authority.root])).class).toBe('valid');
  });
});

describe('the sealer never chooses how it is judged', () => {
  const judge = async (header: Document, unprotected: Document = {}): Promise<string> => {
    const seen = await examineSeal(await sealCredential(european(), sealer, { sealedAt, header, unprotected }), [authority.root]);
    return `${seen.class} ${reasonOf(seen, 'proof')}`;
  };

  test.each<[string, Document, string]>([
    ['B11 no algorithm', { alg: 'none' }, 'invalid malformed-proof'],
    ['B12 a shared secret', { alg: 'HS256' }, 'invalid malformed-proof'],
    ['B13 an algorithm that is not the key’s', { alg: 'ES256' }, 'invalid malformed-proof'],
    ['B13 the other padding', { alg: 'PS256' }, 'invalid changed'],
    ['an algorithm that is not known here', { alg: 'RS384' }, 'unknown unknown-suite'],
    ['B16 something else is critical', { crit: ['b64', 'sigT', 'exp'], exp: 1 }, 'invalid malformed-proof'],
    ['B16 something else of the standard is critical: not understood, and not called false', { crit: ['b64', 'sigT', 'srCms'], srCms: [{ commId: { id: 'http://uri.etsi.org/01903/v1.2.2#ProofOfApproval' } }] }, 'unknown unknown-suite'],
    ['B16 a policy that is critical, and is not there', { crit: ['b64', 'sigT', 'sigPId'] }, 'invalid malformed-proof'],
    ['B16 what was sealed stands elsewhere', { sigD: { mId: 'http://uri.etsi.org/19182/ObjectIdByURI', pars: ['https://other.example/diploma'] } }, 'unknown unknown-suite'],
    ['its twin: commitments that nobody calls critical', { srCms: [{ commId: { id: 'http://uri.etsi.org/01903/v1.2.2#ProofOfApproval' } }] }, 'valid signature-fits'],
    ['B16 nothing is called critical', { crit: undefined }, 'invalid malformed-proof'],
    ['B16 the time is not called critical', { crit: ['b64'] }, 'invalid malformed-proof'],
    ['B16 one thing is called critical twice', { crit: ['b64', 'b64'] }, 'invalid malformed-proof'],
    ['B16 what is critical is not there', { crit: ['b64', 'sigT', 'adoTst'] }, 'invalid malformed-proof'],
    ['B16 a payload that is neither', { b64: 'no' }, 'invalid malformed-proof'],
    ['B17 a header for another purpose', { typ: 'vp+jwt' }, 'invalid malformed-proof'],
    ['B20 a time that is none', { sigT: '2026-02-30T00:00:00Z' }, 'invalid malformed-proof'],
    ['B20 a time without a zone', { sigT: '2026-06-14T12:00:00' }, 'invalid malformed-proof'],
    ['a digest of another certificate', { 'x5t#S256': encodeBase64url(new Uint8Array(32)) }, 'invalid malformed-proof'],
    ['a certificate that is none', { x5c: ['AAAA'] }, 'invalid malformed-proof'],
    ['certificates that are no list', { x5c: 'AAAA' }, 'invalid malformed-proof'],
    ['the name of another certificate', { kid: nameOf('020107') }, 'invalid malformed-proof'],
    ['its twin: all as it should be', {}, 'valid signature-fits'],
    ['its twin: the name of this one', { kid: nameOf('02023a01') }, 'valid signature-fits'],
    ['its twin: a time-stamp over the content, named and not looked at', { adoTst: { tstTokens: [] }, crit: ['b64', 'sigT', 'adoTst'] }, 'valid signature-fits'],
  ])('%s', async (_name, header, expected) => {
    expect(await judge(header)).toBe(expected);
  });

  test('B18 anything else outside the signature: not checked, with its reason', async () => {
    expect(await judge({}, { alg: 'RS256' })).toBe('unknown unprotected-header');
    expect(await judge({}, { x5c: [] })).toBe('unknown unprotected-header');
  });

  test('B15 a seal says nothing of a DID: only the DID’s own key speaks for it', async () => {
    const issuer = { ...(european()['issuer'] as Document), id: 'did:web:brightwater.example' };
    const seen = await examineSeal(await sealedBy({}, european({ issuer })), [authority.root]);
    expect([seen.class, reasonOf(seen, 'binding')]).toEqual(['unknown', 'issuer-not-bound']);
  });

  test('without its certificate the key is not here; the certificate may come along outside, by its digest', async () => {
    const header = { x5c: undefined };
    const seen = await examineSeal(await sealCredential(european(), sealer, { sealedAt, header }), [authority.root]);
    expect([seen.class, reasonOf(seen, 'proof')]).toEqual(['unknown', 'key-not-here']);
    const along = { ...sealer, above: [...sealer.above, sealer.certificate] };
    expect((await examineSeal(await sealCredential(european(), along, { sealedAt, header }), [authority.root])).class).toBe('valid');
  });

  test('a seal from the future is not yet', async () => {
    const document = await sealCredential(european(), sealer, { sealedAt: '2027-01-01T00:00:00Z' });
    expect((await examineSeal(document, [authority.root])).headline).toBe('not-yet');
  });

  test('B27 words of a context that is not known are not judged, and the seal is still looked at', async () => {
    const seen = await examineSeal(await sealedBy({}, european({ '@context': ['https://www.w3.org/2018/credentials/v1', 'https://other.example/terms'] })), [authority.root]);
    expect([seen.class, reasonOf(seen, 'proof'), stepOf(seen, 'chain')]).toEqual(['unknown', 'unknown-context', 'passed leads-to-anchor']);
  });

  test('B17 a sealed presentation, or a thing that does not say what it is, is not taken for a credential', async () => {
    for (const type of [['VerifiablePresentation'], ['EuropeanDigitalCredential'], undefined]) {
      const seen = await examineSeal(await sealedBy({}, european({ type })), [authority.root]);
      expect([seen.class, reasonOf(seen, 'proof')]).toEqual(['unknown', 'context-not-allowed']);
    }
  });

  test('a hundred certificates that came along neither slow it down nor change what it says', async () => {
    const crowd = await Promise.all(Array.from({ length: 12 }, async () => (await stranger.createSealer(brightwater, { alg: 'ES256', forged: true })).certificate));
    const document = await sealCredential(european(), { ...sealer, above: [...crowd, ...crowd, ...crowd, ...sealer.above] }, { sealedAt });
    const seen = await examineSeal(document, [authority.intermediate]);
    expect(seen.class).toBe('valid');
  });
});

describe('another implementation', () => {
  const crit = { sigT: true, b64: true };

  test('finds the signature of our seals as we do, changed ones too', async () => {
    const document = await sealCredential(european(), sealer, { sealedAt });
    const [entry] = document['signatures'] as readonly [{ protected: string; signature: string }];
    const jws = { protected: entry.protected, signature: entry.signature, payload: encodeUtf8(String(document['payload'])) };
    expect((await flattenedVerify(jws, sealer.keys.publicKey, { crit })).protectedHeader?.alg).toBe('RS256');
    await expect(flattenedVerify({ ...jws, payload: encodeUtf8(`${String(document['payload'])} `) }, sealer.keys.publicKey, { crit })).rejects.toThrow();
    await expect(flattenedVerify(jws, sealer.keys.publicKey)).rejects.toThrow();
  });

  test('makes seals that hold here', async () => {
    const text = JSON.stringify(european());
    const header = { alg: 'RS256', b64: false, sigT: sealedAt, crit: ['b64', 'sigT'], x5c: [encodeBase64(sealer.certificate)] };
    const signed = await new FlattenedSign(encodeUtf8(text)).setProtectedHeader(header).sign(sealer.keys.privateKey, { crit });
    const document = { payload: text, protected: signed.protected, signature: signed.signature };
    const seen = await examineSeal(document, [authority.root, authority.intermediate]);
    expect([seen.class, seen.format]).toEqual(['valid', 'jws-json']);
    expect((await examineSeal({ ...document, payload: text.replace('Mira', 'Mara') }, [authority.root])).headline).toBe('altered');
  });
});

test('a header changed after sealing is altered', async () => {
  const document = await sealCredential(european(), sealer, { sealedAt });
  expect((await examineSeal(withHeader(document, (header) => ({ ...header, sigT: '2026-06-13T12:00:00Z' })), [authority.root])).headline).toBe('altered');
  expect((await examineSeal(withHeader(document, (header) => header), [authority.root])).class).toBe('valid');
});

test('a key on the learner’s own list names the sealer, and a urn of another document is nobody’s', async () => {
  const seen = await examineSeal(await sealCredential(european(), sealer, { sealedAt }));
  const keyThumbprint = seen.signer?.keyThumbprint ?? '';
  const entry = { id: '1', keyThumbprint, issuerId: brightwater.id, name: 'My university', since: toInstant(testNow - 1_000) };
  const known = await examineSeal(await sealCredential(european(), sealer, { sealedAt }), [], { ownList: [entry] });
  expect([known.class, known.issuerMatch?.name]).toEqual(['valid', 'My university']);
  const other = await examineSeal(await sealedBy({}), [], { ownList: [entry] });
  expect(other.class).toBe('unconfirmed');
});

test('a list that holds the key of a seal names nobody where its certificate leads nowhere', async () => {
  const { kty, n, e } = await crypto.subtle.exportKey('jwk', sealer.keys.publicKey);
  const entity = { TrustedEntityInformation: { TEName: [{ lang: 'en', value: 'My school' }] }, TrustedEntityServices: [{ ServiceInformation: { ServiceDigitalIdentity: { PublicKeyValues: [{ kty, n, e }] } } }] };
  const list = { bytes: encodeUtf8(JSON.stringify({ ListAndSchemeInformation: {}, TrustedEntitiesList: [entity] })) };
  const document = await sealCredential(european(), sealer, { sealedAt });
  const [alone, anchored] = [await examineSeal(document, [], { lists: [list] }), await examineSeal(document, [], { lists: [list, pemList(authority.root)] })];
  expect([alone.class, alone.issuerMatch]).toEqual(['unconfirmed', undefined]);
  expect([anchored.class, anchored.issuerMatch?.name]).toEqual(['valid', 'My school']);
});

test('whatever is changed in payload, header or signature: never valid, never unconfirmed', async () => {
  const document = await sealCredential(european(), sealer, { sealedAt });
  const [entry] = document['signatures'] as readonly [{ protected: string; signature: string; header: Document }];
  const parts = { payload: String(document['payload']), protected: entry.protected, signature: entry.signature };
  const change = fc.record({ part: fc.constantFrom('payload' as const, 'protected' as const, 'signature' as const), at: fc.nat(), by: fc.constantFrom('', 'A', 'B', '0', '"', ' ', '{', ',', 'é', '\u200b') });
  await fc.assert(
    fc.asyncProperty(change, async ({ part, at, by }) => {
      const index = at % parts[part].length;
      const text = `${parts[part].slice(0, index)}${by}${parts[part].slice(index + 1)}`;
      fc.pre(text !== parts[part]);
      const changed = { ...parts, [part]: text };
      const file = JSON.stringify({ payload: changed.payload, signatures: [{ protected: changed.protected, signature: changed.signature, header: entry.header }] });
      const seen = await examineBytes(file, { lists: [pemList(authority.root)] });
      expect(['valid', 'unconfirmed']).not.toContain(seen.class);
    }),
    { numRuns: 400 },
  );
  expect((await examineSeal(document, [authority.root])).class).toBe('valid');
});

test('whatever stands in the unsigned part: what is said is what was signed, and who is named is who sealed', async () => {
  const document = await sealCredential(european(), sealer, { sealedAt });
  const [entry] = document['signatures'] as readonly [Document];
  const before = await examineSeal(document, [authority.root]);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.array(fc.string().map((text) => Buffer.from(text).toString('base64url')))), async (etsiU) => {
      const seen = await examineBytes(JSON.stringify({ ...document, signatures: [{ ...entry, header: { etsiU } }] }), { lists: [pemList(authority.root)] });
      if (seen.kind !== 'credential') return;
      expect(seen.text).toBe(before.text);
      expect([undefined, brightwater.name]).toContain(seen.issuerMatch?.name);
    }),
    { numRuns: 150 },
  );
});
