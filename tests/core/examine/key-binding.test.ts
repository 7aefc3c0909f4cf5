import { describe, expect, test } from 'vitest';
import type { ExaminationContext, ExaminedShare } from '../../../src/core/model/examination.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { flatClaims, flatFrame } from '../../../src/tools/sampling/selective-claims.ts';
import { bindSelective, issueSelective, keepDisclosures } from '../../../src/tools/sampling/sign-selective.ts';
import { alterDisclosure, toFlattenedJson } from '../../../src/tools/sampling/selective-samples.ts';
import { examineBytes, examineCredentialOf, examineShareOf, testNow } from '../../support/examining.ts';
import { selectiveCast, signSelective, vcPayload } from '../../support/selective.ts';

const { issuer, other, holder } = await selectiveCast();
const nowSeconds = testNow / 1_000;
const asked = { iat: nowSeconds, aud: 'Example employer', nonce: 'b3f1c2d4e5a69788' };
const expected: Partial<ExaminationContext> = { expectation: { challenge: asked.nonce, domain: asked.aud, used: false } };
const whole = await issueSelective(flatClaims(issuer.did, { iat: nowSeconds - 86_400, cnf: { jwk: holder.jwk } }), flatFrame, issuer);
const shown = keepDisclosures(whole, (name) => name !== 'dateOfBirth');

function summary(share: ExaminedShare): object {
  return { headline: share.headline, class: share.class, ...share.axes };
}

/** The same share with one thing otherwise. */
async function bound(claims: object, header: object = {}, context: Partial<ExaminationContext> = expected, by = holder): Promise<ExaminedShare> {
  return examineShareOf(await bindSelective(shown, by, { ...asked, ...claims }, { ...header }), context);
}

describe('a share with key binding (RFC 9901 7.3)', () => {
  test('answers the question of its receiver: proven, now', async () => {
    expect(summary(await bound({}))).toEqual({ headline: 'proven', class: 'unconfirmed', unchanged: 'yes', holder: 'proven-now', binding: 'challenge-matched', end: 'none' });
  });
  test('with nobody asking it is dated, and its receiver is a label', async () => {
    const seen = await bound({ iat: nowSeconds - 86_400 * 3_650 }, {}, {});
    expect(summary(seen)).toEqual({ headline: 'proven', class: 'unconfirmed', unchanged: 'yes', holder: 'proven-dated', binding: 'label-only', end: 'none' });
    expect({ label: seen.label, created: seen.created }).toEqual({ label: 'Example employer', created: toInstant((nowSeconds - 86_400 * 3_650) * 1_000) });
  });
  test('the credential inside is judged on its own, and shows what was disclosed', async () => {
    const [part] = (await bound({})).parts;
    expect(part).toMatchObject({ kind: 'credential', headline: 'unknown-issuer', format: 'sd-jwt', vocabulary: 'micro-credential', disclosures: { hidden: [{ path: '', count: 1 }] } });
  });
  test('its own end is judged', async () => {
    expect((await bound({ exp: nowSeconds + 60 })).axes.end).toBe('within');
    expect(summary(await bound({ exp: nowSeconds - 60 }))).toMatchObject({ headline: 'share-ended', end: 'ended' });
  });
  test('in its JSON serialization it is the same', async () => {
    const compact = await bindSelective(shown, holder, asked);
    expect(summary(await examineShareOf(toFlattenedJson(compact), expected))).toEqual(summary(await examineShareOf(compact, expected)));
  });

  test('B75 another nonce', async () => expect(summary(await bound({ nonce: 'another' }))).toMatchObject({ headline: 'wrong-receiver', class: 'invalid' }));
  test('B75 another audience', async () => expect(summary(await bound({ aud: 'Another employer' }))).toMatchObject({ headline: 'wrong-receiver', class: 'invalid' }));
  test('B75 signed more than a minute ago, or from now', async () => {
    for (const iat of [nowSeconds - 61, nowSeconds + 61, nowSeconds - 86_400 * 3_650, nowSeconds + 86_400 * 3_650]) {
      expect(summary(await bound({ iat }))).toMatchObject({ headline: 'wrong-receiver', class: 'invalid' });
    }
  });
  test('B75 twin: within a minute of now', async () => {
    for (const iat of [nowSeconds - 60, nowSeconds + 60]) expect(summary(await bound({ iat }))).toMatchObject({ headline: 'proven', holder: 'proven-now' });
  });
  test('B75 from the future, with nobody asking: never proven', async () => {
    expect(summary(await bound({ iat: nowSeconds + 61 }, {}, {}))).toMatchObject({ headline: 'owner-unproven', unchanged: 'could-not-check', holder: 'not-proven' });
  });
  test.each([
    ['a digest of something else', { sd_hash: 'x'.repeat(43) }],
    ['no digest', { sd_hash: undefined }],
    ['no nonce', { nonce: undefined }],
    ['an empty nonce', { nonce: '' }],
    ['no audience', { aud: undefined }],
    ['a list of audiences', { aud: ['Example employer', 'Another employer'] }],
    ['no date', { iat: undefined }],
    ['a date that is a text', { iat: '2026-11-21' }],
  ])('B75 %s', async (_name, claims) => {
    expect(summary(await bound(claims, {}, {}))).toMatchObject({ headline: 'share-altered', class: 'invalid' });
  });
  test.each(['JWT', 'dc+sd-jwt', 'vp+jwt', ''])('B75 the type %s', async (typ) => {
    expect(summary(await bound({}, { typ }))).toMatchObject({ headline: 'share-altered', class: 'invalid' });
  });
  test('B75 a key that is not the one of cnf, also where the header brings it along', async () => {
    expect(summary(await bound({}, {}, expected, other))).toMatchObject({ headline: 'share-altered', class: 'invalid' });
    expect(summary(await bound({}, { jwk: other.jwk, kid: other.kid }, expected, other))).toMatchObject({ headline: 'share-altered', class: 'invalid' });
  });
  test('B75 an SD-JWT that names no key', async () => {
    const free = await signSelective(vcPayload(issuer), [], issuer);
    expect(summary(await examineShareOf(await bindSelective(free, holder, asked), expected))).toMatchObject({ headline: 'share-altered', class: 'invalid' });
  });
  test('a disclosure added, taken away or changed after binding', async () => {
    const proven = await bindSelective(shown, holder, asked);
    const keyBinding = proven.split('~').at(-1) ?? '';
    for (const text of [`${whole}${keyBinding}`, `${keepDisclosures(shown, (name) => name !== 'grade')}${keyBinding}`, alterDisclosure(proven)]) {
      expect(summary(await examineShareOf(text, expected))).toMatchObject({ headline: 'share-altered', class: 'invalid' });
    }
  });
  test('around an altered credential nothing is proven: its key is nobody\'s word', async () => {
    const [token = '', ...rest] = whole.split('~');
    const [head, payload = '', signature] = token.split('.');
    const forged = Buffer.from(payload, 'base64url').toString().replace(JSON.stringify(holder.jwk).slice(1, -1), JSON.stringify(other.jwk).slice(1, -1));
    const text = [`${head}.${Buffer.from(forged).toString('base64url')}.${signature}`, ...rest].join('~');
    const seen = await examineShareOf(await bindSelective(text, other, asked), expected);
    expect(summary(seen)).toMatchObject({ headline: 'owner-unproven', class: 'invalid', holder: 'not-proven' });
  });
});

describe('whether a binding is needed is settled by who asks', () => {
  test('B74 a binding that was cut off, where one was asked for', async () => {
    for (const text of [shown, toFlattenedJson(shown)]) {
      expect(summary(await examineShareOf(text, expected))).toMatchObject({ headline: 'share-altered', class: 'invalid', holder: 'not-proven' });
    }
  });
  test('B74 a list around it makes no difference', async () => {
    const seen = await examineBytes(JSON.stringify([shown]), expected);
    expect(seen).toMatchObject({ kind: 'collection', class: 'invalid', parts: [{ kind: 'share', headline: 'share-altered' }] });
  });
  test('B74 twin: with nobody asking it is a credential like any other', async () => {
    expect((await examineCredentialOf(shown)).headline).toBe('unknown-issuer');
  });
  test('B74 twin: a credential that names no key has no binding to lose', async () => {
    expect((await examineBytes(await signSelective(vcPayload(issuer), [], issuer), expected)).kind).toBe('credential');
  });
});
