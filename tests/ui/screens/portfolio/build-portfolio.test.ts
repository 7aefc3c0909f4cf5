import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildPortfolio } from '../../../../src/ui/screens/portfolio-file/build-portfolio.ts';
import type { PortfolioOrder } from '../../../../src/ui/screens/portfolio-file/build-portfolio.ts';
import { valueOf } from '../../../platform/vault/vault-rig.ts';
import { createNodeWorld } from '../../../support/node-world.ts';

const badge = readFileSync('tests/fixtures/credentials/json-credential/open-badges-3--ecdsa-jcs-2019.json', 'utf8');
const utf8 = new TextEncoder();

/** A real wallet with one badge and one prior learning with a letter, and the order for a portfolio of both. */
async function ordering() {
  const world = await createNodeWorld();
  const { wallet } = world;
  valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const review = valueOf(await wallet.receive({ ...world.received(badge), fileName: 'badge of Mira.hta' }));
  wallet.setPending(review);
  const { saved } = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id)));
  const own = await wallet.own();
  const files = [{ name: 'medical report.pdf', mediaType: 'application/pdf', bytes: utf8.encode('a letter') }];
  const prior = valueOf(await own.keepPriorLearning({ title: 'Night shifts', what: '', when: '', evidence: [], files }));
  const collection = valueOf(await own.createCollection('Application', ''));
  const items = valueOf(await (await wallet.documents()).examineAnew(saved));
  const order: PortfolioOrder = { form: 'zip', collection, items, prior: [prior], holder: 'name', notes: new Map(), evidence: true };
  return { wallet, order, build: async (changes: Partial<PortfolioOrder> = {}) => valueOf(await buildPortfolio(wallet, { ...order, ...changes })) };
}
const read = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('what goes into a portfolio', () => {
  it('is each original byte for byte, under a name that no system runs, and the evidence', async () => {
    const { build } = await ordering();
    const { files, portfolio } = await build();
    expect(files.map(({ path }) => path)).toEqual(['originals/01-badge-of-Mira-hta.json', 'prior-learning/01-01-medical-report.pdf']);
    expect(files.map(({ bytes }) => read(bytes))).toEqual([badge, 'a letter']);
    expect(portfolio.prior[0]?.files.map(({ given }) => given)).toEqual(['medical report.pdf']);
  });

  it('is not even the name of evidence that she leaves out', async () => {
    const { build } = await ordering();
    for (const form of ['page', 'zip', 'print'] as const) {
      const { files, portfolio } = await build({ form, evidence: false });
      expect(JSON.stringify([portfolio.prior.map((one) => one.files), files.map(({ path }) => path)])).not.toContain('medical');
    }
    // On paper the files cannot go along; that there are some is said, and she sees it before she prints.
    expect((await build({ form: 'print' })).portfolio.prior[0]?.files).toEqual([expect.not.objectContaining({ href: expect.anything() as string })]);
  });

  it('says that originals are missing only where they are, on the page and in the JSON alike', async () => {
    const { build } = await ordering();
    for (const [form, missing] of [['print', true], ['page', false], ['zip', false]] as const) {
      const { portfolio, json } = await build({ form });
      expect(portfolio.statement.notes.includes('originals-not-enclosed'), form).toBe(missing);
      expect(read(json).includes('originals-not-enclosed'), form).toBe(missing);
    }
  });

  it('says nothing of her outside the originals where she shows nothing of herself, not even by the name of a file', async () => {
    const { build } = await ordering();
    const said = async (holder: 'name' | 'none'): Promise<string> => {
      const { json, files, portfolio } = await build({ holder });
      return `${read(json)} ${files.map(({ path }) => path).join(' ')} ${JSON.stringify([portfolio.statement, portfolio.entries.map(({ original, pages }) => [original, pages])])}`;
    };
    expect(await said('name')).toContain('Mira');
    expect(await said('none')).not.toContain('Mira');
    // A credential without a title is called like its file.
    const calledLike = async (holder: 'name' | 'none') => (await build({ holder })).portfolio.entries.map(({ examined }) => examined.fileName);
    expect([await calledLike('name'), await calledLike('none')]).toEqual([['badge of Mira.hta'], [undefined]]);
  });

  it('may be prior learning alone', async () => {
    const { build } = await ordering();
    const { files, portfolio } = await build({ items: [] });
    expect(portfolio.entries).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(['prior-learning/01-01-medical-report.pdf']);
  });
});
