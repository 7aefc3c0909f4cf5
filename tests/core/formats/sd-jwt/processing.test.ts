import { describe, expect, test } from 'vitest';
import { examineBytes, examineCredentialOf, instantOf } from '../../../support/examining.ts';
import { claim, digestOf, disclosure, selectiveCast, signSelective, strongSalt, vcPayload } from '../../../support/selective.ts';

const { issuer } = await selectiveCast();
type Document = Record<string, unknown>;

async function examined(payload: Document, disclosures: readonly string[] = [], header: Document = {}): ReturnType<typeof examineCredentialOf> {
  return examineCredentialOf(await signSelective(vcPayload(issuer, payload), disclosures, issuer, { header }));
}

/** A rule of RFC 9901 that is broken: altered, whatever the signature says. */
async function expectBroken(payload: Document, disclosures: readonly string[], why: string): Promise<void> {
  const seen = await examined(payload, disclosures);
  const proof = seen.checks.find(({ id }) => id === 'proof');
  expect({ class: seen.class, headline: seen.headline, reason: proof?.reason, why: proof?.facts['why'] }).toEqual({ class: 'invalid', headline: 'altered', reason: 'malformed-proof', why });
}

async function expectFine(payload: Document, disclosures: readonly string[], claims: Document): Promise<void> {
  const seen = await examined(payload, disclosures);
  expect({ class: seen.class, headline: seen.headline }).toEqual({ class: 'unconfirmed', headline: 'unknown-issuer' });
  expect(JSON.parse(seen.text)).toMatchObject(claims);
  expect(seen.text).not.toMatch(/"_sd"|"\.\.\."|"_sd_alg"/);
}

const given = claim('givenName', 'Mira');
const family = claim('familyName', 'Sample');
const element = disclosure(strongSalt, 'Calibrates a sensor');

describe('disclosures in their places (RFC 9901 7.1)', () => {
  test('claims, elements of lists, and disclosures in disclosures', async () => {
    const inner = claim('unit', 'ECTS');
    const outer = claim('notionalWorkload', { value: 3, _sd: [digestOf(inner)] });
    const payload = { _sd: [digestOf(given), digestOf(outer), digestOf('a decoy')], learningOutcomes: ['First', { '...': digestOf(element) }, { '...': digestOf('another decoy') }] };
    await expectFine(payload, [given, outer, inner, element], { givenName: 'Mira', notionalWorkload: { value: 3, unit: 'ECTS' }, learningOutcomes: ['First', 'Calibrates a sensor'] });
  });

  test('what is disclosed and what stays hidden is told by its place', async () => {
    const payload = { _sd: [digestOf(given), digestOf(family)], learningOutcomes: [{ '...': digestOf('hidden') }, { '...': digestOf(element) }] };
    const seen = await examined(payload, [given, element]);
    expect(seen.disclosures).toEqual({ disclosed: ['/learningOutcomes/0', '/givenName'], hidden: [{ path: '/learningOutcomes', count: 1 }, { path: '', count: 1 }], weakSalts: 0 });
  });

  test('SHA-384 and SHA-512 digests', async () => {
    for (const [name, node] of [['sha-384', 'sha384'], ['sha-512', 'sha512']] as const) {
      await expectFine({ _sd_alg: name, _sd: [digestOf(given, node)] }, [given], { givenName: 'Mira' });
    }
  });

  test('B65 the same digest twice, side by side', () => expectBroken({ _sd: [digestOf(given), digestOf(given)] }, [given], 'repeated-digest'));
  test('B65 the same digest twice, flat and nested', () => expectBroken({ _sd: [digestOf(given)], accreditation: { _sd: [digestOf(given)] } }, [given], 'repeated-digest'));
  test('B65 the same digest twice, nobody discloses it', () => expectBroken({ _sd: ['x'.repeat(43)], list: [{ '...': 'x'.repeat(43) }] }, [], 'repeated-digest'));
  test('B65 the same digest twice, once inside a disclosure', async () => {
    const outer = claim('accreditation', { _sd: [digestOf(given)] });
    await expectBroken({ _sd: [digestOf(given), digestOf(outer)] }, [given, outer], 'repeated-digest');
  });
  test('B65 twin: each digest once', () => expectFine({ _sd: [digestOf(given)], accreditation: { _sd: [digestOf(family)] } }, [given, family], { givenName: 'Mira', accreditation: { familyName: 'Sample' } }));

  test('B66 a disclosure that no digest names', () => expectBroken({ _sd: [digestOf(given)] }, [given, family], 'unreferenced-disclosure'));
  test('B66 the same disclosure twice', () => expectBroken({ _sd: [digestOf(given)] }, [given, given], 'repeated-disclosure'));
  test('B66 a disclosure whose digest stands only in one that is not there', async () => {
    const outer = claim('accreditation', { _sd: [digestOf(given)] });
    await expectBroken({ _sd: [digestOf(outer)] }, [given], 'unreferenced-disclosure');
  });
  test('B66 twin: every disclosure has its digest', () => expectFine({ _sd: [digestOf(given), digestOf(family)] }, [family, given], { givenName: 'Mira', familyName: 'Sample' }));

  test('B67 a claim that is there already', () => expectBroken({ title: 'Signed', _sd: [digestOf(claim('title', 'Other'))] }, [claim('title', 'Other')], 'claim-already-there'));
  test('B67 two disclosures of one claim', async () => {
    const other = disclosure('YW5vdGhlcl9zYWx0X29mXzE2', 'givenName', 'Other');
    await expectBroken({ _sd: [digestOf(given), digestOf(other)] }, [given, other], 'claim-already-there');
  });
  test('B67 twin: the same name at another level', () => expectFine({ accreditation: { _sd: [digestOf(claim('title', 'Review'))] } }, [claim('title', 'Review')], { title: 'A title', accreditation: { title: 'Review' } }));

  test.each(['_sd', '...', '_sd_alg'])('B68 a claim named %s', (name) => expectBroken({ _sd: [digestOf(claim(name, 'x'))] }, [claim(name, 'x')], 'keyword-as-claim'));
  test('B68 twin: a claim with dots in its name', () => expectFine({ _sd: [digestOf(claim('a...b', 'x'))] }, [claim('a...b', 'x')], { 'a...b': 'x' }));

  test.each<[string, readonly unknown[]]>([
    ['one part', [strongSalt]],
    ['four parts', [strongSalt, 'givenName', 'Mira', 'more']],
    ['a salt that is no text', [1, 'givenName', 'Mira']],
    ['a name that is no text', [strongSalt, 7, 'Mira']],
  ])('B69 a disclosure of %s', (_name, parts) => expectBroken({ _sd: [digestOf(disclosure(...parts))] }, [disclosure(...parts)], 'disclosure-shape'));
  test('B69 a disclosure of an element where a claim stands', () => expectBroken({ _sd: [digestOf(element)] }, [element], 'list-disclosure-for-claim'));
  test('B69 a disclosure of a claim where an element stands', () => expectBroken({ learningOutcomes: [{ '...': digestOf(given) }] }, [given], 'claim-disclosure-in-list'));
  test('B69 a placeholder with another key', () => expectBroken({ learningOutcomes: [{ '...': digestOf(element), note: 'x' }] }, [element], 'placeholder'));
  test('B69 a placeholder whose digest is no text', () => expectBroken({ learningOutcomes: [{ '...': 7 }] }, [], 'placeholder'));
  test('B69 a placeholder that stands in no list', () => expectBroken({ grade: { '...': digestOf(element) } }, [element], 'placeholder-outside-list'));
  test.each([['a text', 'x'], ['numbers', [1]], ['null', null]])('B69 digests that are %s', (_name, value) => expectBroken({ _sd: value }, [], 'digest-list'));
  test('B69 twin: two parts in a list, three for a claim', () => expectFine({ _sd: [digestOf(given)], learningOutcomes: [{ '...': digestOf(element) }] }, [given, element], { givenName: 'Mira', learningOutcomes: ['Calibrates a sensor'] }));

  test.each(['md5', 'sha-1', 'sha-256-128', 'SHA-256', 'sha256', 'nothing', 'constructor', 7, null, ['sha-256']])('B70 the digest algorithm %s', (algorithm) =>
    expectBroken({ _sd_alg: algorithm, _sd: [digestOf(given)] }, [given], 'algorithm'));
  test('B70 an algorithm that stands further inside', () => expectBroken({ accreditation: { _sd_alg: 'sha-256', title: 'x' } }, [], 'nested-algorithm'));
  test('B70 an algorithm inside a disclosure', async () => {
    const outer = claim('accreditation', { _sd_alg: 'sha-256', title: 'x' });
    await expectBroken({ _sd: [digestOf(outer)] }, [outer], 'nested-algorithm');
  });
  test('B70 twin: the algorithm named as registered', () => expectFine({ _sd_alg: 'sha-256', _sd: [digestOf(given)] }, [given], { givenName: 'Mira' }));
  test('B70 a strong algorithm that is not built in is not checked, and not called wrong', async () => {
    const seen = await examined({ _sd_alg: 'sha3-256', _sd: [digestOf(given)] }, [given]);
    expect({ class: seen.class, headline: seen.headline, proofs: seen.proofs }).toEqual({ class: 'unknown', headline: 'not-checked', proofs: [{ name: 'SD-JWT sha3-256' }] });
  });

  test('B72 disclosures seventeen deep are refused', async () => {
    expect(await examineBytes(await nested(17))).toMatchObject({ kind: 'unreadable', error: { code: 'open/too-deep' }, class: 'refused' });
  });
  test('B72 five thousand deep are refused, not crashed on', async () => {
    expect(await examineBytes(await nested(5_000))).toMatchObject({ kind: 'unreadable', error: { code: 'open/too-deep' }, class: 'refused' });
  });
  test('B72 twin: sixteen deep are read', async () => {
    expect(await examineBytes(await nested(16))).toMatchObject({ kind: 'credential', class: 'unconfirmed' });
  });

  async function nested(depth: number): Promise<string> {
    const texts = [claim('inner', 'end')];
    for (let level = 1; level < depth; level += 1) texts.push(disclosure(strongSalt, 'inner', { level, _sd: [digestOf(texts.at(-1) ?? '')] }));
    return signSelective(vcPayload(issuer, { _sd: [digestOf(texts.at(-1) ?? '')] }), texts, issuer);
  }

  test('B76 a salt of less than 128 bits is counted', async () => {
    const weak = disclosure('short', 'givenName', 'Mira');
    expect((await examined({ _sd: [digestOf(weak)] }, [weak])).disclosures?.weakSalts).toBe(1);
  });
  test('B76 twin: a salt of 128 bits is not', async () => {
    expect((await examined({ _sd: [digestOf(given)] }, [given])).disclosures?.weakSalts).toBe(0);
  });
  test('B76 claims that are signed and not shown are listed by their place', async () => {
    const seen = await examined({ _sd: [digestOf(given), digestOf(family)], accreditation: { _sd: [digestOf('x')] } }, [given]);
    expect(seen.disclosures?.hidden).toEqual([{ path: '/accreditation', count: 1 }, { path: '', count: 1 }]);
  });
});

describe('texts of disclosures are held to the same rules as everything signed', () => {
  const encode = (text: string): string => Buffer.from(text).toString('base64url');
  test.each<[string, string, string]>([
    ['B01 the same key twice', encode(`["${strongSalt}","givenName",{"a":1,"a":2}]`), 'open/duplicate-key'],
    ['B04 a number that no double holds', encode(`["${strongSalt}","givenName",9007199254740993]`), 'open/unsafe-number'],
    ['B05 a key that changes objects', encode(`["${strongSalt}","givenName",{"__proto__":1}]`), 'open/forbidden-key'],
    ['B05 a claim with such a name', encode(`["${strongSalt}","__proto__",{"title":"x"}]`), 'open/forbidden-key'],
    ['B07 unused bits that are not zero', 'WyJhIl1', 'open/malformed'],
    ['no JSON', encode('Mira'), 'open/malformed'],
    ['nothing between two tildes', '', 'open/truncated'],
  ])('%s', async (_name, text, code) => {
    expect(await examineBytes(await signSelective(vcPayload(issuer, { _sd: [digestOf(text)] }), [text], issuer))).toMatchObject({ kind: 'unreadable', error: { code } });
  });

  test('more claims than one credential may hold', async () => {
    const many = claim('many', Array.from({ length: 15_000 }, (_, index) => index));
    const more = claim('more', Array.from({ length: 15_000 }, (_, index) => index));
    const text = await signSelective(vcPayload(issuer, { _sd: [digestOf(many), digestOf(more)] }), [many, more], issuer);
    expect(await examineBytes(text)).toMatchObject({ kind: 'unreadable', error: { code: 'open/too-many-nodes' } });
  });
});

describe('what decides is not hidden (RFC 9901 9.7, SD-JWT VC 3.2.2)', () => {
  const over = Math.floor(instantOf('2026-01-01T00:00:00Z') / 1_000);
  test.each<[string, unknown]>([
    ['exp', over],
    ['nbf', 1],
    ['iss', issuer.did],
    ['cnf', { jwk: issuer.jwk }],
    ['vct', 'VerifiableMicroCredential'],
    ['status', { status_list: { idx: 1, uri: 'https://brightwater.example/status' } }],
  ])('B71 %s inside a disclosure', async (name, value) => {
    const text = claim(name, value);
    const seen = await examineCredentialOf(await signSelective(vcPayload(issuer, { [name]: undefined, _sd: [digestOf(text)] }), [text], issuer));
    expect({ class: seen.class, headline: seen.headline }).toEqual({ class: 'invalid', headline: 'altered' });
  });
  test('B71 a part of the status inside a disclosure', async () => {
    const text = claim('status_list', { idx: 1, uri: 'https://brightwater.example/status' });
    expect((await examined({ status: { _sd: [digestOf(text)] } }, [text])).headline).toBe('altered');
    expect((await examined({ status: { _sd: [digestOf(text)] } })).headline).toBe('altered');
  });
  test.each(['vct', 'iss'])('B71 without %s, which is required', async (name) => {
    expect((await examined({ [name]: undefined })).headline).toBe('altered');
  });
  test('B71 an end in a disclosure of a W3C credential is judged after it is put in its place', async () => {
    const text = claim('validUntil', '2026-01-01T00:00:00Z');
    const badge = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], issuer: issuer.did, credentialSubject: { name: 'x' } };
    const seen = await examineCredentialOf(await signSelective({ ...badge, _sd: [digestOf(text)] }, [text], issuer, { header: { typ: 'vc+sd-jwt' } }));
    expect(seen.headline).toBe('expired');
    const hidden = await examineCredentialOf(await signSelective({ ...badge, _sd: [digestOf(text)] }, [], issuer, { header: { typ: 'vc+sd-jwt' } }));
    expect(hidden.headline).toBe('not-checked');
  });
  test.each([
    ['credentialStatus', [{ '...': 'x'.repeat(43) }]],
    ['credentialStatus', { type: 'BitstringStatusListEntry', _sd: ['x'.repeat(43)] }],
    ['issuer', { id: issuer.did, _sd: ['x'.repeat(43)] }],
    ['type', ['VerifiableCredential', { '...': 'x'.repeat(43) }]],
  ])('B71 a part of %s of a W3C credential that is hidden: not checked', async (name, value) => {
    const badge = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], issuer: issuer.did, credentialSubject: { name: 'x' } };
    const header = { typ: 'vc+sd-jwt' };
    expect((await examineCredentialOf(await signSelective({ ...badge, [name]: value }, [], issuer, { header }))).headline).toBe('not-checked');
    // Twin: what the subject hides decides nothing.
    const hiding = { ...badge, credentialSubject: { name: 'x', _sd: ['x'.repeat(43)] } };
    expect((await examineCredentialOf(await signSelective(hiding, [], issuer, { header }))).headline).toBe('unknown-issuer');
  });
  test('B71 a W3C credential that is typed as an SD-JWT VC hides nothing that decides either', async () => {
    const badge = { credentialSubject: { achievement: { name: 'x' } } };
    const text = claim('validUntil', '2026-01-01T00:00:00Z');
    const hiding = { ...badge, _sd: [digestOf(text)] };
    expect((await examined(hiding)).headline).toBe('not-checked');
    expect((await examined(hiding, [text])).headline).toBe('expired');
    expect((await examined({ ...badge, credentialStatus: [{ '...': 'x'.repeat(43) }] })).headline).toBe('not-checked');
    expect((await examined({ elm: { ...badge, _sd: [digestOf(text)] } })).headline).toBe('not-checked');
    expect((await examined({ elm: { ...badge, _sd: [digestOf(text)] } }, [text])).headline).toBe('expired');
    expect((await examined(badge)).headline).toBe('unknown-issuer');
    expect((await examined({ credentialSubject: { _sd: ['x'.repeat(43)] } })).headline).toBe('unknown-issuer');
  });
  test('B46 B58 a credential that stands in a claim counts with its own end and status', async () => {
    const elm = { credentialSubject: { fullName: 'Mira Sample' } };
    expect((await examined({ elm })).headline).toBe('unknown-issuer');
    expect((await examined({ elm: { ...elm, validUntil: '2026-01-01T00:00:00Z' } })).headline).toBe('expired');
    expect((await examined({ elm: { ...elm, validUntil: '2026-01-01T00:00:00Z' }, validUntil: '2030-01-01T00:00:00Z' })).headline).toBe('expired');
    const entry = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '9', statusListCredential: 'https://brightwater.example/status/2' };
    const seen = await examined({ elm: { ...elm, credentialStatus: entry } });
    expect({ status: seen.axes.status, wants: seen.wants }).toEqual({ status: 'could-not-check', wants: [{ url: 'https://brightwater.example/status/2', purpose: 'status-list' }] });
  });
  test('B71 twin: dates that stand open are judged, and the issue date may be disclosed', async () => {
    expect((await examined({ exp: over })).headline).toBe('expired');
    const text = claim('iat', 1_780_000_000);
    expect((await examineCredentialOf(await signSelective(vcPayload(issuer, { iat: undefined, _sd: [digestOf(text)] }), [text], issuer))).headline).toBe('unknown-issuer');
  });

  test.each(['sha1-AAAA', 'sha256-short', 7])('B77 an integrity value of the type that could never be checked: %s', async (value) => {
    expect((await examined({ 'vct#integrity': value })).headline).toBe('altered');
  });
  test('B77 type metadata in the header is no more than texts, and nothing is asked for', async () => {
    expect((await examined({}, [], { vctm: [{ extends: 'https://brightwater.example/a' }] })).headline).toBe('altered');
    const seen = await examined({ vct: 'https://brightwater.example/types/1', 'vct#integrity': `sha256-${'A'.repeat(43)}=` }, [], { vctm: ['eyJleHRlbmRzIjoieCJ9'] });
    expect({ headline: seen.headline, wants: seen.wants }).toEqual({ headline: 'unknown-issuer', wants: [] });
  });
});

describe('what kind of token it is', () => {
  test.each(['JWT', 'kb+jwt', 'statuslist+jwt', 'vc+jwt', 'vp+sd-jwt', undefined])('B17 an SD-JWT VC of the type %s', async (typ) => {
    expect((await examined({}, [], { typ })).headline).toBe('altered');
  });
  test.each(['dc+sd-jwt', 'vc+sd-jwt', 'application/dc+sd-jwt', 'DC+SD-JWT'])('B17 twin: %s', async (typ) => {
    expect((await examined({}, [], { typ })).headline).toBe('unknown-issuer');
  });
  test('B11 no algorithm, B12 a shared secret, B16 something critical', async () => {
    const [token = '', rest = ''] = (await signSelective(vcPayload(issuer), [], issuer)).split(/(?=~)/);
    const [, payload, signature] = token.split('.');
    for (const header of [{ alg: 'none' }, { alg: 'HS256' }, { alg: 'ES256', crit: ['x'], x: 1 }, { alg: 'ES256', b64: false }]) {
      const head = Buffer.from(JSON.stringify({ typ: 'dc+sd-jwt', kid: issuer.kid, ...header })).toString('base64url');
      expect(await examineBytes(`${head}.${payload}.${signature}${rest}`)).toMatchObject({ headline: 'altered', class: 'invalid' });
    }
  });
  test('B20 dates that are texts', async () => {
    for (const name of ['exp', 'nbf', 'iat']) expect((await examined({ [name]: '2030' })).headline).toBe('altered');
  });
  test('an SD-JWT that says of nothing that it is a credential is not checked', async () => {
    const seen = await examineCredentialOf(await signSelective({ iss: issuer.did, sub: 'x' }, [], issuer, { header: { typ: undefined } }));
    expect(seen.headline).toBe('not-checked');
  });
});
