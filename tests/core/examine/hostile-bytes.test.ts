import { describe, expect, test } from 'vitest';
import { examineBytes, examineCredentialOf } from '../../support/examining.ts';
import { badge, cast, signJcs } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const { issuer } = await cast();
const good = await signJcs(badge(issuer.did), issuer);
const goodText = JSON.stringify(good);

async function refusalOf(content: Uint8Array | string): Promise<{ code: string; looksLike: string }> {
  const seen = await examineBytes(content);
  if (seen.kind !== 'unreadable') throw new Error(`not refused but ${seen.kind}, ${seen.class}`);
  expect(seen.class).toBe('refused');
  return { code: seen.error.code, looksLike: seen.looksLike };
}

/** The good badge with a piece of text put in front of its first member. */
function withMember(text: string): string {
  return `{${text},${goodText.slice(1)}`;
}

test('the positive twin: the same badge untouched is read and its signature fits', async () => {
  expect((await examineCredentialOf(good)).headline).toBe('unknown-issuer');
  expect((await examineCredentialOf(`\n  ${goodText}\r\n`)).headline).toBe('unknown-issuer');
  expect((await examineCredentialOf({ ...badge(issuer.did), extra: 1 })).headline).toBe('unsigned');
});

describe('bytes and JSON', () => {
  test('B01 duplicate members are refused at every depth', async () => {
    expect((await refusalOf(withMember('"issuer":"did:example:1"'))).code).toBe('open/duplicate-key');
    expect((await refusalOf(goodText.replace('"narrative":', '"narrative":"a","narrative":'))).code).toBe('open/duplicate-key');
  });

  test('B02 invalid UTF-8, byte-order marks, UTF-16 and lone surrogates are refused', async () => {
    const bytes = new TextEncoder().encode(goodText);
    const broken = bytes.slice();
    broken[broken.length - 20] = 0xff;
    expect((await refusalOf(broken)).code).toBe('open/not-utf8');
    expect(await refusalOf(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toEqual({ code: 'open/not-utf8', looksLike: 'json' });
    const wide = Buffer.from(goodText, 'utf16le');
    expect((await refusalOf(new Uint8Array(wide))).code).toBe('open/not-utf8');
    expect(await refusalOf(new Uint8Array([0xff, 0xfe, ...wide]))).toEqual({ code: 'open/not-utf8', looksLike: 'text' });
    expect((await refusalOf(withMember('"x":"\\ud800"'))).code).toBe('open/not-utf8');
  });

  test('B03 nesting of 10,000 is refused, and so is 65', async () => {
    expect((await refusalOf(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)).code).toBe('open/too-deep');
    expect((await refusalOf(withMember(`"x":${'['.repeat(65)}${']'.repeat(65)}`))).code).toBe('open/too-deep');
    const allowed = { ...badge(issuer.did), x: JSON.parse(`${'['.repeat(60)}1${']'.repeat(60)}`) as unknown };
    expect((await examineCredentialOf(allowed)).headline).toBe('unsigned');
  });

  test('B04 numbers that change when read are refused', async () => {
    for (const number of ['9007199254740993', '1e400', '-0', '-0.0', '1e999999999']) {
      expect((await refusalOf(withMember(`"x":${number}`))).code).toBe('open/unsafe-number');
    }
    expect((await examineCredentialOf({ ...badge(issuer.did), x: 9_007_199_254_740_991 })).headline).toBe('unsigned');
  });

  test('B05 names that reach into prototypes are refused', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      expect((await refusalOf(withMember(`"${key}":{"issuer":"x"}`))).code).toBe('open/forbidden-key');
      expect((await refusalOf(withMember(`"x":{"${key}":1}`))).code).toBe('open/forbidden-key');
    }
    expect((await examineCredentialOf({ ...badge(issuer.did), toString: 'x' })).headline).toBe('unsigned');
  });

  test('B06 a file of 60 MB, a credential over 8 MiB, a string over 6 MiB and 20,000 nodes are refused with the limit', async () => {
    const seen = await examineBytes(new Uint8Array(60 * 1024 * 1024).fill(0x20));
    expect(seen).toMatchObject({ kind: 'unreadable', error: { code: 'receive/too-large', facts: { limit: 50 * 1024 * 1024 } } });
    const long = 'a'.repeat(5 * 1024 * 1024);
    expect((await refusalOf(withMember(`"x":"${long}","y":"${long}"`))).code).toBe('receive/too-large');
    expect((await refusalOf(withMember(`"x":"${'a'.repeat(6 * 1024 * 1024 + 1)}"`))).code).toBe('open/string-too-long');
    expect((await refusalOf(withMember(`"x":[${'1,'.repeat(20_000)}1]`))).code).toBe('open/too-many-nodes');
    expect((await examineCredentialOf({ ...badge(issuer.did), x: 'a'.repeat(1024 * 1024) })).headline).toBe('unsigned');
  });

  test('B06 of more than 1,000 credentials in lists within a file the first thousand are read, and each other one is named', async () => {
    const tiny = { type: 'VerifiableCredential', issuer: 'did:example:1', credentialSubject: {} };
    const inTwo = async (count: number): Promise<{ readonly read: number; readonly refused: readonly string[] }> => {
      const list = { type: 'VerifiablePresentation', verifiableCredential: Array.from({ length: count }, () => tiny) };
      const seen = await examineBytes(JSON.stringify([list, list]));
      const parts = seen.kind === 'collection' ? seen.parts.flatMap((part) => (part.kind === 'share' ? part.parts : [])) : [];
      return { read: parts.filter(({ kind }) => kind === 'credential').length, refused: parts.flatMap((part) => (part.kind === 'unreadable' ? [part.error.code] : [])) };
    };
    const { read, refused } = await inTwo(600);
    expect([read + 2, refused.length + read, new Set(refused)]).toEqual([1_000, 1_200, new Set(['open/too-many-nodes'])]);
    expect(await inTwo(450)).toEqual({ read: 900, refused: [] });
  });

  test('B07 base64url with padding, white space or loose last bits is refused', async () => {
    const { token } = await cast();
    const { signToken } = await import('../../support/signing.ts');
    const jwt = await signToken(badge(token.issuer), token, 'vc+jwt');
    expect((await examineCredentialOf(jwt)).headline).toBe('unknown-issuer');
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    expect((await refusalOf(`${header}=.${payload}.${signature}`)).code).toBe('open/malformed');
    expect((await refusalOf(`${header}.${payload}.${signature}==`)).code).toBe('open/malformed');
    expect((await refusalOf(`${header}.${payload}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : nextLetter(signature.slice(-1))}`)).code).toBe('open/malformed');
    expect((await refusalOf(`${header}.${payload}\n.${signature}`)).looksLike).toBe('text');
  });

  test('B08 a file is what its bytes say: names and types count for nothing, and polyglots are refused', async () => {
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
    expect(await refusalOf(new Uint8Array([...png, ...new TextEncoder().encode(goodText)]))).toEqual({ code: 'receive/unrecognized', looksLike: 'image' });
    expect((await refusalOf(`${goodText}${goodText}`)).code).toBe('open/malformed');
    expect((await refusalOf(`${goodText}<svg/>`)).code).toBe('open/malformed');
    for (const backup of ['age-encryption.org/v1\n-> X25519 x\n', ' \n-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n']) {
      expect(await refusalOf(backup)).toEqual({ code: 'receive/backup', looksLike: 'binary' });
    }
    expect(await examineBytes(`%PDF-1.7 \n${goodText}`)).toMatchObject({ kind: 'credential', format: 'pdf', headline: 'unsigned', text: '{}' });
    expect(await refusalOf(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00]))).toEqual({ code: 'open/truncated', looksLike: 'zip' });
    expect(await refusalOf(`<?xml version="1.0"?><a>${goodText}</a>`)).toEqual({ code: 'receive/unrecognized', looksLike: 'xml' });
  });

  test('B10 texts made to slow a pattern down are read in time', async () => {
    const long = 1_000_000;
    const { ms } = await cpuTimeOf(async () => {
      await examineBytes(`ey${'A'.repeat(long)}.${'-'.repeat(long)}`);
      await examineBytes(`${'eyJ.'.repeat(long / 4)}`);
      await examineBytes(`https://${'a.'.repeat(long)}`);
      const target = { targetType: 'ext:EQF', targetName: 'EQF '.repeat(long / 4), targetFramework: 'European Qualifications Framework '.repeat(1_000) };
      const achievement = { name: `a${'\u0301\u0316'.repeat(long / 4)}`, alignment: [target], timeInvestment: `P${'1'.repeat(long)}`, ECTS: '1'.repeat(long) };
      await examineBytes(JSON.stringify(badge(issuer.did, { credentialSubject: { achievement }, validUntil: `2026${'-'.repeat(long)}` })));
    });
    expect(ms).toBeLessThan(6_000);
  });

  test.each<[string, Document]>([
    ['issuer as array', { issuer: [issuer.did] }],
    ['issuer id as array', { issuer: { id: [issuer.did] } }],
    ['issuer as number', { issuer: 5 }],
    ['subject as text', { credentialSubject: 'did:example:1' }],
    ['empty subject array', { credentialSubject: [] }],
    ['subject id as object', { credentialSubject: { id: { x: 1 } } }],
    ['type as object', { type: { VerifiableCredential: true } }],
    ['type with a number', { type: ['VerifiableCredential', 1] }],
    ['@context as number', { '@context': 7 }],
    ['id as array', { id: ['a'] }],
  ])('B09 a shape that two readers could take for two things is refused: %s', async (_name, changes) => {
    expect((await refusalOf(JSON.stringify(badge(issuer.did, changes)))).code).toBe('open/wrong-shape');
  });

  test('B09 one value and an array of it, a text and an object for the issuer, are the same', async () => {
    const one = await examineCredentialOf(await signJcs(badge(issuer.did, { issuer: issuer.did, type: 'VerifiableCredential' }), issuer));
    expect(one.headline).toBe('unknown-issuer');
    const subject = badge(issuer.did)['credentialSubject'];
    const many = await examineCredentialOf(await signJcs(badge(issuer.did, { credentialSubject: [subject] }), issuer));
    expect(many.headline).toBe('unknown-issuer');
    expect(many.elements.filter(({ state }) => state === 'stated')).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'M1' })]));
  });
});

function nextLetter(letter: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return alphabet[(alphabet.indexOf(letter) + 1) % 64] ?? 'B';
}

describe('what is not a credential is named, never a crash', () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ['nothing', '', 'receive/empty', 'nothing'],
    ['white space', ' \n ', 'receive/empty', 'nothing'],
    ['words', 'Dear Sir or Madam, please find attached', 'receive/unrecognized', 'text'],
    ['a truncated file', goodText.slice(0, 700), 'open/truncated', 'json'],
    ['JSON that is no credential', '{"a":1}', 'receive/unrecognized', 'json'],
    ['an array of numbers', '[1,2]', 'receive/unrecognized', 'json'],
    ['not quite JSON', "{'type':'VerifiableCredential'}", 'open/malformed', 'json'],
    ['a web address', 'https://example.org/badge/1', 'receive/web-address', 'text'],
    ['a request of another protocol', 'openid-credential-offer://?credential_offer=%7B%7D', 'receive/foreign-request', 'text'],
    ['a token that carries no credential', `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"a":1}').toString('base64url')}.`, 'receive/unrecognized', 'jwt'],
    ['a photo', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2]), 'receive/unrecognized', 'image'],
    ['noise', new Uint8Array([1, 200, 3, 250, 0, 9]), 'open/not-utf8', 'binary'],
  ])('%s', async (_name, content, code, looksLike) => {
    expect(await refusalOf(content)).toEqual({ code, looksLike });
  });
});
