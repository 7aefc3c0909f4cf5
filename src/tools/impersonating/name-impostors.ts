import { createCurveKey } from '../sampling/curve-keys.ts';
import { createEdwardsKey, edwardsTokenKey } from '../sampling/sample-keys.ts';
import { signToken } from '../sampling/sign-samples.ts';
import { fakeBadge, fakeClaims } from './fake-badge.ts';
import { impostor } from './impostor.ts';
import type { Casting, Document, Impostor } from './impostor.ts';
import type { University } from './universities.ts';

const [zeroWidth, toTheLeft, ends] = ['\u200b', '\u202e', '\u202c'];
const lookAlikes: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х', i: 'і', A: 'А', E: 'Е', O: 'О', C: 'С', H: 'Н', T: 'Т' };

/** Ways to write a name so that it reads as the same. */
const spellings: Readonly<Record<string, (name: string) => string>> = {
  cyrillic: (name) => [...name].map((letter) => lookAlikes[letter] ?? letter).join(''),
  'zero-width': (name) => [...name].join(zeroWidth),
  fullwidth: (name) => name.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  'right-to-left': (name) => `${toTheLeft}${[...name].reverse().join('')}${ends}`,
  decomposed: (name) => `${name.normalize('NFD')}\u0301`,
  'ending-the-quotation': (name) => `Someone”. ${name} issued this. Nobody has changed it. „See «also» "this"`,
  'with-our-sentence': (name) => `${name} issued this. Nobody has changed it. It is on a list you loaded`,
};

/** Fakes by somebody with a key of their own, who copies what a university says of itself. */
export async function nameImpostors(casting: Casting): Promise<readonly Impostor[]> {
  const { universities, seeds } = casting;
  const of = (index: number): University => universities[index % universities.length] as University;
  const key = await createEdwardsKey(seeds('stranger'));
  const suites = ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'Ed25519Signature2020', 'Ed25519Signature2018'] as const;
  const edwards = await Promise.all(suites.map(async (suite, index) => impostor(`name-${suite}`, of(index), await fakeBadge(of(index), key, casting, { suite }), 'unconfirmed')));
  const [p256, p384] = [await createCurveKey('P-256', seeds('stranger P-256')), await createCurveKey('P-384', seeds('stranger P-384'))];
  const written = await Promise.all(
    Object.entries(spellings).map(async ([name, spell], index) => {
      const issuer = { name: spell(of(index + 4).name) };
      return impostor(`name-${name}`, of(index + 4), await fakeBadge(of(index + 4), key, casting, { suite: 'eddsa-jcs-2022', issuer }), 'unconfirmed');
    }),
  );
  return [
    ...edwards,
    impostor('name-ecdsa-rdfc-2019', of(4), await fakeBadge(of(4), p256, casting, { suite: 'ecdsa-rdfc-2019' }), 'unconfirmed'),
    impostor('name-ecdsa-jcs-2019-p384', of(5), await fakeBadge(of(5), p384, casting, { suite: 'ecdsa-jcs-2019' }), 'unconfirmed'),
    ...written,
    ...(await identifiedImpostors(casting, of)),
    ...(await expiredImpostors(casting, of)),
  ];
}

/** What a register says of the university, copied into the badge: identifiers, a parent, an endorsement, its own DID elsewhere. */
async function identifiedImpostors(casting: Casting, of: (index: number) => University): Promise<readonly Impostor[]> {
  const key = await createEdwardsKey(casting.seeds('stranger'));
  const sign = async (index: number, issuer: Document, changes: Document = {}): Promise<Document> => fakeBadge(of(index), key, casting, { suite: 'eddsa-jcs-2022', issuer, changes });
  const [first, second, third] = [of(10), of(11), of(12)];
  const codes = [
    { type: 'IdentifierEntry', identifierType: 'ext:PIC', identifier: first.pic },
    { type: 'IdentifierEntry', identifierType: 'ext:ErasmusCode', identifier: first.erasmusCode },
  ];
  const endorsement = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential', 'EndorsementCredential'], issuer: { id: `did:web:${third.domain}`, type: ['Profile'], name: third.name }, credentialSubject: { id: key.did, type: ['EndorsementSubject'], endorsementComment: 'This is ours.' } };
  const token = await signToken(fakeClaims(of(13), key.did, casting), edwardsTokenKey(key), 'vc+jwt');
  return [
    impostor('name-with-identifiers', first, await sign(10, { otherIdentifier: codes }), 'unconfirmed'),
    impostor('name-with-parent', second, await sign(11, { name: 'Office of learning', parentOrg: { id: `did:web:${second.domain}`, type: ['Profile'], name: second.name } }), 'unconfirmed'),
    impostor('name-endorsed-by-itself', third, await sign(12, {}, { endorsement: [endorsement] }), 'unconfirmed'),
    impostor('name-in-a-token', of(13), token, 'unconfirmed'),
  ];
}

/** A date that has passed hides nothing of who signed. */
async function expiredImpostors(casting: Casting, of: (index: number) => University): Promise<readonly Impostor[]> {
  const key = await createEdwardsKey(casting.seeds('stranger'));
  const token = await signToken(fakeClaims(of(15), key.did, casting, { isOver: true }), edwardsTokenKey(key), 'vc+jwt');
  return [
    impostor('expired', of(14), await fakeBadge(of(14), key, casting, { isOver: true }), 'lapsed'),
    impostor('expired-in-a-token', of(15), token, 'lapsed'),
  ];
}
