import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../platform/vault/vault-rig.ts';
import { createNodeWorld } from '../../../support/node-world.ts';

const root = 'tests/fixtures/credentials';
/** One good file of each packing in which a credential may arrive. */
const packings = readdirSync(root, { withFileTypes: true }).filter((one) => one.isDirectory()).flatMap(({ name }) => {
  const file = readdirSync(join(root, name)).filter((one) => !/altered|foreign|expected|README/.test(one))[0];
  return file === undefined ? [] : [join(root, name, file)];
});

describe('the sum of a file that goes along', () => {
  it.each(packings)('%s: is that of the bytes in it', async (file) => {
    const { wallet, received } = await createNodeWorld();
    valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
    const review = valueOf(await wallet.receive(received(readFileSync(file))));
    wallet.setPending(review);
    const { saved } = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id)));
    const anew = valueOf(await (await wallet.documents()).examineAnew(saved));
    expect(anew).toHaveLength(saved.length);
    for (const { kept, examined } of anew) {
      expect(examined.id).toBe(createHash('sha256').update(kept.raw).digest('hex'));
    }
  });
});
