import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/model/answers.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { createEdwardsKey, freshSeeds } from '../../../src/tools/sampling/sample-keys.ts';
import { examineCredentialOf, testNow } from '../../support/examining.ts';
import { answered, bitstringEntry, bitstringList, listAddress, statusToken, withStatus } from '../../support/status-lists.ts';

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
  test('B60 a list that dates itself after the day it was had marks no later than that day', async () => {
    const { marks } = await look(await inBitstring(), [answered(await list('2026-11-01T00:00:00Z', { issued: '2036-01-01T00:00:00Z' }))]);
    expect(marks[0]?.at).toBe(toInstant(testNow + 5 * 60_000));
  });
});
