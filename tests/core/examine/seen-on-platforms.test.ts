import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/model/answers.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { makePng, makeSvg, pngChunk, textChunk } from '../../../src/tools/sampling/make-packings.ts';
import { badgeClaims11 } from '../../../src/tools/sampling/sample-claims.ts';
import { signCredential, signToken } from '../../../src/tools/sampling/sign-samples.ts';
import { examineBytes, examineCredentialOf, reasonOf, testNow } from '../../support/examining.ts';
import { badge, cast, signJcs, signRaw, signRdfc } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const { issuer, other, curve } = await cast();

async function one(content: string | Uint8Array, answers: readonly Answer[] = []): Promise<ExaminedCredential> {
  const seen = await examineBytes(content, { answers });
  if (seen.kind !== 'credential') throw new Error(`${seen.kind}: ${JSON.stringify(seen).slice(0, 300)}`);
  return seen;
}

function subjectWith(achievement: Document): Document {
  const claims = badge(issuer.did);
  const subject = claims['credentialSubject'] as Document;
  return { ...claims, credentialSubject: { ...subject, achievement: { ...(subject['achievement'] as Document), ...achievement } } };
}

describe('one credential in several files', () => {
  test('signed again at each download, and in a file, an image and a drawing, it is the same; each file is kept as it came', async () => {
    const claims = badge(issuer.did);
    const downloads = await Promise.all(['2026-06-14T12:00:00Z', '2026-06-15T12:00:00Z'].map(async (created) => JSON.stringify(await signCredential(claims, 'eddsa-rdfc-2022', issuer, created))));
    const files = downloads.flatMap((json) => [json, JSON.stringify(JSON.parse(json), null, 2), makePng(textChunk('openbadgecredential', json)), makeSvg('ob3', { json })]);
    const seen = await Promise.all(files.map(async (file) => one(file)));
    expect(new Set(seen.map(({ headline }) => headline))).toEqual(new Set(['unknown-issuer']));
    expect(new Set(seen.map(({ sameness }) => sameness)).size).toBe(1);
    expect(new Set(seen.map(({ claimsDigest }) => claimsDigest)).size).toBe(1);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(files.length);
    expect(seen.map(({ raw }) => raw)).toEqual(files.map((file) => (typeof file === 'string' ? new TextEncoder().encode(file) : file)));
  });

  test('letters of every script survive in an image and a drawing; text of another encoding is refused, never misread', async () => {
    const names = ['Instituto Tecnológico', 'ミラ・ソルベルグ', 'جامعة', '🎓 Ærø'];
    const json = JSON.stringify(await signRdfc(badge(issuer.did, { issuer: { id: issuer.did, type: ['Profile'], name: names.join(' ') } }), issuer));
    for (const file of [json, makePng(textChunk('openbadgecredential', json)), makePng(textChunk('openbadgecredential', json, 'compressed')), makeSvg('ob3', { json })]) {
      const seen = await one(file);
      expect([seen.headline, seen.credential.issuer.name?.raw]).toEqual(['unknown-issuer', names.join(' ')]);
    }
    const latin = Buffer.concat([Buffer.from('openbadgecredential\0\0\0\0\0', 'latin1'), Buffer.from(json, 'latin1')]);
    expect(await examineBytes(makePng(pngChunk('iTXt', latin)))).toMatchObject({ kind: 'unreadable', error: { code: 'open/not-utf8' } });
  });
});

describe('tokens of platforms', () => {
  test('JFF: the issuer is an object in `vc`, `iss` a did:jwk of the key that signed', async () => {
    const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
    const did = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`;
    const vc = badgeClaims11({ issuer: did, id: 'urn:uuid:6d6f', validFrom: '2026-06-14T12:00:00Z' }, 'none');
    const sign = async (iss: string): Promise<string> => signToken({ iss, jti: 'urn:uuid:6d6f', vc }, { alg: 'ES256', issuer: did, kid: `${did}#0`, privateKey }, 'JWT');
    const seen = await one(await sign(did));
    expect([seen.headline, seen.credential.issuer.id?.raw, seen.credential.title?.raw]).toEqual(['unknown-issuer', did, 'Measuring Air Quality with Open Data']);
    expect((await one(await sign(curve.issuer))).headline).toBe('altered');
  });

  test('Velocity: a key of a ledger under the name of a website is never that website\'s', async () => {
    const claims = badge('did:web:registrar.example%3A3000:d:www.acme.example', { type: ['OpenBadgeCredential', 'VerifiableCredential'], credentialStatus: { id: 'ethereum:0x1', type: 'VelocityRevocationListJan2021' } });
    const token = await signRaw({ alg: 'EdDSA', kid: 'did:velocity:v2:0x1:203:1#key-0', typ: 'JWT' }, { iss: claims['issuer'] === undefined ? '' : (claims['issuer'] as Document)['id'], vc: claims }, issuer);
    const seen = await one(token);
    expect([seen.headline, reasonOf(seen, 'binding'), seen.signer]).toEqual(['altered', 'wrong-signer', undefined]);
  });

  test('MATTR: a signature of 2018 by a key with a short name on a bare host', async () => {
    const did = 'did:web:credentials.example';
    const key = { ...issuer, did, verificationMethod: `${did}#qDv4o2` };
    const signed = await signCredential(badgeClaims11({ issuer: did, id: 'urn:uuid:77', validFrom: '2026-06-14T12:00:00Z' }, 'none'), 'Ed25519Signature2018', key, '2026-06-14T12:00:00Z');
    const document = (id: string): Answer => ({
      url: 'https://credentials.example/.well-known/did.json',
      bytes: new TextEncoder().encode(JSON.stringify({ id: did, verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: issuer.multikey.publicKeyMultibase }], assertionMethod: [id] })),
      basis: 'live',
      at: testNow,
    });
    expect((await one(JSON.stringify(signed), [document(`${did}#qDv4o2`)])).headline).toBe('unknown-issuer');
    expect((await one(JSON.stringify(signed), [document('#qDv4o2')])).headline).toBe('unknown-issuer');
    expect((await one(JSON.stringify(signed), [document(`${did}#other`)])).headline).toBe('not-checked');
    expect((await one(JSON.stringify(signed))).headline).toBe('not-checked');
    expect((await one(JSON.stringify({ ...signed, name: 'Another' }), [document(`${did}#qDv4o2`)])).headline).toBe('altered');
  });
});

describe('shapes of platforms', () => {
  test('ASU: an address of a picture is kept letter by letter', async () => {
    const url = 'https://images.example.s3.amazonaws.com/trusted+learner+network%20badge.png?x=1+2';
    const seen = await examineCredentialOf(await signJcs(subjectWith({ image: { id: url, type: 'Image' } }), issuer));
    expect([seen.headline, seen.credential.image?.raw]).toEqual(['unknown-issuer', url]);
  });

  test('Tec: an accented issuer and a drawing to render with; its own terms make it not checked, never forged', async () => {
    const renderMethod = [{ id: 'https://render.example/a.svg', type: 'SvgRenderingTemplate2023', name: 'Título' }];
    const claims = badge(issuer.did, { issuer: { id: issuer.did, type: ['Profile'], name: 'Tecnológico de Monterrey' } });
    const signed = await signRdfc(claims, issuer);
    expect((await examineCredentialOf(signed)).headline).toBe('unknown-issuer');
    const seen = await examineCredentialOf({ ...signed, '@context': [...(signed['@context'] as readonly unknown[]), { SvgRenderingTemplate2023: 'urn:uuid:1' }], renderMethod });
    expect([seen.headline, reasonOf(seen, 'proof')]).toEqual(['not-checked', 'context-not-allowed']);
  });

  test('Acclaim: a badge of 1.1 with evidence as a text and a hash without salt is named, read as far as it goes, and not judged', async () => {
    const recipient = { type: 'email', hashed: true, identity: 'sha256$c7ef86405ba71b85acd8e2e95166c4b111448089f2e1599f42fe1bba46e865c5' };
    const older = { '@context': 'https://w3id.org/openbadges/v1', type: 'Assertion', id: 'https://badges.example/1', uid: '1', recipient, evidence: 'https://badges.example/evidence', badge: 'https://badges.example/b', verify: { type: 'hosted', url: 'https://badges.example/1' }, issuedOn: '2015-01-01T00:00:00Z' };
    const seen = await examineCredentialOf(older);
    expect([seen.headline, seen.proofs[0]?.name]).toEqual(['not-checked', 'Open Badges 1.x']);
    expect(seen.credential.holder.identifiers[0]?.value).toEqual({ kind: 'email', value: recipient.identity, hashed: true, sensitive: false });
    expect(seen.credential.evidence.map(({ url }) => url?.value)).toEqual(['https://badges.example/evidence']);
  });

  test('Blockcerts and OpenCerts: pages and salted values stay in the file, and nothing of them is shown or judged', async () => {
    const ledger = { '@context': ['https://w3id.org/openbadges/v2', 'https://w3id.org/blockcerts/v2'], type: 'Assertion', id: 'urn:uuid:1', displayHtml: '<script>alert(1)</script>', recipientProfile: { publicKey: 'ecdsa-koblitz-pubkey:1' }, badge: { issuer: { id: 'https://raw.githubusercontent.com/a/b/issuer.json' } }, signature: { type: ['MerkleProof2017', 'Extension'] } };
    const salted = { schema: 'opencerts/v2.0', data: { recipient: { name: '3d9c1d9e-0f0e-4f64-8f0f-6d1f0a2b3c4d:string:Mira Solberg' } }, signature: { type: 'SHA3MerkleProof', targetHash: '00' } };
    for (const [document, name] of [[ledger, 'Blockcerts'], [salted, 'OpenCerts']] as const) {
      const text = JSON.stringify(document);
      const seen = await one(text);
      expect([seen.headline, seen.class, seen.proofs[0]?.name]).toEqual(['not-checked', 'unknown', name]);
      expect(`${seen.text}${JSON.stringify(seen.credential)}`).not.toMatch(/<script>|Mira Solberg/);
      expect(new TextDecoder().decode(seen.raw)).toBe(text);
    }
  });

  test('two proofs of two persons on one badge: one that is not the issuer\'s changes the verdict, whatever stands first', async () => {
    const [mine, foreign] = await Promise.all([signJcs(badge(issuer.did), issuer), signJcs(badge(issuer.did), other)]);
    const proofs = [mine['proof'], foreign['proof']];
    for (const proof of [proofs, proofs.toReversed()]) expect((await examineCredentialOf({ ...mine, proof })).class).not.toMatch(/^(?:valid|unconfirmed)$/);
    expect((await examineCredentialOf({ ...mine, proof: [mine['proof']] })).headline).toBe('unknown-issuer');
  });
});
