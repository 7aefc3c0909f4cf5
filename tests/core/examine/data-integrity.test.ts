import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { encodeBase64url } from '../../../src/core/encoding/base64url.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import { createP256Key, fixtureSeeds } from '../../../src/tools/sampling/sample-keys.ts';
import { examineBytes, examineCredentialOf, reasonOf, testNow } from '../../support/examining.ts';
import { badge, cast, plain, signJcs, signRdfc, signToken } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const { issuer, other } = await cast();
const base = 'https://www.w3.org/ns/credentials/v2';
const badges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

function expectNotChecked(seen: ExaminedCredential, reason: string): void {
  expect({ headline: seen.headline, class: seen.class, reason: reasonOf(seen, 'proof') }).toEqual({ headline: 'not-checked', class: 'unknown', reason });
}

function expectAltered(seen: ExaminedCredential, reason: string): void {
  expect({ headline: seen.headline, class: seen.class }).toEqual({ headline: 'altered', class: 'invalid' });
  expect(seen.checks.find(({ state }) => state === 'failed')?.reason).toBe(reason);
}

/** A good proof of the RDF suite, put on another document: whatever the signature, the document must be refused first. */
async function withProofOf(document: Document): Promise<Document> {
  const signed = await signRdfc(badge(issuer.did), issuer);
  return { ...document, proof: signed['proof'] };
}

test('the positive twins: three suites fit, on badges and on plain credentials', async () => {
  for (const signed of [await signRdfc(badge(issuer.did), issuer), await signJcs(badge(issuer.did), issuer), await signRdfc(plain(issuer.did), issuer)]) {
    const seen = await examineCredentialOf(signed);
    expect({ headline: seen.headline, unchanged: seen.axes.unchanged }).toEqual({ headline: 'unknown-issuer', unchanged: 'yes' });
    expect(seen.signer?.verificationMethod).toBe(issuer.verificationMethod);
  }
});

describe('JSON-LD and Data Integrity', () => {
  test('B27 any unbundled context is not-checked and nothing is requested', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const context = [base, badges, 'https://evil.example/context.json'];
    expectNotChecked(await examineCredentialOf(await withProofOf(badge(issuer.did, { '@context': context }))), 'unknown-context');
    expectNotChecked(await examineCredentialOf(await signJcs(badge(issuer.did, { '@context': context }), issuer)), 'unknown-context');
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  test('B28 an inline or appended context object is not-checked', async () => {
    const inline = { '@context': [base, badges, { name: 'https://schema.org/alternateName' }] };
    expectNotChecked(await examineCredentialOf(await withProofOf(badge(issuer.did, inline))), 'context-not-allowed');
    const signedFirst = await signRdfc(badge(issuer.did), issuer);
    expectNotChecked(await examineCredentialOf({ ...signedFirst, '@context': [base, badges, { x: 'https://x.example/' }] }), 'context-not-allowed');
  });

  test('B28 a known context that somebody appended to what a JCS proof was made in is not-checked', async () => {
    const signed = await signJcs(plain(issuer.did), issuer);
    const written = signed['@context'] as readonly string[];
    const seen = await examineCredentialOf({ ...signed, '@context': [...written, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'] });
    expect({ headline: seen.headline, reason: reasonOf(seen, 'proof') }).toEqual({ headline: 'not-checked', reason: 'context-not-allowed' });
    expect((await examineCredentialOf(signed)).headline).toBe('unknown-issuer');
  });

  test('B29 vocab and base redefinition are not-checked', async () => {
    for (const inline of [{ '@vocab': 'https://evil.example/' }, { '@base': 'https://evil.example/' }, { name: null }]) {
      expectNotChecked(await examineCredentialOf(await withProofOf(badge(issuer.did, { '@context': [base, badges, inline] }))), 'context-not-allowed');
    }
  });

  test('B30 a term that no context defines is not-checked and named, never dropped', async () => {
    const seen = await examineCredentialOf({ ...(await signRdfc(badge(issuer.did), issuer)), honours: 'summa cum laude' });
    expectNotChecked(seen, 'unknown-term');
    expect(seen.checks.find(({ id }) => id === 'proof')?.facts['term']).toBe('honours');
    expect(seen.credential.further).toContainEqual({ path: '/honours', text: 'summa cum laude' });
  });

  test.each<[string, Document]>([
    ['nested @context', { evidence: [{ '@context': { x: 'https://x.example/' }, type: 'Evidence' }] }],
    ['@graph', { '@graph': [{ type: 'Evidence' }] }],
    ['@included', { evidence: [{ '@included': [] }] }],
    ['@reverse', { evidence: [{ '@reverse': {} }] }],
    ['@nest', { '@nest': { name: 'x' } }],
    ['full address as key', { 'https://schema.org/name': 'another name' }],
  ])('B31 %s is not-checked', async (_name, changes) => {
    expectNotChecked(await examineCredentialOf(await withProofOf(badge(issuer.did, changes))), 'context-not-allowed');
  });

  test.each<[string, unknown]>([
    ['absent', undefined],
    ['not first', [badges, base]],
    ['both versions', [base, 'https://www.w3.org/2018/credentials/v1', badges]],
  ])('B32 the base context %s is not-checked', async (_name, context) => {
    expectNotChecked(await examineCredentialOf(await withProofOf(badge(issuer.did, { '@context': context }))), 'context-not-allowed');
  });

  test('B33 a key of another DID is wrong-signer, a DID key under an https issuer is not-checked', async () => {
    expectAltered(await examineCredentialOf(await signRdfc(badge(other.did), issuer)), 'wrong-signer');
    const unbound = await examineCredentialOf(await signRdfc(badge('https://brightwater.example/issuers/1'), issuer));
    expect({ headline: unbound.headline, proof: reasonOf(unbound, 'proof'), binding: reasonOf(unbound, 'binding') }).toEqual({
      headline: 'not-checked',
      proof: 'signature-fits',
      binding: 'issuer-not-bound',
    });
    expect((await examineCredentialOf(await signRdfc(badge('urn:uuid:2d2d2b2a-1111-4222-8333-444455556666'), issuer))).headline).toBe('not-checked');
  });

  test('B33 an issuer without an identifier is bound to nobody', async () => {
    const seen = await examineCredentialOf(await signJcs(badge(issuer.did, { issuer: { name: 'Brightwater University' } }), issuer));
    expect({ headline: seen.headline, binding: reasonOf(seen, 'binding') }).toEqual({ headline: 'not-checked', binding: 'issuer-not-bound' });
  });

  test('B34 a key that its controller keeps for another use is no issuer’s key', async () => {
    const key = await createP256Key(fixtureSeeds('issuer p-256'), 'jwk');
    expect((await examineCredentialOf(await signToken(badge(key.issuer), key, 'vc+jwt'))).headline).toBe('unknown-issuer');
    const jwk = JSON.parse(Buffer.from(key.issuer.slice('did:jwk:'.length), 'base64url').toString()) as Document;
    const did = `did:jwk:${encodeBase64url(new TextEncoder().encode(JSON.stringify({ ...jwk, use: 'enc' })))}`;
    const seen = await examineCredentialOf(await signToken(badge(did), { ...key, issuer: did, kid: `${did}#0` }, 'vc+jwt'));
    expect(['altered', 'not-checked']).toContain(seen.headline);
  });

  test('B35 a proof made for another purpose is malformed-proof', async () => {
    for (const proofPurpose of ['authentication', 'capabilityInvocation', undefined]) {
      expectAltered(await examineCredentialOf(await signJcs(badge(issuer.did), issuer, { proofPurpose })), 'malformed-proof');
    }
  });

  test('B36 a proof from the future is not-yet, an ended one expired, and dates that are none are malformed-proof', async () => {
    const sign = async (options: Document): Promise<ExaminedCredential> => examineCredentialOf(await signJcs(badge(issuer.did), issuer, options));
    expect((await sign({ created: '2026-12-01T00:00:00Z' })).headline).toBe('not-yet');
    expect((await sign({ expires: '2026-11-01T00:00:00Z' })).headline).toBe('expired');
    expect((await sign({ expires: '2027-11-01T00:00:00Z' })).headline).toBe('unknown-issuer');
    for (const value of ['yesterday', '2026-02-30T00:00:00Z', 5]) expectAltered(await sign({ created: value }), 'malformed-proof');
    expectAltered(await sign({ expires: '2026-13-01T00:00:00Z' }), 'malformed-proof');
  });

  test('B37 a proof set with one bad proof is altered, in either order, and two good ones fit', async () => {
    const [jcs, rdfc] = [await signJcs(badge(issuer.did), issuer), await signRdfc(badge(issuer.did), issuer)];
    const bad = { ...(jcs['proof'] as Document), proofValue: ((await signJcs(badge(issuer.did, { name: 'x' }), issuer))['proof'] as Document)['proofValue'] };
    expect((await examineCredentialOf({ ...jcs, proof: [jcs['proof'], rdfc['proof']] })).headline).toBe('unknown-issuer');
    expectAltered(await examineCredentialOf({ ...jcs, proof: [rdfc['proof'], bad] }), 'changed');
    expectAltered(await examineCredentialOf({ ...jcs, proof: [bad, rdfc['proof']] }), 'changed');
  });

  test('B33 B37 of two proofs that fit, one by another DID makes the whole altered, in either order, whoever is on the own list', async () => {
    const [own, foreign] = [await signJcs(badge(issuer.did), issuer), await signJcs(badge(issuer.did), other)];
    const keyThumbprint = (await examineCredentialOf(own)).signer?.keyThumbprint ?? '';
    const ownList = [{ id: '1', keyThumbprint, issuerId: issuer.did, name: 'Evening school', since: testNow }];
    expect((await examineCredentialOf(own, { ownList })).headline).toBe('no-status');
    for (const proof of [[own['proof'], foreign['proof']], [foreign['proof'], own['proof']]]) {
      const seen = await examineCredentialOf({ ...own, proof }, { ownList });
      expectAltered(seen, 'wrong-signer');
      expect(seen.issuerMatch).toBeUndefined();
    }
  });

  test('B37 beside a proof that does not fit nobody has issued anything, and no list is told to name anybody', async () => {
    const [own, foreign] = [await signJcs(badge(issuer.did), issuer), await signJcs(badge(issuer.did, { name: 'x' }), issuer)];
    const keyThumbprint = (await examineCredentialOf(own)).signer?.keyThumbprint ?? '';
    const ownList = [{ id: '1', keyThumbprint, issuerId: issuer.did, name: 'Evening school', since: testNow }];
    for (const proof of [[own['proof'], foreign['proof']], [foreign['proof'], own['proof']]]) {
      const seen = await examineCredentialOf({ ...own, proof }, { ownList });
      expect([seen.headline, seen.checks.find(({ id }) => id === 'issuer')?.state, seen.issuerMatch, seen.signer]).toEqual(['altered', 'unknown', undefined, undefined]);
    }
    expect((await examineCredentialOf(own, { ownList })).checks.find(({ id }) => id === 'issuer')?.state).toBe('passed');
  });

  test.each<[string, unknown]>([
    ['an empty array', []],
    ['a text', 'z2nonsense'],
    ['null', null],
    ['a number', 1],
    ['an array with a text', ['z2nonsense']],
    ['an empty object', {}],
  ])('B39 a proof that is %s is malformed-proof or not-checked, never unsigned', async (_name, proof) => {
    const seen = await examineCredentialOf({ ...badge(issuer.did), proof });
    expect(['altered', 'not-checked']).toContain(seen.headline);
    if (_name !== 'an empty object') expectAltered(seen, 'malformed-proof');
  });

  test('B38 a proof that builds on one that is not there is malformed-proof; on one that is, it fits', async () => {
    const id = 'urn:uuid:11111111-2222-4333-8444-555566667777';
    const one = (await signJcs(badge(issuer.did), issuer, { id }))['proof'] as Document;
    const document = badge(issuer.did);
    const two = (await signJcs({ ...document, proof: [one] }, issuer, { previousProof: id }))['proof'] as Document;
    expect((await examineCredentialOf({ ...document, proof: [one, two] })).headline).toBe('unknown-issuer');
    expect((await examineCredentialOf({ ...document, proof: [two, one] })).headline).toBe('unknown-issuer');
    expectAltered(await examineCredentialOf({ ...document, proof: two }), 'malformed-proof');
    expectAltered(await examineCredentialOf({ ...document, proof: [{ ...one, id: 'urn:uuid:other' }, two] }), 'changed');
    const circle = (await signJcs(document, issuer, { id, previousProof: id }))['proof'];
    expectAltered(await examineCredentialOf({ ...document, proof: circle }), 'malformed-proof');
  });

  test('B39 no proof at all is unsigned', async () => {
    expect((await examineCredentialOf(badge(issuer.did))).headline).toBe('unsigned');
  });

  test('B40 an unknown suite is not-checked, alone and beside a good proof', async () => {
    const signed = await signRdfc(badge(issuer.did), issuer);
    const proof = signed['proof'] as Document;
    for (const unknown of [{ ...proof, cryptosuite: 'ecdsa-xi-2023' }, { type: 'JsonWebSignature2020', jws: 'a..b' }, { type: 'MerkleProof2019' }]) {
      expectNotChecked(await examineCredentialOf({ ...signed, proof: unknown }), 'unknown-suite');
      expectNotChecked(await examineCredentialOf({ ...signed, proof: [proof, unknown] }), 'unknown-suite');
      expectNotChecked(await examineCredentialOf({ ...signed, proof: [unknown, proof] }), 'unknown-suite');
    }
  });

  test('B40 more proofs than we are willing to judge are not-checked', async () => {
    const signed = await signJcs(badge(issuer.did), issuer);
    const many = Array.from({ length: 9 }, () => signed['proof']);
    expectNotChecked(await examineCredentialOf({ ...signed, proof: many }), 'timed-out');
    expect((await examineCredentialOf({ ...signed, proof: many.slice(1) })).headline).toBe('unknown-issuer');
  });

  test('B41 a graph made to be slow is not-checked within two seconds', async () => {
    const nodes = Array.from({ length: 10 }, (_, index) => ({
      id: `_:n${index}`,
      type: ['Achievement'],
      related: Array.from({ length: 10 }, (_unused, to) => ({ id: `_:n${to}`, type: ['Related'] })).filter((_unused, to) => to !== index),
    }));
    const document = await withProofOf(badge(issuer.did, { credentialSubject: { type: ['AchievementSubject'], achievement: nodes } }));
    const { result, ms } = await cpuTimeOf(() => examineCredentialOf(document));
    expectNotChecked(result, 'timed-out');
    expect(ms).toBeLessThan(4_000);
  });

  test('B42 a proof value of another base, length or alphabet is malformed-proof', async () => {
    const signed = await signJcs(badge(issuer.did), issuer);
    const proof = signed['proof'] as Document;
    const value = String(proof['proofValue']);
    for (const proofValue of [value.slice(1), `u${value.slice(1)}`, value.slice(0, -4), `${value}zz`, value.toUpperCase(), `${value} `, '', 5]) {
      expectAltered(await examineCredentialOf({ ...signed, proof: { ...proof, proofValue } }), 'malformed-proof');
    }
    expect((await examineCredentialOf(signed)).headline).toBe('unknown-issuer');
  });
});

test('a changed claim is altered under each suite', async () => {
  for (const signed of [await signRdfc(badge(issuer.did), issuer), await signJcs(badge(issuer.did), issuer)]) {
    const text = JSON.stringify(signed).replace('"8.5"', '"9.5"');
    expectAltered(await examineCredentialOf(text), 'changed');
  }
});

test('a perfect forgery in a university’s name by a fresh key is unconfirmed, and the name stays a quote', async () => {
  const forgery = badge(other.did, { issuer: { id: other.did, type: ['Profile'], name: 'Aalto University', url: 'https://www.aalto.fi/' } });
  const list = [{ id: '1', keyThumbprint: 'aalto-key', issuerId: 'did:key:zAalto', name: 'Aalto University', since: testNow }];
  const seen = await examineCredentialOf(await signRdfc(forgery, other), { ownList: list });
  expect({ headline: seen.headline, class: seen.class, issuer: seen.axes.issuer }).toEqual({ headline: 'unknown-issuer', class: 'unconfirmed', issuer: 'unknown' });
  expect(seen.issuerMatch).toBeUndefined();
  expect(seen.credential.issuer.name?.value).toEqual([{ text: 'Aalto University' }]);
});

test('an issuer on the own list is matched by key and named as the list names it', async () => {
  const first = await examineCredentialOf(await signRdfc(badge(issuer.did), issuer));
  const entry = { id: '1', keyThumbprint: first.signer?.keyThumbprint ?? '', issuerId: issuer.did, name: 'My evening school', since: testNow };
  const seen = await examineCredentialOf(await signRdfc(badge(issuer.did), issuer), { ownList: [entry] });
  expect({ headline: seen.headline, class: seen.class }).toEqual({ headline: 'no-status', class: 'valid' });
  expect(seen.issuerMatch).toEqual({ basis: 'own-list', name: 'My evening school', since: testNow });
});

test('a status entry of a kind that is not known leaves a known issuer not-checked', async () => {
  const signed = await signJcs(badge(issuer.did, { credentialStatus: { id: 'https://s.example/1', type: 'AnyList' } }), issuer);
  const first = await examineCredentialOf(signed);
  expect({ headline: first.headline, status: first.axes.status }).toEqual({ headline: 'unknown-issuer', status: 'could-not-check' });
  const entry = { id: '1', keyThumbprint: first.signer?.keyThumbprint ?? '', issuerId: issuer.did, name: 'X', since: testNow };
  const seen = await examineCredentialOf(signed, { ownList: [entry] });
  expect({ headline: seen.headline, reason: reasonOf(seen, 'status') }).toEqual({ headline: 'not-checked', reason: 'unknown-status-type' });
});

test('B45 schemas, images, criteria and evidence at other addresses are never asked for, and change no verdict', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  const away = (name: string): string => `https://elsewhere.example/${name}`;
  const subject = badge(issuer.did)['credentialSubject'] as { achievement: object };
  const pointing = {
    image: { id: away('picture.png'), type: 'Image' },
    evidence: [{ id: away('evidence'), type: ['Evidence'] }],
    credentialSchema: [{ id: away('schema.json'), type: '1EdTechJsonSchemaValidator2019' }],
    credentialSubject: { ...subject, achievement: { ...subject.achievement, criteria: { id: away('criteria') } } },
  };
  const seen = await examineCredentialOf(await signJcs(badge(issuer.did, pointing), issuer));
  expect([seen.headline, seen.wants]).toEqual(['unknown-issuer', []]);
  // Twin: what decides is wanted.
  const listed = await examineCredentialOf(await signJcs(badge(issuer.did, { ...pointing, credentialStatus: { id: away('list'), type: '1EdTechRevocationList' } }), issuer));
  expect(listed.wants).toEqual([{ url: away('list'), purpose: 'status-list' }]);
  expect(fetched).not.toHaveBeenCalled();
  fetched.mockRestore();
});

test('B100 what a file says of its own verification is content, never a verdict', async () => {
  const claims = { verified: true, verdict: 'valid', status: 'valid', headline: 'valid', class: 'valid' };
  expect((await examineCredentialOf({ ...badge(issuer.did), ...claims })).headline).toBe('unsigned');
  const stored = await examineBytes(JSON.stringify({ kind: 'credential', headline: 'valid', checks: [{ id: 'proof', state: 'passed' }], ...badge(issuer.did) }));
  expect(stored).toMatchObject({ kind: 'credential', headline: 'unsigned' });
});

test('an element that a derived proof does not show is not shared; of the whole copy it is not stated', async () => {
  const folder = 'tests/fixtures/credentials/json-credential/open-badges-3--ecdsa-sd-2023';
  const states = async (file: string): Promise<ReadonlySet<string>> => {
    const seen = await examineBytes(readFileSync(`${folder}${file}.json`));
    if (seen.kind !== 'credential') throw new Error(seen.kind);
    expect([file, seen.headline]).toEqual([file, 'unknown-issuer']);
    return new Set(seen.elements.map(({ state }) => state));
  };
  const [derived, copy] = [await states(''), await states('-copy')];
  expect([derived.has('not-shared'), derived.has('not-stated'), copy.has('not-shared'), copy.has('not-stated')]).toEqual([true, false, false, true]);
});

test('a derived proof of a known issuer without a status entry is not-checked, for its holder may have left that out; the whole copy is valid', async () => {
  const headlineWhereKnown = async (file: string): Promise<string> => {
    const bytes = readFileSync(`tests/fixtures/credentials/json-credential/open-badges-3--ecdsa-sd-2023${file}.json`);
    const first = await examineBytes(bytes);
    if (first.kind !== 'credential') throw new Error(first.kind);
    const entry = { id: '1', keyThumbprint: first.signer?.keyThumbprint ?? '', issuerId: first.credential.issuer.id?.value ?? '', name: 'Known', since: testNow };
    const seen = await examineBytes(bytes, { ownList: [entry] });
    return seen.kind === 'credential' ? `${seen.headline} ${reasonOf(seen, 'status')}` : seen.kind;
  };
  expect(await headlineWhereKnown('')).toBe('not-checked may-be-left-out');
  expect(await headlineWhereKnown('-copy')).toBe('no-status no-status-entry');
});
