import type { Expected, Sample, SampleKind } from './sample.ts';
import { badgeClaims, badgeClaims11, plainClaims } from './sample-claims.ts';
import type { ClaimsOptions } from './sample-claims.ts';
import { createCurveKey } from './curve-keys.ts';
import type { SampleDates } from './sample-dates.ts';
import { createEdwardsKey } from './sample-keys.ts';
import type { EdwardsKey, SeedSource } from './sample-keys.ts';
import { signCredential, signSelective } from './sign-samples.ts';
import type { DocumentKey, SampleSuite } from './sign-samples.ts';

type Document = Record<string, unknown>;

/** A way of signing: the suite, how its samples are called, whose key signs and whose does not. */
interface Way {
  readonly suite: SampleSuite;
  readonly name: string;
  readonly key: DocumentKey;
  readonly other: DocumentKey;
}

async function waysOfSigning(key: EdwardsKey, other: EdwardsKey, seeds: SeedSource): Promise<readonly Way[]> {
  const edwards = (['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'Ed25519Signature2020', 'Ed25519Signature2018'] as const).map((suite) => ({ suite, name: suite, key, other }));
  const curves: Way[] = [];
  for (const kind of ['P-256', 'P-384'] as const) {
    const pair = { key: await createCurveKey(kind, seeds(`issuer ${kind}`)), other: await createCurveKey(kind, seeds(`other issuer ${kind}`)) };
    if (kind === 'P-256') curves.push({ suite: 'ecdsa-sd-2023', name: 'ecdsa-sd-2023', ...pair });
    for (const suite of ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'] as const) curves.push({ suite, name: kind === 'P-256' ? suite : `${suite}-p384`, ...pair });
  }
  return [...edwards, ...curves];
}

/** Credentials in JSON: each suite valid, expired, altered, not yet valid, and by a foreign key; and unsigned ones. */
export async function jsonSamples(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  const key = await createEdwardsKey(seeds('issuer'));
  const other = await createEdwardsKey(seeds('other issuer'));
  const perSuite = await Promise.all((await waysOfSigning(key, other, seeds)).map((way) => samplesOfSuite(way, dates)));
  const options = { ...identified('unsigned', key), validFrom: dates.past };
  const unsigned = jsonSample('open-badges-3', 'unsigned', badgeClaims(options), { kind: 'unsigned', suite: 'none', class: 'unknown', headline: 'unsigned', stated: 7 });
  const plain = plainClaims({ ...identified('plain', key), validFrom: dates.past });
  const signedPlain = jsonSample('plain', 'eddsa-rdfc-2022', await signCredential(plain, 'eddsa-rdfc-2022', key, dates.past), {
    ...known('valid', 'eddsa-rdfc-2022'),
    title: 'Member of the Brightwater library (sample)',
  });
  const old = badgeClaims11({ ...identified('vc-1.1', key), validFrom: dates.past }, 'data-integrity');
  const signedOld = jsonSample('open-badges-3', 'vc-1.1-eddsa-rdfc-2022', await signCredential(old, 'eddsa-rdfc-2022', key, dates.past), known('valid', 'eddsa-rdfc-2022'));
  const copies = await ownCopies(await createCurveKey('P-256', seeds('issuer P-256')), dates);
  return [...perSuite.flat(), ...copies, unsigned, signedPlain, signedOld, unknownSuite(await signCredential(badgeClaims(options), 'eddsa-rdfc-2022', key, dates.past))];
}

/** What a holder has from an issuer of a suite that lets claims be left out: the copy with all its signatures. */
async function ownCopies(key: DocumentKey, dates: SampleDates): Promise<readonly Sample[]> {
  const suite = 'ecdsa-sd-2023';
  const copy = await signSelective(badgeClaims({ ...identified(`${suite}-copy`, key), validFrom: dates.past }), key, dates.past);
  const altered = JSON.parse(JSON.stringify(copy).replace('"8.5"', '"9.5"')) as Document;
  return [
    jsonSample('open-badges-3', `${suite}-copy`, copy, { ...known('valid', suite), stated: 7 }),
    jsonSample('open-badges-3', `${suite}-copy-altered`, altered, { kind: 'altered', suite, class: 'invalid', headline: 'altered' }),
  ];
}

function identified(name: string, key: DocumentKey): Pick<ClaimsOptions, 'issuer' | 'id'> {
  return { issuer: key.did, id: `https://brightwater.example/credentials/${name}` };
}

const ownContexts: Partial<Readonly<Record<SampleSuite, Parameters<typeof badgeClaims>[1]>>> = {
  Ed25519Signature2020: 'ed25519-2020',
  Ed25519Signature2018: 'ed25519-2018',
};

async function samplesOfSuite({ suite, name, key, other }: Way, dates: SampleDates): Promise<readonly Sample[]> {
  const claimsOf = (options: ClaimsOptions): Document => badgeClaims(options, ownContexts[suite]);
  const named = identified(name, key);
  const make = async (options: ClaimsOptions, created: string): Promise<Document> => signCredential(claimsOf(options), suite, key, created);
  const valid = await make({ ...named, validFrom: dates.past, validUntil: dates.farFuture }, dates.past);
  const expired = await make({ ...named, validFrom: dates.longPast, validUntil: dates.past }, dates.longPast);
  const early = await make({ ...named, validFrom: dates.future }, dates.past);
  const foreign = await make({ ...named, issuer: other.did, validFrom: dates.past }, dates.past);
  const altered = JSON.parse(JSON.stringify(valid).replace('"8.5"', '"9.5"')) as Document;
  return [
    jsonSample('open-badges-3', name, valid, { ...known('valid', suite), stated: 7, title: 'Measuring Air Quality with Open Data' }),
    jsonSample('open-badges-3', `${name}-expired`, expired, { kind: 'expired', suite, class: 'lapsed', headline: 'expired' }),
    jsonSample('open-badges-3', `${name}-not-yet`, early, { kind: 'not-yet', suite, class: 'lapsed', headline: 'not-yet' }),
    jsonSample('open-badges-3', `${name}-altered`, altered, { kind: 'altered', suite, class: 'invalid', headline: 'altered' }),
    jsonSample('open-badges-3', `${name}-foreign-key`, foreign, { kind: 'foreign', suite, class: 'invalid', headline: 'altered' }),
  ];
}

/** A kind of signature that this version does not know, beside claims that would verify otherwise. */
function unknownSuite(signed: Document): Sample {
  const proof = { ...(signed['proof'] as Document), cryptosuite: 'bbs-2023' };
  return jsonSample('open-badges-3', 'unknown-suite', { ...signed, proof }, { kind: 'other', suite: 'bbs-2023', class: 'unknown', headline: 'not-checked' });
}

/** A correct signature by nobody we know. */
export function known(kind: SampleKind, suite: string): Pick<Expected, 'kind' | 'suite' | 'class' | 'headline'> {
  return { kind, suite, class: 'unconfirmed', headline: 'unknown-issuer' };
}

export function jsonSample(vocabulary: string, name: string, document: object, expected: Omit<Expected, 'format' | 'vocabulary'>, format = 'json-credential'): Sample {
  const bytes = new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
  return { name: `${format}/${vocabulary}--${name}`, extension: 'json', bytes, expected: { ...expected, format, vocabulary } };
}
