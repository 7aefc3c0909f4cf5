import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/model/answers.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { createEdwardsKey, freshSeeds } from '../../../src/tools/sampling/sample-keys.ts';
import { examineCredentialOf, testNow } from '../../support/examining.ts';
import { signJcs } from '../../support/signing.ts';
import { answered, bitstringClaims, bitstringEntry, bitstringList, listAddress, statusToken, withStatus } from '../../support/status-lists.ts';

const issuer = await createEdwardsKey(freshSeeds('issuer'));
const tokenEntry = { status_list: { idx: 5, uri: listAddress } };
const secondsAgo = (seconds: number) => Math.floor(testNow / 1_000) - seconds;
const token = (iat: number, changes = {}) => statusToken(issuer, new Uint8Array(16), 1, { iat, ...changes });
const inToken = () => withStatus(issuer, undefined, { status: tokenEntry });
const inBitstring = () => withStatus(issuer, bitstringEntry());
const list = (validFrom: string, changes = {}, subject = {}) => bitstringList(issuer, [], { validFrom, ...changes }, subject);

async function look(credential: object, answers: readonly Answer[]) {
  const { axes, checks, marks = [] } = await examineCredentialOf(credential, { answers });
  return { status: axes.status, reason: checks.find(({ id }) => id === 'status')?.reason, marks };
}

describe('the newest list that was ever read', () => {
  test.each([
    ['a bitstring', inBitstring, () => list('2026-11-01T00:00:00Z'), () => list('2026-10-01T00:00:00Z'), () => list('2026-11-02T00:00:00Z')],
    ['a token', inToken, () => token(secondsAgo(60)), () => token(secondsAgo(3_600)), () => token(secondsAgo(30))],
  ])('B60 as %s leaves a mark: without it at hand an older one is no answer, it itself and a newer one are', async (_kind, credential, known, older, newer) => {
    const signed = await credential();
    const first = await look(signed, [answered(await known())]);
    expect(first).toMatchObject({ status: 'in-force', marks: [{ url: listAddress, bytes: new Uint8Array(0) }] });
    expect(await look(signed, [answered(await older())]), 'where nothing newer is known').toMatchObject({ status: 'in-force' });
    const replayed = await look(signed, [answered(await older()), ...first.marks]);
    expect(replayed).toMatchObject({ status: 'could-not-check', reason: 'list-out-of-date' });
    expect(replayed.marks.every(({ at }) => at < (first.marks[0]?.at ?? 0)), 'and raises nothing').toBe(true);
    for (const fine of [known, newer]) expect(await look(signed, [answered(await fine()), ...first.marks])).toMatchObject({ status: 'in-force' });
  });
  test('B60 an older list that cancels still cancels: a mark makes nothing better', async () => {
    const { marks } = await look(await inBitstring(), [answered(await list('2026-11-01T00:00:00Z'))]);
    const cancelling = answered(await bitstringList(issuer, [5], { validFrom: '2026-10-01T00:00:00Z' }));
    expect(await look(await inBitstring(), [cancelling, ...marks])).toMatchObject({ status: 'cancelled' });
  });
  test('B60 a mark alone is no list, and one of another issuer or address says nothing', async () => {
    const { marks } = await look(await inBitstring(), [answered(await list('2026-11-01T00:00:00Z'))]);
    expect(await look(await inBitstring(), marks)).toMatchObject({ status: 'could-not-check', reason: 'not-asked' });
    const older = answered(await list('2026-10-01T00:00:00Z'));
    for (const foreign of [{ markOf: '0'.repeat(64) }, { url: `${listAddress}0` }]) {
      const others = marks.map((mark) => ({ ...mark, ...foreign }));
      expect(await look(await inBitstring(), [older, ...others]), JSON.stringify(foreign)).toMatchObject({ status: 'in-force' });
    }
  });
  test.each([
    ['of another address', () => list('2026-11-01T00:00:00Z', { id: `${listAddress}9` })],
    ['for another purpose', () => list('2026-11-01T00:00:00Z', {}, { statusPurpose: 'suspension' })],
    ['that was changed', async () => ({ ...(await list('2026-10-01T00:00:00Z')), validFrom: '2026-11-01T00:00:00Z' })],
    ['by somebody else', async () => bitstringList(await createEdwardsKey(freshSeeds('other')), [])],
  ])('B60 a list %s raises no mark', async (_which, made) => {
    expect(await look(await inBitstring(), [answered(await made())])).toMatchObject({ status: 'could-not-check', marks: [] });
  });
  test('B60 what one issuer marks at an address says nothing of the lists of another there', async () => {
    const other = await createEdwardsKey(freshSeeds('other'));
    const { marks } = await look(await withStatus(other, bitstringEntry()), [answered(await bitstringList(other, [], { validFrom: '2026-11-01T00:00:00Z' }))]);
    expect(marks.length).toBe(1);
    expect(await look(await inBitstring(), [answered(await list('2026-10-01T00:00:00Z')), ...marks])).toMatchObject({ status: 'in-force' });
  });
  test('B60 a list without any date is no answer beside a mark', async () => {
    const undated = async () => answered(await signJcs(bitstringClaims(issuer.did, [], { validFrom: undefined }), issuer, { created: undefined }));
    expect(await look(await inBitstring(), [await undated()])).toMatchObject({ status: 'in-force', marks: [] });
    const { marks } = await look(await inBitstring(), [answered(await list('2026-11-01T00:00:00Z'))]);
    expect(await look(await inBitstring(), [await undated(), ...marks])).toMatchObject({ status: 'could-not-check', reason: 'list-out-of-date' });
  });
  test.each([['file', 0], ['live', 1]] as const)('B60 a list whose key is known from a document that came as %s leaves %d marks: anybody can write a file', async (basis, count) => {
    const did = 'did:web:uni.example';
    const method = { id: `${did}#key-0`, type: 'Multikey', controller: did, publicKeyMultibase: issuer.multikey.publicKeyMultibase };
    const key = { ...issuer, did, verificationMethod: method.id };
    const about = answered({ id: did, verificationMethod: [method], assertionMethod: [method.id] }, { url: 'https://uni.example/.well-known/did.json', basis });
    const found = await look(await withStatus(key, bitstringEntry()), [about, answered(await bitstringList(key, [], { validFrom: '2026-11-01T00:00:00Z' }))]);
    expect(found).toMatchObject({ status: 'in-force' });
    expect(found.marks.length).toBe(count);
  });
  test('B60 a list that dates itself after the day it was had marks no later than that day', async () => {
    const { marks } = await look(await inBitstring(), [answered(await list('2026-11-01T00:00:00Z', { issued: '2036-01-01T00:00:00Z' }))]);
    expect(marks[0]?.at).toBe(toInstant(testNow + 5 * 60_000));
  });
});

describe('C26 an answer that a clock far ahead has dated', () => {
  const ahead = { at: toInstant(testNow + 365 * 86_400_000), basis: 'cached' } as const;
  const now = { at: testNow };
  /** Of one date: many issuers never change it. */
  const dated = (revoked: readonly number[]) => bitstringList(issuer, revoked);
  test('B60 is not the latest: what was said since cancels, and what was said before says nothing against a newer list', async () => {
    expect(await look(await inBitstring(), [answered(await dated([]), ahead), answered(await dated([5]), now)])).toMatchObject({ status: 'cancelled' });
    expect(await look(await inBitstring(), [answered(await dated([5]), ahead), answered(await dated([]), now)])).toMatchObject({ status: 'in-force' });
    const [older, newer] = [await list('2026-10-01T00:00:00Z'), await list('2026-11-01T00:00:00Z')];
    expect(await look(await inBitstring(), [answered(older, ahead), answered(newer, now)])).toMatchObject({ status: 'in-force' });
  });
  test('still counts where it is the only one', async () => {
    expect((await look(await inBitstring(), [answered(await dated([5]), ahead)])).status).toBe('cancelled');
  });
});
