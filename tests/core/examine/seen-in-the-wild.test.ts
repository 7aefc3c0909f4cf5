import { describe, expect, test } from 'vitest';
import { makePng, textChunk } from '../../../src/tools/sampling/make-packings.ts';
import { signCredential } from '../../../src/tools/sampling/sign-samples.ts';
import { badgeClaims, badgeClaims11 } from '../../../src/tools/sampling/sample-claims.ts';
import { examineBytes, examineCredentialOf, examineShareOf, reasonOf } from '../../support/examining.ts';
import { badge, cast, presentation, signJcs, signRaw, signRdfc } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const { issuer, holder } = await cast();
const subjectOf = (document: Document): Document => document['credentialSubject'] as Document;
const achievementOf = (document: Document): Document => subjectOf(document)['achievement'] as Document;

/** A badge with other things in its subject and its achievement. */
function shaped(changes: Document, subject: Document = {}, achievement: Document = {}): Document {
  const plain = badge(issuer.did);
  const credentialSubject = { ...subjectOf(plain), achievement: { ...achievementOf(plain), ...achievement }, ...subject };
  return badge(issuer.did, { ...changes, credentialSubject: JSON.parse(JSON.stringify(credentialSubject)) as Document });
}

describe('Credly', () => {
  const document = shaped(
    { name: 'Mira Solberg' },
    { id: undefined, identifier: [{ type: 'IdentityObject', identityType: 'emailAddress', hashed: true, identityHash: 'sha256$0f1e2d3c' }] },
    { alignment: [{ type: ['Alignment'], targetName: 'Data literacy', targetUrl: 'https://skills.example/1', targetDescription: null }] },
  );

  test('the name of the credential is the recipient: the title is the achievement\'s, in whatever script', async () => {
    for (const name of ['Mira Solberg', 'ミラ・ソルベルグ', 'ميرا سولبرغ']) {
      const seen = await examineCredentialOf(await signRdfc({ ...document, name }, issuer));
      expect(seen.headline).toBe('unknown-issuer');
      expect(seen.credential.title?.value[0]?.text).toBe('Measuring Air Quality with Open Data');
      expect(JSON.stringify(seen.credential.title)).not.toContain(name);
    }
  });

  test('a null in a signed document survives byte for byte, baked into an image too', async () => {
    const text = JSON.stringify(await signRdfc(document, issuer), null, 2);
    expect(text).toContain('"targetDescription": null');
    const seen = await examineBytes(makePng(textChunk('openbadgecredential', text)));
    expect(seen).toMatchObject({ kind: 'credential', headline: 'unknown-issuer', packing: ['baked-png'] });
    expect(await examineCredentialOf(text.replace('Data literacy', 'Data mastery'))).toMatchObject({ headline: 'altered' });
  });

  test('the hashed e-mail without a salt is shown as what it is', async () => {
    const seen = await examineCredentialOf(await signRdfc(document, issuer));
    expect(seen.credential.holder.id).toBeUndefined();
    expect(seen.credential.holder.identifiers[0]?.value).toEqual({ kind: 'emailAddress', value: 'sha256$0f1e2d3c', hashed: true, sensitive: false });
  });
});

describe('Digital Promise', () => {
  const empty = { endorsementJwt: [], related: [], otherIdentifier: [] };
  const document = shaped(
    { issuer: { id: 'urn:uuid:9a7d1f3e-5c3b-4d3f-8d55-0a4f6f1b2c3d', type: ['Profile'], name: 'Example Institute', ...empty }, termsOfUse: [], evidence: [] },
    {
      identifier: [
        { type: 'IdentityObject', identityType: 'emailAddress', hashed: false, identityHash: 'mira@example.org', salt: '' },
        { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: 'Mira Solberg' },
      ],
    },
    { ...empty, tag: [] },
  );

  test('the proof holds, and nothing ties its key to the issuer: not checked, by the binding alone', async () => {
    const seen = await examineCredentialOf(await signJcs(document, issuer, { verificationMethod: issuer.did }));
    expect([seen.headline, reasonOf(seen, 'proof'), reasonOf(seen, 'binding')]).toEqual(['not-checked', 'signature-fits', 'issuer-not-bound']);
    const changed = await examineCredentialOf({ ...(await signJcs(document, issuer, { verificationMethod: issuer.did })), evidence: [{ id: 'https://x.example' }] });
    expect(changed.headline).toBe('altered');
  });

  test('identity that is not hashed is read as the name and the address it is', async () => {
    const { credential } = await examineCredentialOf(document);
    expect(credential.holder.names.map(({ raw }) => raw)).toEqual(['Mira Solberg']);
    expect(credential.holder.identifiers.map(({ value }) => [value.kind, value.value, value.hashed])).toEqual([['emailAddress', 'mira@example.org', false]]);
  });
});

describe('Participate', () => {
  test('a badge of the older model with a list of one proof and microseconds, in an unsigned presentation of the newer', async () => {
    const claims = { ...badgeClaims11({ issuer: issuer.did, id: 'https://api.participate.example/open-badges/v2/assertions/1', validFrom: '2024-03-05T10:11:12.345678Z' }, 'data-integrity') };
    const signed = await signCredential(claims, 'eddsa-rdfc-2022', issuer, '2024-09-01T00:00:00Z');
    const share = await examineShareOf(presentation(undefined, [{ ...signed, proof: [signed['proof']] }]));
    expect(share.headline).toBe('owner-unproven');
    const [part] = share.parts;
    expect(part).toMatchObject({ kind: 'credential', headline: 'unknown-issuer' });
    expect(part?.kind === 'credential' && part.credential.validFrom?.value.at).toBe(Date.parse('2024-03-05T10:11:12.345Z'));
  });
});

describe('Digital Credentials Consortium', () => {
  test('two proofs of two suites hold in either order, and both must', async () => {
    const claims = badgeClaims({ issuer: issuer.did, id: 'urn:uuid:1f0c1a2b-7f6e-4f5d-8c4b-3a2918f7e6d5', validFrom: '2026-01-01T00:00:00Z' }, 'ed25519-2020');
    const [newer, older] = await Promise.all((['eddsa-rdfc-2022', 'Ed25519Signature2020'] as const).map((suite) => signCredential(claims, suite, issuer, '2026-01-01T00:00:00Z')));
    const proofs = [newer?.['proof'], older?.['proof']];
    for (const proof of [proofs, proofs.toReversed()]) {
      expect((await examineCredentialOf({ ...newer, proof })).headline).toBe('unknown-issuer');
      expect((await examineCredentialOf({ ...newer, proof, name: 'Another' })).headline).toBe('altered');
      expect((await examineCredentialOf({ ...newer, proof: [...proof, { ...(proofs[0] as Document), proofValue: 'z1' }] })).headline).toBe('altered');
      expect((await examineCredentialOf({ ...newer, proof: [...proof, { type: 'SomethingNew2030' }] })).headline).toBe('not-checked');
    }
  });

  test('a name that is called a hash, a salt that is not used, words with Markdown, and a large picture inside', async () => {
    const logo = `data:image/png;base64,${'A'.repeat(400_000)}`;
    const document = shaped(
      { image: { id: logo, type: 'Image' } },
      { identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: 'Taylor Tuna', salt: 'not-used' }] },
      { criteria: { narrative: '# Criteria\n\n* **one**\n* <script>alert(1)</script>' } },
    );
    const seen = await examineCredentialOf(await signJcs(document, issuer));
    expect(seen.headline).toBe('unknown-issuer');
    expect(seen.credential.holder.names[0]?.raw).toBe('Taylor Tuna');
    expect(seen.credential.achievements[0]?.criteria?.value[0]?.text).toContain('<script>');
    expect(seen.credential.image?.raw).toBe(logo);
  });

  test('contexts in an order that redefines a protected term: cannot be checked, and is not called forged', async () => {
    const document = { ...(await signRdfc(badge(issuer.did), issuer)), '@context': ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https://www.w3.org/ns/credentials/v2'] };
    expect((await examineCredentialOf(document)).class).toBe('unknown');
  });
});

describe('subjects that are no DID', () => {
  test.each(['did:key:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0', 'did:key:123', 'mailto:mira@example.org', 'mira@example.org', 'subject id', 'did:web:', 'urn:uuid:1'])(
    '%s is shown as it stands and fails nothing',
    async (id) => {
      const seen = await examineCredentialOf(await signJcs(shaped({}, { id }), issuer));
      expect(seen.headline).toBe('unknown-issuer');
      expect(seen.credential.holder.id?.raw).toBe(id);
      const share = await examineShareOf(presentation(holder.did, [await signJcs(shaped({}, { id }), issuer)]));
      expect(share.headline).toBe('owner-unproven');
    },
  );
});

describe('1EdTech and others', () => {
  test('AchievementCredential and an award before or after the day of issue', async () => {
    for (const awardedDate of ['2020-01-01T00:00:00Z', '2026-10-01T00:00:00Z']) {
      const seen = await examineCredentialOf(await signJcs(badge(issuer.did, { type: ['VerifiableCredential', 'AchievementCredential'], awardedDate }), issuer));
      expect([seen.headline, seen.vocabulary]).toEqual(['unknown-issuer', 'open-badges-3']);
      expect(seen.credential.awarded?.raw).toBe(awardedDate);
    }
  });

  test('an issuer that is an address without a scheme of keys, its key in the fragment: the proof stands alone', async () => {
    const seen = await examineCredentialOf(await signJcs(badge('urn:uuid:0c1d2e3f-4a5b-4c6d-8e7f-901a2b3c4d5e'), issuer));
    expect([seen.headline, reasonOf(seen, 'binding')]).toEqual(['not-checked', 'issuer-not-bound']);
  });

  test('types in reverse, an extension type, and an issuer as text', async () => {
    const seen = await examineCredentialOf(await signJcs(badge(issuer.did, { issuer: issuer.did, type: ['OpenBadgeCredential', 'VerifiableCredentialExtension', 'VerifiableCredential'] }), issuer));
    expect(seen.headline).toBe('unknown-issuer');
  });

  test('a token that says everything twice, with credits and a language that no context defines', async () => {
    const claims = badge(issuer.did);
    const subject = { ...subjectOf(claims), type: ['VerifiableCredential', 'OpenBadgeCredential'], achievement: { ...achievementOf(claims), ECTS: 5, educationProgramIdentifier: '[12345678]', inLanguage: 'en_EN' } };
    const whole = { ...claims, credentialSubject: subject };
    const token = await signRaw({ alg: 'EdDSA' }, { ...whole, iss: issuer.did, vc: { type: claims['type'], credentialSubject: subject } }, issuer);
    const seen = await examineCredentialOf(token);
    expect(seen.headline).toBe('unknown-issuer');
    expect(seen.credential.achievements[0]?.workloads[0]?.value).toEqual({ amount: 5, system: 'ECTS' });
  });
});

describe('proofs of other worlds are named and not judged', () => {
  test.each([
    'Bls12381BBS+SignatureDock2022', 'BbsBlsSignature2020', 'BbsBlsSignatureProof2020', 'JcsEd25519Signature2020', 'EcdsaSecp256k1Signature2019', 'EidasSeal2019',
    'JAdES-D-Zero', 'MerkleProof2019', 'OpenAttestationMerkleProofSignature2018', 'AnonCredPresentationProof2022',
  ])('%s', async (type) => {
    const seen = await examineCredentialOf({ ...badge(issuer.did), proof: { type, created: '2024-01-01T00:00:00Z', verificationMethod: 'did:gatc:1#keys-1', proofValue: 'z1' } });
    expect([seen.headline, seen.class, seen.proofs[0]?.name]).toEqual(['not-checked', 'unknown', type]);
  });

  test('a page inside a ledger credential is text, in no place that is drawn', async () => {
    const seen = await examineCredentialOf({ ...badge(issuer.did), display: { contentMediaType: 'text/html', content: '<script>alert(1)</script>' }, proof: { type: 'MerkleProof2019', proofValue: 'z1' } });
    expect(seen.credential.further.some(({ text }) => text.includes('<script>'))).toBe(true);
  });

  test('a status of an unknown kind, with two number signs in its address', async () => {
    const seen = await examineCredentialOf(await signJcs(badge(issuer.did, { credentialStatus: { id: 'https://api.example/revocation#list#5', type: 'CredentialStatusList2020' } }), issuer));
    expect([seen.headline, seen.axes.status]).toEqual(['unknown-issuer', 'could-not-check']);
  });

  test('terms that no context defines, and an inline context: cannot be checked, and is not called changed', async () => {
    const signed = await signRdfc(badge(issuer.did), issuer);
    expect(await examineCredentialOf({ ...signed, cohort: 'spring' })).toMatchObject({ headline: 'not-checked' });
    expect(await examineCredentialOf({ ...signed, '@context': [...(signed['@context'] as readonly unknown[]), { template: 'urn:uuid:1' }] })).toMatchObject({ headline: 'not-checked' });
  });
});
