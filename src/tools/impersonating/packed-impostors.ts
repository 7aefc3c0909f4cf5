import { createEdwardsKey, edwardsTokenKey } from '../sampling/sample-keys.ts';
import { signShare, signToken } from '../sampling/sign-samples.ts';
import { makePdf, makePng, makeSvg, makeZip, textChunk } from '../sampling/make-packings.ts';
import { answers, controllerDocument, createKeyOf, fakeBadge, fakeClaims } from './fake-badge.ts';
import { impostor } from './impostor.ts';
import type { Casting, Impostor } from './impostor.ts';
import type { University } from './universities.ts';

const badgeKeyword = 'openbadgecredential';

/** Fakes in a picture, a drawing, an archive, a document and a share: what they come in makes them no truer. */
export async function packedImpostors(casting: Casting): Promise<readonly Impostor[]> {
  const of = (index: number): University => casting.universities[(index + 11) % casting.universities.length] as University;
  const key = await createEdwardsKey(casting.seeds('stranger'));
  const textOf = async (index: number): Promise<string> => JSON.stringify(await fakeBadge(of(index), key, casting));
  const token = await signToken(fakeClaims(of(1), key.did, casting), edwardsTokenKey(key), 'vc+jwt');
  const did = `did:web:evil-${of(2).domain}`;
  const webKey = await createKeyOf(did, casting.seeds('website packed'));
  const served = answers(`https://evil-${of(2).domain}/.well-known/did.json`, controllerDocument(webKey));
  const shared = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], holder: key.did, verifiableCredential: [await fakeBadge(of(5), key, casting)] };
  return [
    impostor('packed-picture', of(0), makePng(textChunk(badgeKeyword, await textOf(0))), 'unconfirmed', { extension: 'png' }),
    impostor('packed-picture-token', of(1), makePng(textChunk(badgeKeyword, token)), 'unconfirmed', { extension: 'png' }),
    impostor('packed-drawing', of(2), new TextEncoder().encode(makeSvg('ob3', { json: JSON.stringify(await fakeBadge(of(2), webKey, casting)) })), 'unconfirmed', { extension: 'svg', answers: [served] }),
    impostor('packed-archive', of(3), makeZip({ 'diploma.json': await textOf(3) }), 'unconfirmed', { extension: 'zip' }),
    impostor('packed-document', of(4), makePdf([await textOf(4)]), 'unknown', { extension: 'pdf' }),
    impostor('packed-share', of(5), await signShare(shared, key, casting.dates.past, 'challenge', 'anyone'), 'unconfirmed'),
  ];
}
