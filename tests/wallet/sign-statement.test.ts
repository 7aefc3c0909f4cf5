import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toItemId } from '../../src/core/model/ids.ts';
import { codeOf, valueOf } from '../platform/vault/vault-rig.ts';
import { createNodeWorld } from '../support/node-world.ts';

const badge = readFileSync('tests/fixtures/credentials/json-credential/open-badges-3--ecdsa-jcs-2019.json', 'utf8');
const sealed = readFileSync('tests/fixtures/credentials/jws-json/european-learning-model--annex-one.json', 'utf8');
const wishes = { holder: 'name', purpose: 'Admission to nursing' } as const;

async function keeping(file: string) {
  const world = await createNodeWorld();
  valueOf(await world.wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const review = valueOf(await world.wallet.receive(world.received(file)));
  world.wallet.setPending(review);
  const { saved } = valueOf(await world.wallet.save(review.items.map(({ examination }) => examination.id)));
  const doors = await world.wallet.documents();
  const anew = valueOf(await doors.examineAnew(saved));
  return { ...world, doors, anew, made: valueOf(await doors.statement(anew, wishes)) };
}

describe('a statement that is sent signed', () => {
  it('is the very file that would be saved, within a share that holds the original', async () => {
    const { doors, anew, made } = await keeping(badge);
    const share = valueOf(await doors.signStatement(anew, made, wishes));
    expect(share.form).toBe('presentation');
    if (share.seen.kind !== 'share') throw new Error(share.seen.kind);
    expect(Buffer.from(share.seen.statement?.json ?? [])).toEqual(Buffer.from(made.json));
    expect(share.seen.purpose).toBe('Admission to nursing');
    expect(share.seen.axes.unchanged).toBe('yes');
    expect(share.seen.parts).toHaveLength(1);
    expect(new TextDecoder().decode(share.presentation.bytes)).toContain('"verifiableCredential":[{');
  });

  it('is remembered as gone along, by its kind alone; a share without one is not', async () => {
    const { doors, anew, made, wallet } = await keeping(badge);
    valueOf(await wallet.recordShare(valueOf(await doors.signStatement(anew, made, wishes)), 'file', 'handed-over'));
    const plain = valueOf(await wallet.prepareShare([anew[0]?.kept.summary.id ?? toItemId('')], { receiver: '', purpose: '', end: 'none', proof: 'sign' }));
    valueOf(await wallet.recordShare(plain, 'code', 'shown'));
    const { shares } = wallet.state.get().vault;
    expect(shares.map(({ way, along }) => [way, along]).sort()).toEqual([['code', undefined], ['file', ['statement']]]);
  });

  it('is not read to whoever checks a share that was changed: it may be what was changed', async () => {
    const { doors, anew, made, wallet, received } = await keeping(badge);
    const sent = new TextDecoder().decode(valueOf(await doors.signStatement(anew, made, wishes)).presentation.bytes);
    const checked = async (text: string) => {
      const seen = valueOf(await wallet.check(received(text), 'none'));
      if (seen.kind !== 'share') throw new Error(seen.kind);
      return [seen.headline, seen.statement !== undefined];
    };
    expect(await checked(sent)).toEqual(['no-owner-key', true]);
    const changed = sent.replace('Admission to nursing', 'Admission to surgery');
    expect(changed).not.toBe(sent);
    expect(await checked(changed)).toEqual(['share-altered', false]);
  });

  it('never goes out as an original alone: what cannot stand in a share is refused by name', async () => {
    const { doors, anew, made } = await keeping(sealed);
    const refused = await doors.signStatement(anew, made, wishes);
    expect(codeOf(refused)).toBe('present/cannot-enclose');
    expect(refused.ok ? undefined : refused.error.facts['item']).toBe(anew[0]?.kept.summary.id);
  });
});
