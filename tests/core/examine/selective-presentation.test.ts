import { describe, expect, test } from 'vitest';
import type { ExaminationContext } from '../../../src/core/model/examination.ts';
import { flatClaims, flatFrame } from '../../../src/tools/sampling/selective-claims.ts';
import { bindSelective, issueSelective, keepDisclosures } from '../../../src/tools/sampling/sign-selective.ts';
import { examineBytes, examineShareOf } from '../../support/examining.ts';
import { claim, digestOf, selectiveCast, signSelective } from '../../support/selective.ts';
import { badge } from '../../support/signing.ts';

const { issuer, other, holder } = await selectiveCast();
const credential = await issueSelective(flatClaims(issuer.did, { cnf: { kid: holder.kid } }), flatFrame, issuer);
const expected: Partial<ExaminationContext> = { expectation: { challenge: 'b3f1c2d4e5a69788', domain: 'Example employer', used: false } };

function enveloped(token: string, mediaType = 'application/dc+sd-jwt'): object {
  return { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['EnvelopedVerifiableCredential'], id: `data:${mediaType},${token}` };
}

function presentation(credentials: readonly unknown[], changes: object = {}): Record<string, unknown> {
  return { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], holder: holder.did, nonce: 'b3f1c2d4e5a69788', aud: 'Example employer', verifiableCredential: credentials, ...changes };
}

const header = { typ: 'vp+sd-jwt', cty: 'vp' };
const sign = (document: Record<string, unknown>, disclosures: readonly string[] = [], by = holder): Promise<string> => signSelective(document, disclosures, by, { header });

describe('a presentation of the W3C data model as SD-JWT (VC-JOSE-COSE 3.2)', () => {
  test('is a share of its holder, and its credentials are judged each on its own', async () => {
    const share = await examineShareOf(await sign(presentation([enveloped(credential)])), expected);
    expect({ headline: share.headline, class: share.class, axes: share.axes }).toEqual({
      headline: 'proven',
      class: 'unconfirmed',
      axes: { unchanged: 'yes', holder: 'proven-now', binding: 'challenge-matched', end: 'none' },
    });
    expect(share.parts).toMatchObject([{ format: 'sd-jwt', headline: 'unknown-issuer', vocabulary: 'micro-credential' }]);
  });
  test('its holder and its type may stand in disclosures', async () => {
    const texts = [claim('holder', holder.did), claim('type', ['VerifiablePresentation'])];
    const document = presentation([enveloped(credential)], { holder: undefined, type: undefined, _sd: texts.map((text) => digestOf(text)) });
    expect((await examineShareOf(await sign(document, texts), expected)).headline).toBe('proven');
  });
  test('a credential of it that is not disclosed is not in it', async () => {
    const text = Buffer.from(JSON.stringify(['MDEyMzQ1Njc4OWFiY2RlZg', enveloped(credential)])).toString('base64url');
    const document = presentation([{ '...': digestOf(text) }, enveloped(keepDisclosures(credential, () => false))]);
    expect((await examineShareOf(await sign(document, [text]))).parts).toHaveLength(2);
    expect((await examineShareOf(await sign(document))).parts).toHaveLength(1);
  });
  test('by another key, for another receiver, or altered', async () => {
    const document = presentation([enveloped(credential)]);
    expect((await examineShareOf(await sign(document, [], other), expected)).class).toBe('invalid');
    expect((await examineShareOf(await sign({ ...document, nonce: 'another' }), expected)).headline).toBe('wrong-receiver');
    expect((await examineShareOf(await sign({ ...document, aud: 'Another employer' }), expected)).headline).toBe('wrong-receiver');
    const [head, payload = '', rest] = (await sign(document)).split('.');
    const changed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('Example employer', 'Another employer')).toString('base64url');
    expect((await examineShareOf([head, changed, rest].join('.'))).headline).toBe('share-altered');
  });
  test('B17 of another type', async () => {
    for (const typ of ['vc+sd-jwt', 'dc+sd-jwt', 'kb+jwt', 'bad+typ']) {
      const text = await signSelective(presentation([enveloped(credential)]), [], holder, { header: { typ, cty: 'vp' } });
      expect(['invalid', 'refused']).toContain((await examineBytes(text)).class);
    }
  });
  test('a key-bound SD-JWT inside is a share within the share, bound to nobody else', async () => {
    const bound = await bindSelective(await issueSelective(flatClaims(issuer.did, { cnf: { jwk: holder.jwk } }), {}, issuer), holder, { iat: 1_780_000_000, aud: 'Someone else', nonce: 'older' });
    const share = await examineShareOf(await sign(presentation([enveloped(bound)])), expected);
    expect(share).toMatchObject({ class: 'invalid', parts: [{ kind: 'share', headline: 'wrong-receiver' }] });
    expect(await examineShareOf(await sign(presentation([enveloped(bound)])))).toMatchObject({ headline: 'proven', parts: [{ kind: 'share', headline: 'proven' }] });
  });
  test('a credential as it is, without envelope', async () => {
    const share = await examineShareOf(await sign(presentation([badge(issuer.did)])));
    expect(share.parts).toMatchObject([{ format: 'json-credential', headline: 'unsigned' }]);
  });
  test('B43 an envelope of another kind of media', async () => {
    const share = await examineShareOf(await sign(presentation([enveloped(credential, 'application/vc+jwt'), enveloped(credential, 'text/plain')])));
    expect(share.parts).toMatchObject([{ kind: 'unreadable' }, { kind: 'unreadable' }]);
  });
});
