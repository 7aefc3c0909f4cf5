import { describe, expect, test } from 'vitest';
import { checkContexts } from '../../../../src/core/encoding/json-ld/check-contexts.ts';
import type { JsonObject, JsonValue } from '../../../../src/core/model/json.ts';
import { cpuTimeOf } from '../../../support/cpu-time.ts';

const v1 = 'https://www.w3.org/2018/credentials/v1';
const v2 = 'https://www.w3.org/ns/credentials/v2';
const badges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

function rule(document: JsonObject): string {
  const check = checkContexts(document);
  return check.outcome === 'context-not-allowed' ? `${check.why} ${check.at}` : check.outcome;
}

const withContext = (context: JsonValue): JsonObject => ({ '@context': context, type: 'VerifiableCredential' });
const withMember = (member: JsonObject): JsonObject => ({ '@context': [v2, badges], type: ['VerifiableCredential'], ...member });

test('documents as they should be pass', () => {
  expect(rule(withContext(v1))).toBe('ok');
  expect(rule(withContext([v2, badges, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json']))).toBe('ok');
  expect(rule(withContext([v1, badges, 'https://w3id.org/security/data-integrity/v2', 'https://w3id.org/security/suites/ed25519-2020/v1']))).toBe('ok');
  expect(rule(withMember({ name: { '@value': 'Jord', '@language': 'nb', '@direction': 'ltr' }, list: [1, null, [{ a: true }]] }))).toBe('ok');
});

describe('B27 any unbundled context is not-checked and nothing is requested', () => {
  test.each([
    ['https://example.com/context', 'https://example.com/context'],
    ['a bundled one with a fragment', `${badges}#`],
    ['another scheme', 'http://www.w3.org/ns/credentials/v2'],
    ['a trailing slash', `${v1}/`],
    ['undefined terms', 'https://www.w3.org/ns/credentials/undefined-terms/v2'],
    ['a relative one', 'context.json'],
    ['a name of objects', 'constructor'],
  ])('%s', (_name, url) => {
    expect(checkContexts(withContext([v2, url]))).toEqual({ outcome: 'unknown-context', url });
    expect(checkContexts(withContext(url))).toEqual({ outcome: 'unknown-context', url });
  });
});

describe('B28 inline contexts are refused unless they are empty', () => {
  test.each<[string, JsonValue]>([
    ['one term', { name: 'https://schema.org/familyName' }],
    ['a new term', { favourite: 'https://example.com/favourite' }],
    ['an appended alias', { '@version': 1.1, kind: '@type' }],
    ['null', null],
    ['a number', 5],
    ['a list in the list', [v2]],
  ])('%s', (_name, inline) => {
    expect(rule(withContext([v2, inline]))).toBe('inline /@context');
  });
  test('an empty one has no effect', () => expect(rule(withContext([v2, {}]))).toBe('ok'));
});

test('B29 @vocab and @base are refused wherever they stand', () => {
  expect(rule(withContext([v2, { '@vocab': 'https://example.com/' }]))).toBe('inline /@context');
  expect(rule(withContext([v2, { '@base': 'https://example.com/' }]))).toBe('inline /@context');
  expect(rule(withMember({ '@vocab': 'https://example.com/' }))).toBe('keyword /@vocab');
  expect(rule(withContext([v2]))).toBe('ok');
});

describe('B31 other ways to say the same are refused', () => {
  test.each<[string, JsonObject]>([
    ['nested /credentialSubject/@context', { credentialSubject: { '@context': [v2], id: 'urn:a' } }],
    ['nested /credentialSubject/@context', { credentialSubject: { '@context': null } }],
    ['nested /credentialSubject/0/achievement/@context', { credentialSubject: [{ achievement: { '@context': { name: 'urn:x' } } }] }],
    ['nested /evidence/@context', { evidence: { '@context': [v2], type: ['VerifiableCredential'] } }],
    ['nested /proof/@context', { proof: { '@context': [v1] } }],
    ['nested /proof/@context', { proof: { '@context': [v2, badges, v2] } }],
    ['nested /proof/@context', { proof: { '@context': [] } }],
    ['keyword /@graph', { '@graph': [] }],
    ['keyword /@included', { '@included': [] }],
    ['keyword /@reverse', { '@reverse': {} }],
    ['keyword /@nest', { '@nest': {} }],
    ['keyword /credentialSubject/@id', { credentialSubject: { '@id': 'did:example:a' } }],
    ['keyword /@type', { '@type': 'VerifiableCredential' }],
    ['keyword /validUntil/@value', { validUntil: { '@value': '2020-01-01T00:00:00Z', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' } }],
    ['keyword /name/@value', { name: { '@value': 5 } }],
    ['keyword /name/@language', { name: { '@language': 'en' } }],
    ['keyword /credentialStatus/@set', { credentialStatus: { '@set': [] } }],
    ['keyword /a~1b~0c/@list', { 'a/b~c': { '@list': [] } }],
    ['full-iri-key /https:~1~1schema.org~1name', { 'https://schema.org/name': 'x' }],
    ['full-iri-key /credentialSubject/cred:validUntil', { credentialSubject: { 'cred:validUntil': '2020' } }],
    ['type-as-key /credentialSubject/Achievement', { credentialSubject: { Achievement: {} } }],
  ])('%s', (expected, member) => expect(rule(withMember(member))).toBe(expected));

  test('an embedded credential brings its own contexts, from the same set and under the same rules', () => {
    const inner = { '@context': [v1, badges], type: ['VerifiableCredential', 'OpenBadgeCredential'], proof: { '@context': [v1, badges] } };
    expect(rule(withMember({ verifiableCredential: [inner], endorsement: [{ ...inner, proof: [{ '@context': [v1] }] }] }))).toBe('ok');
    expect(rule(withMember({ verifiableCredential: [{ ...inner, '@context': [badges, v1] }] }))).toBe('base-not-first /verifiableCredential/0/@context');
    expect(rule(withMember({ verifiableCredential: { ...inner, '@context': [v1, {}, { name: 'urn:x' }] } }))).toBe('inline /verifiableCredential/@context');
    expect(rule(withMember({ verifiableCredential: { ...inner, '@context': [v1, 'urn:x'] } }))).toBe('unknown-context');
    expect(rule(withMember({ verifiableCredential: { ...inner, type: 'Other' } }))).toBe('nested /verifiableCredential/@context');
    expect(rule(withMember({ verifiableCredential: { ...inner, proof: { '@context': [v2] } } }))).toBe('nested /verifiableCredential/proof/@context');
  });
});

describe('B32 the base context stands first, in one version', () => {
  test.each<[string, JsonObject]>([
    ['missing /@context', { type: 'VerifiableCredential' }],
    ['missing /@context', withContext(null)],
    ['missing /@context', withContext([])],
    ['base-not-first /@context', withContext([badges, v2])],
    ['base-not-first /@context', withContext(badges)],
    ['base-not-first /@context', withContext([{}, v2])],
    ['versions-mixed /@context', withContext([v1, v2])],
    ['versions-mixed /@context', withContext([v2, badges, v1])],
    ['versions-mixed /@context', withContext([v2, badges, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'])],
    ['versions-mixed /@context', withContext([v1, 'https://w3id.org/security/data-integrity/v1', 'https://w3id.org/security/data-integrity/v2'])],
  ])('%s', (expected, document) => expect(rule(document)).toBe(expected));
  test('first, with others after it', () => expect(rule(withContext([v2, badges]))).toBe('ok'));
});

test('a large document is gone through in one pass', async () => {
  const { result, ms } = await cpuTimeOf(() => rule(withMember({ list: Array.from({ length: 20_000 }, (_, index) => ({ a: index })) })));
  expect(result).toBe('ok');
  expect(ms).toBeLessThan(1_500);
});
