import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyText } from '../../../src/core/encoding/classify-text.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const jwt = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJkaWQ6a2V5OnoxIn0.AAAA';

describe('classifyText', () => {
  it.each([
    ['ur:bytes/1-2/aeadaolazmjendeoti', 'ur'],
    ['UR:BYTES/AEADAOLAZMJENDEOTI', 'ur'],
    ['#/check/1/pQEB', 'check-link'],
    ['https://wallet.example/#/check/1/pQEB', 'check-link'],
    ['http://localhost:4173/some/path?x=1#/check/1/pQEB', 'check-link'],
    ['https://wallet.example/#/check', 'check-page'],
    ['https://wallet.example/#/present/1/pQEB', 'present-link'],
    ['MECUM-RECOVERY:1:123456', 'recovery-code'],
    ['VP1-B3ECQDYUCE', 'vp1'],
    [jwt, 'jwt'],
    [`${jwt}~WyJzIl0~`, 'jwt'],
    [`${jwt}~WyJzIl0~${jwt}`, 'jwt'],
    ['eyJhbGciOiJub25lIn0.eyJhIjoxfQ.', 'jwt'],
    ['eyJhbGciOiJFUzI1NiJ9=.eyJhIjoxfQ.AA', 'text'],
    ['{"a":1}', 'json'],
    ['\uFEFF [ {} ]', 'json'],
    ['openid-credential-offer://?credential_offer=%7B%7D', 'request'],
    ['OPENID4VP://authorize?request_uri=x', 'request'],
    ['haip-vp://x', 'request'],
    ['dccrequest://request?issuer=x', 'request'],
    ['https://issuer.example/offer?credential_offer_uri=x', 'request'],
    ['https://issuer.example/?iuv=1', 'request'],
    ['https://example.org/badge/1', 'web-address'],
    ['https://example.org/#/other/1/pQEB', 'web-address'],
    ['javascript:alert(1)', 'text'],
    ['data:text/html,<b>x</b>', 'text'],
    ['Meet me. At nine. Bring tea.', 'text'],
    ['  \n ', 'empty'],
  ])('B96 %s is %s', (text, kind) => {
    expect(classifyText(text).kind).toBe(kind);
  });
  it('B96 shows a web address as it stands', () => {
    expect(classifyText(' https://example.org/a?b=c ')).toEqual({ kind: 'web-address', text: 'https://example.org/a?b=c' });
  });
  it('takes the payload out of a link of our own, whatever the host', () => {
    expect(classifyText('https://other.example/#/check/1/pQEB_-')).toEqual({ kind: 'check-link', data: 'pQEB_-' });
    expect(classifyText('#/check/1/')).toEqual({ kind: 'check-link', data: '' });
  });
  it('B101 never throws, and is quick on hostile text', async () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(classifyText(text).kind).toBeTypeOf('string')));
    const { ms } = await cpuTimeOf(() => {
      for (const hostile of [`eyJ${'a.'.repeat(500_000)}`, `https://${'a'.repeat(1_000_000)} `, `#/check/1/${'a'.repeat(1_000_000)}!`, ' '.repeat(1_000_000), `https://x${'?iuv'.repeat(200_000)}`]) {
        classifyText(hostile);
      }
    });
    expect(ms).toBeLessThan(2_000);
  });
});
