import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../src/core/model/instant.ts';
import { statusListKinds } from '../../../src/core/status-lists/registry.ts';
import { examineCredentialOf, testNow } from '../../support/examining.ts';
import { cast, plain, signJcs, signRaw } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';
import { answered, bitstringClaims, bitstringEntry, bitstringList, encodeBitstring, listAddress, statusToken } from '../../support/status-lists.ts';

const { issuer } = await cast();
const header = { alg: 'EdDSA', kid: issuer.verificationMethod };
const id = 'https://brightwater.example/credentials/plain';

/** A credential with this status entry in each format whose claims are signed. */
const formats: Readonly<Record<string, (entry: Document) => Promise<unknown>>> = {
  'json-credential': (credentialStatus) => signJcs({ ...plain(issuer.did), credentialStatus }, issuer),
  'jwt-credential': (credentialStatus) => signRaw({ ...header, typ: 'vc+jwt' }, { ...plain(issuer.did), credentialStatus }, issuer),
  'jws-json': async (credentialStatus) => {
    const [part, payload, signature] = (await signRaw({ ...header, typ: 'vc+jwt' }, { ...plain(issuer.did), credentialStatus }, issuer)).split('.');
    return { payload, signatures: [{ protected: part, signature }] };
  },
  'sd-jwt': async (entry) => {
    const stated = 'status_list' in entry ? { status: entry } : { credentialStatus: entry };
    return `${await signRaw({ ...header, typ: 'dc+sd-jwt' }, { iss: issuer.did, vct: 'https://brightwater.example/types/1', id, ...stated }, issuer)}~`;
  },
};

/** An entry of each kind, and its list with this credential on it or not. */
const kinds: Readonly<Record<string, { readonly entry: Document; readonly list: (isOnIt: boolean) => Promise<unknown> }>> = {
  'bitstring-status-list': { entry: bitstringEntry(), list: (isOnIt) => bitstringList(issuer, isOnIt ? [5] : []) },
  'status-list-2021': {
    entry: bitstringEntry({ type: 'StatusList2021Entry' }),
    list: (isOnIt) => signJcs(bitstringClaims(issuer.did, [], { type: ['VerifiableCredential', 'StatusList2021Credential'] }, { type: 'StatusList2021', encodedList: encodeBitstring(isOnIt ? [5] : []).slice(1) }), issuer),
  },
  '1edtech-revocation-list': { entry: { id: listAddress, type: '1EdTechRevocationList' }, list: async (isOnIt) => ({ id: listAddress, issuer: issuer.did, revokedCredentials: isOnIt ? [{ id }] : [] }) },
  'token-status-list': { entry: { status_list: { idx: 5, uri: listAddress } }, list: (isOnIt) => statusToken(issuer, Uint8Array.of(isOnIt ? 32 : 0), 1) },
};

async function headlineOf(content: unknown, list?: unknown): Promise<string> {
  const { signer } = await examineCredentialOf(content);
  const ownList = [{ id: '1', keyThumbprint: signer?.keyThumbprint ?? '', issuerId: issuer.did, name: 'Evening school', since: toInstant(0) }];
  const seen = await examineCredentialOf(content, { now: testNow, ownList, answers: list === undefined ? [] : [answered(list)] });
  return seen.headline;
}

describe('every kind of status list, named by a credential of every format', () => {
  test('all registered kinds are among them', () => expect(Object.keys(kinds).sort()).toEqual(statusListKinds.map((kind) => kind.id).sort()));

  test.each(Object.keys(formats).flatMap((format) => Object.keys(kinds).map((kind) => [format, kind] as const)))('%s, %s: taken back, in force, and with nobody asked neither', async (format, kind) => {
    const { entry, list } = kinds[kind] ?? { entry: {}, list: async () => undefined };
    const content = await formats[format]?.(entry);
    expect([await headlineOf(content, await list(true)), await headlineOf(content, await list(false)), await headlineOf(content)]).toEqual(['revoked', 'valid', 'not-checked']);
  });
});
