import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SDJwtInstance } from '@sd-jwt/core';
import fc from 'fast-check';
import { compactVerify, importJWK } from 'jose';
import type { JWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { toCanonicalJson } from '../../../../src/core/encoding/canonical-json.ts';
import type { JsonValue } from '../../../../src/core/model/json.ts';
import type { Expected } from '../../../../src/tools/sampling/sample.ts';
import { issueSelective } from '../../../../src/tools/sampling/sign-selective.ts';
import { examineBytes, examineCredentialOf } from '../../../support/examining.ts';
import { claim, digestOf, selectiveCast, signSelective, vcPayload } from '../../../support/selective.ts';

const { issuer } = await selectiveCast();
type Document = Record<string, unknown>;

const hasher = (data: string | ArrayBuffer, alg: string): Uint8Array => new Uint8Array(createHash(alg.replace('-', '')).update(typeof data === 'string' ? data : new Uint8Array(data)).digest());

/** The library as a verifier, with the key that the header's DID names. */
async function peerVerifies(text: string): Promise<Document | undefined> {
  const head = JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString()) as { alg: string };
  const payload = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()) as { iss?: string; issuer?: { id: string } };
  const did = payload.iss ?? payload.issuer?.id ?? '';
  const jwk = JSON.parse(Buffer.from(did.slice('did:jwk:'.length), 'base64url').toString()) as JWK;
  const key = (await importJWK(jwk, head.alg)) as CryptoKey;
  const peer = new SDJwtInstance({
    hasher,
    verifier: (data, signature) => compactVerify(`${data}.${signature}`, key).then(
      () => true,
      () => false,
    ),
  });
  return peer.verify(text).then(
    (seen) => seen.payload as Document,
    () => undefined,
  );
}

const folder = join(import.meta.dirname, '../../../fixtures/credentials/sd-jwt');
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt') && !name.includes('bound'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8'), expected: JSON.parse(readFileSync(join(folder, name.replace('.txt', '.expected.json')), 'utf8')) as Expected }));

describe('a second opinion', () => {
  test.each(samples.map((sample) => [sample.name, sample] as const))('%s: the library finds the same claims, or refuses too', async (name, { text, expected }) => {
    const [seen, peer] = [await examineCredentialOf(text), await peerVerifies(text)];
    // The library knows no dates unless told, nor whose key it was given; here it is that of `iss`.
    expect({ name, holds: seen.axes.unchanged === 'yes' }).toEqual({ name, holds: expected.kind === 'valid' || expected.kind === 'expired' });
    if (expected.kind !== 'expired' && expected.kind !== 'altered') expect({ name, holds: peer !== undefined }).toEqual({ name, holds: expected.kind === 'valid' });
    if (expected.kind === 'valid' && seen.vocabulary === 'micro-credential') expect(JSON.parse(seen.text)).toEqual(peer);
  });
  test('a changed payload is refused by both; a changed disclosure by us, where the library only leaves it out', async () => {
    const altered = samples.find(({ name }) => name === 'micro-credential--es256-altered-payload.txt');
    expect(await peerVerifies(altered?.text ?? '')).toBeUndefined();
    const disclosure = samples.find(({ name }) => name === 'micro-credential--es256-altered.txt');
    expect((await peerVerifies(disclosure?.text ?? ''))?.['grade']).not.toBe('9.5');
  });
  test('what RFC 9901 makes invalid and the library reads: why it does not ship', async () => {
    const given = claim('givenName', 'Mira');
    const twice = await signSelective(vcPayload(issuer, { _sd: [digestOf(given), digestOf(given)] }), [given], issuer);
    const unreferenced = await signSelective(vcPayload(issuer), [given], issuer);
    const taken = await signSelective(vcPayload(issuer, { _sd: [digestOf(claim('title', 'Other'))] }), [claim('title', 'Other')], issuer);
    const verdicts = await Promise.all([twice, unreferenced, taken].map(async (text) => [(await peerVerifies(text)) !== undefined, (await examineCredentialOf(text)).headline]));
    expect(verdicts.map(([, headline]) => headline)).toEqual(['altered', 'altered', 'altered']);
    expect(verdicts.some(([isRead]) => isRead)).toBe(true);
  });
});

const shared = join(import.meta.dirname, '../../../../../shared/fixtures/public/openwallet-foundation__sd-jwt-js');

describe.skipIf(!existsSync(shared))('the published cases of the library (only where the shared fixtures are beside the project)', () => {
  const cases = existsSync(shared) ? readdirSync(shared).filter((name) => name.endsWith('.json')) : [];
  test.each(cases)('%s: the whole, and what is presented of it', async (name) => {
    const { claims, disclosureFrame, presentationFrames, presentedClaims } = JSON.parse(readFileSync(join(shared, name), 'utf8')) as Record<string, Document>;
    const own = { iss: issuer.did, vct: 'https://brightwater.example/types/1' };
    const whole = await issueSelective({ ...own, ...claims }, disclosureFrame ?? {}, issuer);
    expect(JSON.parse((await examineCredentialOf(whole)).text)).toEqual({ ...own, ...claims });
    const presented = await new SDJwtInstance({ hasher }).present(whole, presentationFrames as never);
    const seen = await examineCredentialOf(presented);
    expect(seen.headline).toBe('unknown-issuer');
    // An object of which nothing is shown is still there, empty; one of the published cases leaves it out.
    const shown = Object.fromEntries(Object.entries(JSON.parse(seen.text) as Document).filter(([, value]) => JSON.stringify(value) !== '{}'));
    expect(shown).toEqual({ ...own, ...presentedClaims });
  });
});

/** Any claims, with some of them selective at any depth: what goes in comes out. */
const leaf = fc.oneof(fc.string({ maxLength: 12 }), fc.integer({ min: -1_000, max: 1_000 }), fc.boolean(), fc.constant(null));
const name = fc.stringMatching(/^[a-z]{1,6}$/).filter((text) => !['iss', 'nbf', 'exp', 'cnf', 'vct', 'iat', 'sub', 'jti', 'status', 'elm', 'constructor', 'type', 'id'].includes(text));
const tree = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(name, tie('value'), { maxKeys: 3 })),
})).value;

let salts = 0;
/** A salt that is long enough and used once. */
function freshSalt(): string {
  salts += 1;
  return `salt-of-128-bits-or-more-${salts}`;
}

/** Hides members and elements as the numbers say; digests of what is not shown stay. */
function hide(value: unknown, coin: () => number, disclosures: string[], shown: { value: unknown }): unknown {
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    const kept: unknown[] = [];
    for (const item of value) {
      const inside = { value: undefined as unknown };
      const before = disclosures.length;
      const packed = hide(item, coin, disclosures, inside);
      const draw = coin();
      if (draw < 2) {
        list.push(packed);
        kept.push(inside.value);
        continue;
      }
      const text = Buffer.from(JSON.stringify([freshSalt(), packed])).toString('base64url');
      list.push({ '...': digestOf(text) });
      if (draw < 4) {
        disclosures.push(text);
        kept.push(inside.value);
      } else disclosures.length = before;
    }
    shown.value = kept;
    return list;
  }
  if (typeof value !== 'object' || value === null) {
    shown.value = value;
    return value;
  }
  const object: Document = {};
  const kept: Document = {};
  const digests: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    const inside = { value: undefined as unknown };
    const before = disclosures.length;
    const packed = hide(item, coin, disclosures, inside);
    const draw = coin();
    if (draw < 2) {
      object[key] = packed;
      kept[key] = inside.value;
      continue;
    }
    const text = Buffer.from(JSON.stringify([freshSalt(), key, packed])).toString('base64url');
    digests.push(digestOf(text));
    if (draw < 4) {
      disclosures.push(text);
      kept[key] = inside.value;
    } else disclosures.length = before;
  }
  if (digests.length > 0) object['_sd'] = digests;
  shown.value = kept;
  return object;
}

function canonical(value: unknown): string {
  const text = toCanonicalJson(value as JsonValue);
  return text.ok ? text.value : JSON.stringify(value);
}

describe('properties', () => {
  test('any claims, hidden and shown in any way, come out as what was shown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, tree, { maxKeys: 4 }), fc.infiniteStream(fc.integer({ min: 0, max: 4 })), async (claims, coins) => {
        const disclosures: string[] = [];
        const shown = { value: undefined as unknown };
        const payload = hide(claims, () => coins.next().value, disclosures, shown) as Document;
        const text = await signSelective({ ...payload, iss: issuer.did, vct: 'https://brightwater.example/types/1' }, disclosures, issuer);
        const seen = await examineCredentialOf(text);
        expect(seen.headline).toBe('unknown-issuer');
        const { iss: _iss, vct: _vct, ...rest } = JSON.parse(seen.text) as Document;
        expect(canonical(rest)).toBe(canonical(shown.value));
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  const whole = samples.find(({ name: file }) => file === 'micro-credential--es256.txt')?.text ?? '';

  test('no changed character of an SD-JWT passes', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = 0; at < whole.length; at += 5) {
      const letter = whole[at] ?? '';
      const others = letter === '.' || letter === '~' ? ['A', letter === '.' ? '~' : '.'] : [alphabet[(alphabet.indexOf(letter) + 1 + (at % 62)) % 64] ?? 'A', '~'];
      for (const other of others) {
        const seen = await examineBytes(`${whole.slice(0, at)}${other}${whole.slice(at + 1)}`);
        expect({ at, other, class: seen.class }).not.toEqual({ at, other, class: 'unconfirmed' });
        expect({ at, other, class: seen.class }).not.toEqual({ at, other, class: 'valid' });
      }
    }
  }, 60_000);

  test('parts in another order, twice, or in another place: what still holds says no more than what was signed', async () => {
    const all = JSON.parse((await examineCredentialOf(whole)).text) as Document;
    const [token = '', ...rest] = whole.split('~').slice(0, -1);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: rest.length - 1 }), { maxLength: rest.length + 1 }), async (picks) => {
        const seen = await examineBytes([token, ...picks.map((pick) => rest[pick] ?? ''), ''].join('~'));
        if (seen.kind !== 'credential' || seen.axes.unchanged !== 'yes') return;
        const said = JSON.parse(seen.text) as Document;
        for (const [key, value] of Object.entries(said)) {
          if (typeof value !== 'object') expect({ [key]: value }).toEqual({ [key]: all[key] });
        }
        expect(new Set(picks).size).toBe(picks.length);
      }),
      { numRuns: 200, seed: 12 },
    );
  });

  test('any text after a token never throws and never passes', async () => {
    const token = whole.split('~')[0] ?? '';
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.stringMatching(/^[\w.-]{0,20}$/), fc.json().map((json) => Buffer.from(json).toString('base64url'))), { minLength: 2, maxLength: 5 }), async (parts) => {
        const seen = await examineBytes([token, ...parts.map((part) => (part === '' ? 'A' : part)), ''].join('~'));
        expect(['valid', 'unconfirmed']).not.toContain(seen.class);
      }),
      { numRuns: 300, seed: 13 },
    );
  });
});
