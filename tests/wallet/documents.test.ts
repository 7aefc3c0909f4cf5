import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toItemId } from '../../src/core/model/ids.ts';
import { codeOf, valueOf } from '../platform/vault/vault-rig.ts';
import { createNodeWorld } from '../support/node-world.ts';

const badge = readFileSync('tests/fixtures/credentials/json-credential/open-badges-3--ecdsa-jcs-2019.json', 'utf8');
const altered = readFileSync('tests/fixtures/credentials/json-credential/open-badges-3--ecdsa-jcs-2019-altered.json', 'utf8');

/** A real wallet that keeps these files. */
async function keeping(...files: readonly string[]) {
  const world = await createNodeWorld();
  valueOf(await world.wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const ids = [];
  for (const file of files) {
    const review = valueOf(await world.wallet.receive(world.received(file)));
    world.wallet.setPending(review);
    ids.push(...valueOf(await world.wallet.save(review.items.map(({ examination }) => examination.id))).saved);
  }
  return { ...world, ids, doors: await world.wallet.documents() };
}

describe('what is taken along', () => {
  it('is examined anew, each once, in the order that was asked, with its original bytes', async () => {
    const { doors, ids } = await keeping(badge, altered);
    const [good, bad] = ids;
    const anew = valueOf(await doors.examineAnew([...ids].reverse().concat(ids)));
    expect(anew.map(({ kept }) => kept.summary.id)).toEqual([bad, good]);
    expect(anew.map(({ examined }) => examined.headline)).toEqual(['altered', 'unknown-issuer']);
    expect(anew.map(({ kept }) => new TextDecoder().decode(kept.raw))).toEqual([altered, badge]);
  });

  it('knows nothing of the learner\'s own list', async () => {
    const { doors, ids, wallet } = await keeping(badge);
    const [id] = ids;
    if (id === undefined) throw new Error('nothing was kept');
    const own = valueOf(await wallet.open(id));
    valueOf(await wallet.knowIssuer(own.examined, 'My school'));
    expect(valueOf(await wallet.open(id)).examined.axes.issuer).toBe('own-list');
    const [seen] = valueOf(await doors.examineAnew([id]));
    expect(seen?.examined.axes.issuer).toBe('unknown');
    expect(JSON.stringify(seen?.examined)).not.toContain('My school');
  });

  it('becomes a statement and the same as JSON', async () => {
    const { doors, ids } = await keeping(badge, altered);
    const anew = valueOf(await doors.examineAnew(ids));
    const { statement, json } = valueOf(await doors.statement(anew, { holder: 'none', purpose: 'Admission to nursing' }));
    expect(statement).toMatchObject({ type: 'RecognitionStatement', purpose: 'Admission to nursing', wallet: { name: 'Mecum' } });
    expect(statement.credentials.map(({ original }) => original.sha256)).toEqual(ids);
    expect(JSON.parse(new TextDecoder().decode(json))).toMatchObject({ type: 'RecognitionStatement', credentials: [{ original: { sha256: ids[0] } }, { original: { sha256: ids[1] } }] });
    expect(valueOf(await doors.stacking(anew)).notSummed).toContainEqual(expect.objectContaining({ item: ids[1], why: 'altered' }));
  });

  it('is remembered once as shared, with names of elements and never a value', async () => {
    const { doors, ids, wallet } = await keeping(badge);
    const anew = valueOf(await doors.examineAnew(ids));
    const { statement } = valueOf(await doors.statement(anew, { holder: 'none', purpose: '' }));
    const note = { id: 'a1'.repeat(16), purpose: 'Application', statement, way: 'file', along: ['statement', 'note'] } as const;
    valueOf(await doors.noteExport(anew, note));
    valueOf(await doors.noteExport(anew, note));
    valueOf(await doors.noteExport(anew, { ...note, id: 'b2'.repeat(16), way: 'print' }));
    const { shares } = wallet.state.get().vault;
    expect(shares).toHaveLength(2);
    const [file, paper] = [shares.find(({ way }) => way === 'file'), shares.find(({ way }) => way === 'print')];
    expect(file).toMatchObject({ purpose: 'Application', receiver: '', result: 'handed-over', proof: 'none', items: [{ id: ids[0] }] });
    expect(file?.along).toEqual(['statement', 'note']);
    // The original in the file says what the paper does not.
    expect(file?.items[0]?.fields).toContain('M1');
    expect(paper?.items[0]?.fields).not.toContain('M1');
    expect(paper?.items[0]?.fields).toContain('M2');
    expect(JSON.stringify(shares.map(({ items }) => items.map(({ fields }) => fields)))).toMatch(/^[[\],"MO\d]*$/);
  });

  it('is refused as a whole where one cannot be opened, and where there is nothing', async () => {
    const { doors, ids, wallet } = await keeping(badge);
    expect(codeOf(await doors.examineAnew([]))).toBe('vault/not-found');
    expect(codeOf(await doors.examineAnew([...ids, toItemId('0'.repeat(64))]))).toBe('vault/not-found');
    await wallet.lock();
    expect(codeOf(await doors.examineAnew(ids))).toBe('vault/locked');
  });
});
