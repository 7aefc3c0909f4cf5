import { gzipSync } from 'node:zlib';
import { base58 } from '@scure/base';
import { calculateJwkThumbprint } from 'jose';
import { toInstant } from '../../core/model/instant.ts';
import type { OwnListEntry } from '../../core/model/trust.ts';
import { createEdwardsKey, edwardsTokenKey } from '../sampling/sample-keys.ts';
import type { EdwardsKey, TokenKey } from '../sampling/sample-keys.ts';
import { signCredential, signToken } from '../sampling/sign-samples.ts';
import { answers, fakeBadge, fakeClaims } from './fake-badge.ts';
import { impostor } from './impostor.ts';
import type { Casting, Document, Impostor } from './impostor.ts';
import type { University } from './universities.ts';

/** The public part of an Ed25519 key, as tokens bring it. */
function publicJwk({ multikey }: EdwardsKey): { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string } {
  const coded = base58.decode(multikey.publicKeyMultibase.slice(1));
  return { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(coded.slice(2)).toString('base64url') };
}

async function entryOf(university: University, key: EdwardsKey, issuerId: string): Promise<OwnListEntry> {
  return { id: `own-${university.domain}`, keyThumbprint: await calculateJwkThumbprint(publicJwk(key)), issuerId, name: university.name, since: toInstant(0) };
}

/** Fakes of an issuer that the learner knows and has on the own list. */
export async function knownImpostors(casting: Casting): Promise<readonly Impostor[]> {
  const of = (index: number): University => casting.universities[(index + 7) % casting.universities.length] as University;
  const [known, stranger] = [await createEdwardsKey(casting.seeds('known')), await createEdwardsKey(casting.seeds('stranger'))];
  const address = `https://${of(3).domain}/`;
  const [byKey, byAddress] = [await entryOf(of(0), known, known.did), await entryOf(of(3), known, address)];
  const ownList = [byKey];
  const asKnown: EdwardsKey = { ...stranger, did: known.did };
  const token = async (university: University, issuer: string, changes: Partial<TokenKey>): Promise<string> =>
    signToken(fakeClaims(university, issuer, casting), { ...edwardsTokenKey(stranger), ...changes } as TokenKey, 'vc+jwt');
  const bringing = (key: EdwardsKey) => ({ kid: undefined, jwk: publicJwk(key) }) as unknown as Partial<TokenKey>;
  return [
    impostor('known-same-name', of(0), await fakeBadge(of(0), stranger, casting), 'unconfirmed', { ownList }),
    impostor('known-same-did', of(0), await fakeBadge(of(0), asKnown, casting), 'invalid', { ownList }),
    impostor('known-same-did-in-a-token', of(0), await token(of(0), known.did, { kid: known.verificationMethod }), 'invalid', { ownList }),
    impostor('known-key-shown-not-used', of(0), await token(of(0), known.did, { kid: known.verificationMethod, jwk: publicJwk(known) }), 'invalid', { ownList }),
    impostor('known-same-address-other-key', of(3), await token(of(3), address, bringing(stranger)), 'invalid', { ownList: [byAddress] }),
    impostor('known-address-key-shown', of(3), await token(of(3), address, bringing(known)), 'invalid', { ownList: [byAddress] }),
    impostor('known-key-for-another', of(4), await signToken(fakeClaims(of(4), `https://${of(4).domain}/`, casting), { ...edwardsTokenKey(known), ...bringing(known) } as TokenKey, 'vc+jwt'), 'unconfirmed', { ownList: [byAddress] }),
    ...(await statusImpostors(casting, of(0), known, stranger)),
  ];
}

const listAddress = 'https://lists.example/status/1';

function bits(set: readonly number[]): string {
  const bytes = new Uint8Array(16_384);
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (128 >> (index & 7));
  return `u${gzipSync(bytes).toString('base64url')}`;
}

async function listBy(issuer: string, key: EdwardsKey, day: string, set: readonly number[] = []): Promise<Document> {
  const credentialSubject = { id: `${listAddress}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: bits(set) };
  const list = { '@context': ['https://www.w3.org/ns/credentials/v2'], id: listAddress, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer, validFrom: day, credentialSubject };
  return signCredential(list, 'eddsa-jcs-2022', key, day);
}

/** A genuine badge that its issuer may have cancelled, with a list that says otherwise and is not the issuer's. */
async function statusImpostors(casting: Casting, university: University, known: EdwardsKey, stranger: EdwardsKey): Promise<readonly Impostor[]> {
  const { past } = casting.dates;
  const ownList = [await entryOf(university, known, known.did)];
  const credentialStatus = { id: `${listAddress}#5`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '5', statusListCredential: listAddress };
  const badge = await fakeBadge(university, known, casting, { changes: { credentialStatus } });
  const { proof: _proof, ...unsigned } = await listBy(known.did, known, past);
  const make = (name: string, list: Document, expected: Impostor['class'], basis: 'live' | 'file' = 'live'): Impostor =>
    impostor(name, university, badge, expected, { ownList, names: university.name, answers: [answers(listAddress, list, basis)] });
  return [
    make('list-by-another', await listBy(stranger.did, stranger, past), 'unknown'),
    make('list-with-another-key', await listBy(known.did, { ...stranger, did: known.did }, past), 'unknown'),
    make('list-unsigned', unsigned, 'unknown'),
    make('list-unsigned-as-a-file', unsigned, 'unknown', 'file'),
  ];
}

/** The positive twins: signed with the key that is on the own list, and in force by the issuer's own list. */
export async function genuineKnown(casting: Casting): Promise<readonly Impostor[]> {
  const university = casting.universities[0] as University;
  const known = await createEdwardsKey(casting.seeds('known'));
  const credentialStatus = { id: `${listAddress}#5`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '5', statusListCredential: listAddress };
  const badge = await fakeBadge(university, known, casting, { changes: { credentialStatus } });
  const along = { ownList: [await entryOf(university, known, known.did)], names: university.name };
  const list = async (set: readonly number[]) => [answers(listAddress, await listBy(known.did, known, casting.dates.past, set))];
  const address = `https://${university.domain}/`;
  const token = await signToken(fakeClaims(university, address, casting), { ...edwardsTokenKey(known), kid: undefined, jwk: publicJwk(known) } as unknown as TokenKey, 'vc+jwt');
  return [
    impostor('genuine-known', university, await fakeBadge(university, known, casting), 'valid', along),
    impostor('genuine-known-address', university, token, 'valid', { ...along, ownList: [await entryOf(university, known, address)] }),
    impostor('genuine-in-force', university, badge, 'valid', { ...along, answers: await list([7]) }),
    impostor('genuine-and-cancelled', university, badge, 'invalid', { ...along, answers: await list([5]) }),
  ];
}
