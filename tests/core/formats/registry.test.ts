import { describe, expect, test } from 'vitest';
import { glimpseOf } from '../../../src/core/formats/glimpse.ts';
import { formatFor, formats } from '../../../src/core/formats/registry.ts';
import { examineBytes, testNow } from '../../support/examining.ts';
import { badge, cast, presentation, signRaw } from '../../support/signing.ts';

const { issuer } = await cast();
const token = await signRaw({ alg: 'EdDSA', kid: issuer.verificationMethod, typ: 'vc+jwt' }, badge(issuer.did), issuer);
const vpToken = await signRaw({ alg: 'EdDSA', typ: 'vp+jwt' }, presentation(issuer.did, [token]), issuer);

function formatOf(content: string, fileName?: string, mediaType?: string): string | undefined {
  const received = { bytes: new TextEncoder().encode(content), transport: 'file' as const, arrivedAt: testNow };
  const named = { ...received, ...(fileName === undefined ? {} : { fileName }), ...(mediaType === undefined ? {} : { mediaType }) };
  return formatFor(glimpseOf(named))?.id;
}

describe('found by content', () => {
  test.each<[string, string, string | undefined]>([
    ['a credential', JSON.stringify(badge('did:example:1')), 'json-credential'],
    ['a credential with one type as text', '{"type":"VerifiableCredential"}', 'json-credential'],
    ['a credential that forgets its type', '{"credentialSubject":{}}', 'json-credential'],
    ['a presentation', JSON.stringify(presentation('did:example:1', [])), 'json-presentation'],
    ['a presentation without type', '{"verifiableCredential":[]}', 'json-presentation'],
    ['a transcript that encloses others is a credential', '{"type":["VerifiableCredential"],"credentialSubject":{},"verifiableCredential":[]}', 'json-credential'],
    ['a list', `[${JSON.stringify(badge('did:example:1'))}]`, 'json-array'],
    ['an envelope', '{"type":"EnvelopedVerifiableCredential","id":"data:,"}', 'enveloped'],
    ['a token', token, 'jwt-credential'],
    ['a token with a line end', `${token}\r\n`, 'jwt-credential'],
    ['a token presentation', vpToken, 'jwt-presentation'],
    ['an SD-JWT', `${token}~WyJhIl0~`, 'sd-jwt'],
    ['an SD-JWT in JSON', '{"payload":"e30","protected":"e30","signature":"","header":{"disclosures":[]}}', 'sd-jwt'],
    ['a JWS in JSON', '{"payload":"e30","signatures":[]}', 'jws-json'],
    ['an Open Badge 2.0', '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion"}', 'other-kinds'],
    ['an older badge without type', '{"badge":"https://b.example","recipient":{}}', 'other-kinds'],
    ['an Open Badge 2.0 with all it needs', '{"@context":"https://w3id.org/openbadges/v2","badge":"https://b.example","recipient":{}}', 'badge-2'],
    ['a badge of a ledger', '{"@context":["https://w3id.org/openbadges/v2","https://w3id.org/blockcerts/v2"],"badge":{},"recipient":{},"verification":{}}', 'other-kinds'],
    ['a salted document', '{"data":{},"signature":{"type":"SHA3MerkleProof"}}', 'other-kinds'],
    ['an encrypted token', 'eyJhbGciOiJkaXIifQ..aXY.dGV4dA.dGFn', 'other-kinds'],
    ['an older European credential', '<?xml version="1.0"?><europassCredential xmlns="http://data.europa.eu/europass/model/credentials#"/>', 'other-kinds'],
    ['a wallet written out', '[{"contents":[{"credentialSubject":{}}]}]', 'wallet-backup'],
    ['JSON in JSON', JSON.stringify(JSON.stringify(badge('did:example:1'))), 'wrapped'],
    ['an answer of a service', `{"credential":"${token}"}`, 'wrapped'],
    ['a data address', `data:text/plain,${token}`, 'wrapped'],
    ['base64 with line ends', Buffer.from(JSON.stringify(badge('did:example:1'))).toString('base64').replace(/.{76}/g, '$&\r\n'), 'wrapped'],
    ['a long word', 'Rindfleischetikettierungsueberwachungsaufgabe', undefined],
    ['a quotation', '"To be, or not to be"', 'wrapped'],
    ['settings of something', '{"name":"x","version":1}', undefined],
    ['a sentence with two dots', 'Hello.my.friend', undefined],
  ])('%s', (_name, content, id) => {
    expect(formatOf(content)).toBe(id);
    expect(formatOf(content, 'photo.png', 'image/png')).toBe(id);
  });

  test('every format says its id once', () => {
    expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
  });
});

test('the bytes are kept exactly as received, and name the item', async () => {
  const content = `\n  ${JSON.stringify(badge('did:example:1'), null, 3)}\r\n`;
  const seen = await examineBytes(content);
  if (seen.kind !== 'credential') throw new Error(seen.kind);
  expect(new TextDecoder().decode(seen.raw)).toBe(content);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  expect(seen.id).toBe(Buffer.from(digest).toString('hex'));
});

describe('the same credential', () => {
  test('equal issuer and id: the same, whatever the bytes, the packing or the signature', async () => {
    const [json, pretty, jwt] = await Promise.all([JSON.stringify(badge(issuer.did)), JSON.stringify(badge(issuer.did), null, 2), token].map((text) => examineBytes(text)));
    if (json?.kind !== 'credential' || pretty?.kind !== 'credential' || jwt?.kind !== 'credential') throw new Error('not credentials');
    expect(new Set([json.id, pretty.id, jwt.id]).size).toBe(3);
    expect(new Set([json.sameness, pretty.sameness, jwt.sameness]).size).toBe(1);
    expect(new Set([json.claimsDigest, pretty.claimsDigest, jwt.claimsDigest]).size).toBe(1);
  });

  test('same id with other claims: the same credential, another version', async () => {
    const [one, two] = await Promise.all([badge(issuer.did), badge(issuer.did, { name: 'New name' })].map((document) => examineBytes(JSON.stringify(document))));
    if (one?.kind !== 'credential' || two?.kind !== 'credential') throw new Error('not credentials');
    expect(one.sameness).toBe(two.sameness);
    expect(one.claimsDigest).not.toBe(two.claimsDigest);
  });

  test('without an id the claims decide; another issuer is another credential', async () => {
    const documents = [badge(issuer.did, { id: undefined }), badge(issuer.did, { id: undefined, proof: [] }), badge(issuer.did, { id: undefined, name: 'x' }), badge('did:example:other')];
    const seen = await Promise.all(documents.map((document) => examineBytes(JSON.stringify(document))));
    const [one, two, three, four] = seen.map((item) => (item.kind === 'credential' ? item.sameness : ''));
    expect(one).toBe(two);
    expect(new Set([one, three, four]).size).toBe(3);
  });
});
