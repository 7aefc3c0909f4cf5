import 'reflect-metadata';
import { deflateSync } from 'node:zlib';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { encodeBase64 } from '../../../src/core/encoding/base64.ts';
import type { Answer } from '../../../src/core/model/answers.ts';
import type { ExaminationContext, ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { CurveKey } from '../../../src/tools/sampling/sign-selective.ts';
import { createNamingAuthority } from '../../support/certified.ts';
import { examineCredentialOf, testNow } from '../../support/examining.ts';
import { pemList } from '../../support/sealing.ts';
import { claim, digestOf, selectiveCast, signSelective, vcPayload } from '../../support/selective.ts';

const { issuer, other } = await selectiveCast();
const uri = 'https://brightwater.example/status/1';
const address = 'https://brightwater.example/issuers/1';
const status = { status_list: { idx: 9, uri } };

/** A list of one bit an entry, on which these are taken back. */
async function listToken(revoked: readonly number[], key: CurveKey, header: object = {}, payload: object = {}): Promise<Answer> {
  const bits = new Uint8Array(16_384);
  for (const index of revoked) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  const claims = { sub: uri, iat: testNow / 1_000 - 60, status_list: { bits: 1, lst: deflateSync(bits).toString('base64url') }, ...payload };
  const token = await new SignJWT(claims).setProtectedHeader({ alg: key.alg, typ: 'statuslist+jwt', ...header }).sign(key.privateKey);
  return { url: uri, bytes: new TextEncoder().encode(token), basis: 'live', at: testNow };
}

async function signed(answers: readonly Answer[], payload: object = {}, header: object = {}, context: Partial<ExaminationContext> = {}): Promise<ExaminedCredential> {
  return examineCredentialOf(await signSelective(vcPayload(issuer, { status, ...payload }), [], issuer, { header: { ...header } }), { answers, ...context });
}

const summary = (seen: ExaminedCredential): object => ({ headline: seen.headline, status: seen.axes.status });

describe('the status of an SD-JWT VC (Token Status List)', () => {
  test('B58 without an answer the list is asked for, by its address', async () => {
    const seen = await signed([]);
    expect({ ...summary(seen), wants: seen.wants }).toEqual({ headline: 'unknown-issuer', status: 'could-not-check', wants: [{ url: uri, purpose: 'status-list' }] });
  });
  test('by a list of the same DID', async () => {
    expect(summary(await signed([await listToken([8, 10], issuer, { kid: issuer.kid })]))).toEqual({ headline: 'unknown-issuer', status: 'in-force' });
    expect(summary(await signed([await listToken([9], issuer, { kid: issuer.kid })]))).toEqual({ headline: 'revoked', status: 'cancelled' });
  });
  test('B51 a list by another key says nothing', async () => {
    expect((await signed([await listToken([9], other, { kid: other.kid })])).axes.status).toBe('could-not-check');
  });
  test('by a list whose key stands in the metadata of an https issuer', async () => {
    const metadata = { issuer: address, jwks: { keys: [{ ...issuer.jwk, kid: 'k1' }, { ...other.jwk, kid: 'k2' }] } };
    const answer: Answer = { url: 'https://brightwater.example/.well-known/jwt-vc-issuer/issuers/1', bytes: new TextEncoder().encode(JSON.stringify(metadata)), basis: 'live', at: testNow };
    for (const [revoked, wanted] of [[[], 'in-force'], [[9], 'cancelled']] as const) {
      expect((await signed([answer, await listToken(revoked, other, { kid: 'k2' })], { iss: address }, { kid: 'k1' })).axes.status).toBe(wanted);
    }
    expect((await signed([answer, await listToken([9], other, { kid: 'k1' })], { iss: address }, { kid: 'k1' })).axes.status).toBe('could-not-check');
  });
  test('by a list with a certificate of the same issuer, and not by one of another', async () => {
    const { root, certify } = await createNamingAuthority();
    const [own, theirs] = await Promise.all([certify(issuer, { uris: [address] }), certify(other, { uris: ['https://brightwater.example/issuers/2'] })]);
    const header = { kid: undefined, x5c: [encodeBase64(own)] };
    const context = { lists: [pemList(root)] };
    expect((await signed([await listToken([9], issuer, { x5c: [encodeBase64(own)] })], { iss: address }, header, context)).axes.status).toBe('cancelled');
    for (const iss of [address, undefined]) {
      expect((await signed([await listToken([9], other, { x5c: [encodeBase64(theirs)] })], { iss }, header, context)).axes.status).toBe('could-not-check');
    }
    expect((await signed([await listToken([9], issuer, { x5c: [encodeBase64(own)] })], { iss: undefined }, header, context)).axes.status).toBe('cancelled');
    // Without a loaded anchor a certificate is anybody's.
    expect((await signed([await listToken([], issuer, { x5c: [encodeBase64(own)] })], { iss: address }, header)).axes.status).toBe('could-not-check');
  });
  test('B64 an SD-JWT whose signature does not fit, or that is broken, asks for nothing', async () => {
    const text = await signSelective(vcPayload(issuer, { status }), [], issuer);
    const broken = await signSelective(vcPayload(issuer, { status }), [claim('a', 'b')], issuer);
    const foreign = await signSelective({ ...vcPayload(issuer), status }, [], other, { header: { kid: issuer.kid } });
    for (const each of [text.replace(/\.(.)/, '.$1A'), broken, foreign]) {
      const seen = await examineCredentialOf(each).catch(() => undefined);
      if (seen !== undefined) expect(seen.wants).toEqual([]);
    }
    expect((await examineCredentialOf(foreign)).wants).toEqual([]);
  });
  test('a status that is hidden is no status, and breaks the token', async () => {
    const text = claim('status', status);
    expect((await examineCredentialOf(await signSelective(vcPayload(issuer, { _sd: [digestOf(text)] }), [text], issuer))).headline).toBe('altered');
  });
});
