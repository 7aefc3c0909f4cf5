import type { CredentialHeadline } from '../../core/model/verdict.ts';
import { jsonSample } from './json-samples.ts';
import type { Expected, Sample } from './sample.ts';
import { badgeClaims } from './sample-claims.ts';
import type { SampleDates } from './sample-dates.ts';
import { createEdwardsKey, edwardsTokenKey } from './sample-keys.ts';
import type { EdwardsKey, SeedSource } from './sample-keys.ts';
import { signCredential, signShare, signToken } from './sign-samples.ts';
import { alterToken, makeToken, secondsOf } from './token-samples.ts';

type Document = Record<string, unknown>;
const base = 'https://www.w3.org/ns/credentials/v2';
/** What the signed shares of the samples are bound to. */
const sampleChallenge = '9f2d4c1b7a6e43d0b8f1c2d3e4a5b6c7';
const sampleDomain = 'Harbour Employment Office (sample)';

interface Actors {
  readonly issuer: EdwardsKey;
  readonly holder: EdwardsKey;
  readonly stranger: EdwardsKey;
  readonly dates: SampleDates;
}

/** Presentations, lists and envelopes around credentials, each with a good, a changed and a foreign one. */
export async function containerSamples(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  const [issuer, holder, stranger] = await Promise.all(['issuer', 'holder', 'stranger'].map((label) => createEdwardsKey(seeds(label))));
  if (issuer === undefined || holder === undefined || stranger === undefined) throw new Error('three keys were asked for');
  const actors = { issuer, holder, stranger, dates };
  return [...(await jsonPresentations(actors)), ...(await tokenPresentations(actors)), ...(await lists(actors))];
}

async function badgeFor({ issuer, dates }: Actors, subject: string | undefined): Promise<Document> {
  const options = { issuer: issuer.did, id: 'https://brightwater.example/credentials/shared', validFrom: dates.past };
  return signCredential(badgeClaims(subject === undefined ? options : { ...options, subject }), 'eddsa-rdfc-2022', issuer, dates.past);
}

function presentationOf(holder: string, ...credentials: readonly object[]): Document {
  return { '@context': [base], type: ['VerifiablePresentation'], holder, verifiableCredential: credentials };
}

async function jsonPresentations(actors: Actors): Promise<readonly Sample[]> {
  const { holder, stranger, dates } = actors;
  const own = await badgeFor(actors, holder.did);
  const nobodys = await badgeFor(actors, undefined);
  const sign = async (document: Document, key: EdwardsKey): Promise<Document> => signShare(document, key, dates.past, sampleChallenge, sampleDomain);
  const proven = await sign(presentationOf(holder.did, own), holder);
  const altered = JSON.parse(JSON.stringify(proven).replace(`"${sampleDomain}"`, '"Another office"')) as Document;
  const envelope = {
    '@context': base,
    id: `data:application/vc+jwt,${await makeToken('vc-jwt-2', edwardsTokenKey(actors.issuer), { validFrom: dates.past, subject: holder.did })}`,
    type: 'EnvelopedVerifiableCredential',
  };
  const make = (name: string, document: Document, expected: Pick<Expected, 'kind' | 'class' | 'headline'>, parts: readonly CredentialHeadline[]): Sample =>
    jsonSample('open-badges-3', name, document, { suite: 'eddsa-rdfc-2022', parts, ...expected }, 'json-presentation');
  return [
    make('proven', proven, { kind: 'valid', class: 'unconfirmed', headline: 'proven' }, ['unknown-issuer']),
    make('enveloped', await sign(presentationOf(holder.did, envelope), holder), { kind: 'valid', class: 'unconfirmed', headline: 'proven' }, ['unknown-issuer']),
    make('two', await sign(presentationOf(holder.did, own, envelope), holder), { kind: 'valid', class: 'unconfirmed', headline: 'proven' }, ['unknown-issuer', 'unknown-issuer']),
    make('names-no-key', await sign(presentationOf(holder.did, nobodys), holder), { kind: 'valid', class: 'unconfirmed', headline: 'no-owner-key' }, ['unknown-issuer']),
    make('other-owner', await sign(presentationOf(stranger.did, own), stranger), { kind: 'foreign', class: 'unconfirmed', headline: 'other-owner' }, ['unknown-issuer']),
    make('foreign-key', await sign(presentationOf(holder.did, own), stranger), { kind: 'foreign', class: 'invalid', headline: 'share-altered' }, ['unknown-issuer']),
    make('altered', altered, { kind: 'altered', class: 'invalid', headline: 'share-altered' }, ['unknown-issuer']),
    make('unsigned', presentationOf(holder.did, own), { kind: 'unsigned', class: 'unconfirmed', headline: 'owner-unproven' }, ['unknown-issuer']),
  ];
}

async function tokenPresentations({ issuer, holder, stranger, dates }: Actors): Promise<readonly Sample[]> {
  const credential = await makeToken('vc-claim', edwardsTokenKey(issuer), { validFrom: dates.past, subject: holder.did });
  const payload = (iss: string): Document => ({
    iss,
    aud: sampleDomain,
    nonce: sampleChallenge,
    iat: secondsOf(dates.past),
    exp: secondsOf(dates.farFuture),
    vp: { '@context': ['https://www.w3.org/2018/credentials/v1'], type: ['VerifiablePresentation'], verifiableCredential: [credential] },
  });
  const valid = await signToken(payload(holder.did), edwardsTokenKey(holder), 'JWT');
  const foreign = await signToken(payload(holder.did), edwardsTokenKey(stranger), 'JWT');
  const [header, body = '', signature] = valid.split('.');
  const changed = Buffer.from(Buffer.from(body, 'base64url').toString().replace(sampleChallenge, sampleChallenge.replace('9', '8'))).toString('base64url');
  const make = (name: string, token: string, expected: Pick<Expected, 'kind' | 'class' | 'headline'>): Sample => ({
    name: `jwt-presentation/open-badges-3--${name}`,
    extension: 'jwt',
    bytes: new TextEncoder().encode(token),
    expected: { ...expected, format: 'jwt-presentation', vocabulary: 'open-badges-3', suite: 'jws', parts: ['unknown-issuer'] },
  });
  return [
    make('proven', valid, { kind: 'valid', class: 'unconfirmed', headline: 'proven' }),
    make('foreign-key', foreign, { kind: 'foreign', class: 'invalid', headline: 'share-altered' }),
    make('altered', [header, changed, signature].join('.'), { kind: 'altered', class: 'invalid', headline: 'share-altered' }),
  ];
}

async function lists(actors: Actors): Promise<readonly Sample[]> {
  const { issuer, stranger, dates } = actors;
  const json = await badgeFor(actors, undefined);
  const token = await makeToken('vc-jwt-2', edwardsTokenKey(issuer), { validFrom: dates.past });
  const altered = JSON.parse(JSON.stringify(json).replace('"8.5"', '"9.5"')) as Document;
  const foreign = await makeToken('vc-jwt-2', { ...edwardsTokenKey(stranger), issuer: issuer.did }, { validFrom: dates.past });
  const envelope = (inner: string): Document => ({ '@context': base, id: `data:application/vc+jwt,${inner}`, type: 'EnvelopedVerifiableCredential' });
  const array = (name: string, items: readonly unknown[], kind: Expected['kind'], parts: readonly CredentialHeadline[]): Sample =>
    jsonSample('open-badges-3', name, items as object, containerOf(kind, parts), 'json-array');
  const enveloped = (name: string, inner: string, kind: Expected['kind'], parts: readonly CredentialHeadline[]): Sample =>
    jsonSample('open-badges-3', name, envelope(inner), containerOf(kind, parts), 'enveloped');
  return [
    array('two', [json, token], 'valid', ['unknown-issuer', 'unknown-issuer']),
    array('one-altered', [json, altered], 'altered', ['unknown-issuer', 'altered']),
    array('one-foreign-key', [json, foreign], 'foreign', ['unknown-issuer', 'altered']),
    enveloped('vc-jwt', token, 'valid', ['unknown-issuer']),
    enveloped('vc-jwt-altered', alterToken(token), 'altered', ['altered']),
    enveloped('vc-jwt-foreign-key', foreign, 'foreign', ['altered']),
  ];
}

function containerOf(kind: Expected['kind'], parts: readonly CredentialHeadline[]): Omit<Expected, 'format' | 'vocabulary'> {
  return { kind, suite: 'none', class: kind === 'valid' ? 'unconfirmed' : 'invalid', headline: 'collection', parts };
}
