import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../src/core/encoding/utf8.ts';
import { glimpseOf } from '../../../src/core/formats/glimpse.ts';
import { formats } from '../../../src/core/formats/registry.ts';
import type { Examination } from '../../../src/core/model/examination.ts';
import { makePng, textChunk } from '../../../src/tools/sampling/make-packings.ts';
import { examineBytes, testNow } from '../../support/examining.ts';
import { badge, cast, signJcs, signRaw } from '../../support/signing.ts';

const { issuer } = await cast();
const credential = await signJcs(badge(issuer.did), issuer);
const json = JSON.stringify(credential);
const token = await signRaw({ alg: 'EdDSA', kid: issuer.verificationMethod, typ: 'vc+jwt' }, badge(issuer.did), issuer);
const png = makePng(textChunk('openbadgecredential', json));

function told(seen: Examination): unknown {
  if (seen.kind === 'unreadable') return seen.error.code;
  return seen.kind === 'collection' ? seen.parts.map(told) : seen.headline;
}

async function toldOf(content: unknown): Promise<unknown> {
  return told(await examineBytes(typeof content === 'string' ? content : JSON.stringify(content)));
}

describe('a credential within something else', () => {
  test.each<[string, unknown]>([
    ['a member of an answer', { credential, deliveryDetails: { email: 'x' } }],
    ['a token in an answer', { format: 'jwt_vc_json', credential: token, c_nonce: 'x' }],
    ['a list of one', { credentials: [{ credential: token }] }],
    ['an object around an object', { status: 'ok', data: { credential } }],
    ['a member of a wallet', { id: 'x', vc: credential }],
    ['a list of one around an object', { data: { credentials: [credential] } }],
    ['an answer around an answer', { ok: true, response: { vc: token } }],
    ['JSON as text in an object', { vc: json }],
    ['JSON in JSON', JSON.stringify(json)],
    ['JSON in JSON in JSON', JSON.stringify(JSON.stringify(json))],
    ['a token in JSON', JSON.stringify(token)],
    ['base64', Buffer.from(json).toString('base64')],
    ['base64url without padding', Buffer.from(`${json} `).toString('base64url')],
    ['base64 of a token', Buffer.from(token).toString('base64')],
    ['base64 of an image', Buffer.from(png).toString('base64')],
    ['an image as an address', `data:image/png;base64,${Buffer.from(png).toString('base64')}`],
    ['a token as an address', `data:application/vc+jwt,${token}`],
    ['JSON as an address', `data:application/json,${encodeURIComponent(json)}`],
  ])('%s is read, and the whole is kept', async (_name, content) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const seen = await examineBytes(text);
    if (seen.kind !== 'credential') throw new Error(JSON.stringify(seen));
    expect(seen.headline).toBe('unknown-issuer');
    expect(new TextDecoder().decode(seen.raw)).toBe(text);
    expect(seen.packing?.[0]).toBe('wrapped');
    expect(await examineBytes(seen.raw)).toEqual(seen);
  });

  test('several in one wrapping are several, each with its own bytes', async () => {
    expect(await toldOf({ credentials: [credential, token, { ...credential, name: 'changed' }] })).toEqual(['unknown-issuer', 'unknown-issuer', 'altered']);
    expect(await toldOf([{ credential }, JSON.stringify(credential)])).toEqual(['unknown-issuer', 'unknown-issuer']);
    // None is left behind because another stands beside it.
    expect(await toldOf({ data: { credential, vc: { ...credential, name: 'changed' } } })).toEqual(['unknown-issuer', 'altered']);
    expect(await toldOf({ credentials: [{ credential, jwt: token }] })).toEqual(['unknown-issuer', 'unknown-issuer']);
  });

  test('an object with nothing but a token in `verifiableCredential` is an unsigned presentation of it', async () => {
    for (const verifiableCredential of [token, [token]]) {
      const seen = await examineBytes(JSON.stringify({ verifiableCredential }));
      expect([told(seen), seen.kind === 'share' && seen.parts.map(told)]).toEqual(['owner-unproven', ['unknown-issuer']]);
    }
  });

  test('a wrapping says nothing of its own: flags beside the credential count for nothing', async () => {
    expect(await toldOf({ verified: true, status: 'valid', credential: { ...credential, name: 'changed' } })).toBe('altered');
  });

  test('B06 no deeper than three wrappings', async () => {
    const wrap = (times: number): string => (times === 0 ? json : JSON.stringify(wrap(times - 1)));
    expect(await toldOf(wrap(3))).toBe('unknown-issuer');
    expect(await toldOf(wrap(4))).toBe('open/too-deep');
  });

  test('B10 a text of megabytes is looked at by every format, and none gives up: base64 of a large file is read', async () => {
    const large = JSON.stringify(badge(issuer.did, { image: { id: `data:image/png;base64,${'A'.repeat(5_000_000)}`, type: 'Image' } }));
    expect(await toldOf(Buffer.from(large).toString('base64'))).toBe('unsigned');
    for (const text of [`ey${'a'.repeat(10_000_000)}.a.a.a`, `ey${'a'.repeat(10_000_000)}.a.a~$`, `eyJ7${'A'.repeat(10_000_000)}$`]) {
      const glimpse = glimpseOf({ bytes: encodeUtf8(text), transport: 'file', arrivedAt: testNow });
      expect(formats.some((format) => format.recognize(glimpse))).toBe(false);
    }
    expect(await toldOf({ jwt: `ey${'a'.repeat(6_000_000)}` })).toBe('receive/unrecognized');
    expect(await toldOf({ jwt: token })).toBe('unknown-issuer');
  });

  test('B02 a byte-order mark stays refused, inside as outside', async () => {
    expect(await toldOf(`\ufeff${json}`)).toBe('open/not-utf8');
    expect(await toldOf(JSON.stringify(`\ufeff${json}`))).toBe('open/not-utf8');
    expect(await toldOf(JSON.stringify({ credential: `\ufeff${json}` }))).not.toBe('unknown-issuer');
  });

  test.each<[string, string]>([
    ['broken base64 in an address', 'data:application/json;base64,!!!!'],
    ['broken percent signs', 'data:text/plain,%E0%A4%A'],
    ['a JSON string that does not end', '"{\\"type\\":\\"VerifiableCredential\\"'],
    ['an empty wrapping', '{"credential":{}}'],
    ['words in quotes', '"hello there"'],
    ['an address without anything', 'data:,'],
  ])('%s is no credential and no crash', async (_name, text) => {
    expect((await examineBytes(text)).kind).toBe('unreadable');
  });
});

describe('what another wallet wrote out', () => {
  test('a credential or a key that stands beside a wallet in the same list is taken or counted, never lost', async () => {
    const seen = await examineBytes(JSON.stringify([{ contents: [credential] }, credential, { privateKeyJwk: {} }, { name: 'settings' }]));
    if (seen.kind !== 'collection') throw new Error(seen.kind);
    expect(seen.parts.map(told)).toEqual(['unknown-issuer', 'unknown-issuer']);
    expect(seen.parts.map((part) => part.kind === 'credential' && new TextDecoder().decode(part.raw))).toEqual([json, json]);
    expect(seen.leftOut).toEqual({ keys: 1, others: 1 });
  });

  const contents = [
    credential,
    token,
    { id: 'k', type: 'Ed25519VerificationKey2020', privateKeyMultibase: 'zrvSecretSecret' },
    { type: 'X25519KeyAgreementKey2020', privateKeyMultibase: 'zrvSecretSecret' },
    { '@context': ['https://www.w3.org/ns/did/v1'], id: 'did:key:z6Mk' },
    { type: 'ProfileMetadata' },
  ];

  test.each<[string, unknown]>([
    ['a list of wallets', [{ type: 'UniversalWallet2020', contents }, { type: 'UniversalWallet2020', contents: [] }]],
    ['one wallet', { type: 'UniversalWallet2020', contents }],
  ])('B100 %s: credentials are examined anew, keys are counted and never read', async (_name, wallet) => {
    const seen = await examineBytes(JSON.stringify(wallet));
    expect(told(seen)).toEqual(['unknown-issuer', 'unknown-issuer']);
    if (seen.kind !== 'collection') throw new Error(seen.kind);
    expect(seen.leftOut).toEqual({ keys: 2, others: Array.isArray(wallet) ? 3 : 2 });
    expect(JSON.stringify(seen)).not.toContain('zrvSecretSecret');
    const [first] = seen.parts;
    expect(first?.kind === 'credential' && new TextDecoder().decode(first.raw)).toBe(json);
  });
});
