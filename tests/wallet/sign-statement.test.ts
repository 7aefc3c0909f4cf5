import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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

  it('never goes out as an original alone: what cannot stand in a share is refused by name', async () => {
    const { doors, anew, made } = await keeping(sealed);
    const refused = await doors.signStatement(anew, made, wishes);
    expect(codeOf(refused)).toBe('present/cannot-enclose');
    expect(refused.ok ? undefined : refused.error.facts['item']).toBe(anew[0]?.kept.summary.id);
  });
});
