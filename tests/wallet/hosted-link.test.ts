import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../src/core/model/attempt.ts';
import { credentialsIn } from '../../src/core/model/examination.ts';
import type { Examination } from '../../src/core/model/examination.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

const link = 'https://badges.brightwater.example/assertions/17';
const { answers } = JSON.parse(readFileSync('tests/fixtures/credentials/badge-2/open-badges-2--hosted.expected.json', 'utf8')) as { readonly answers: Readonly<Record<string, string>> };
const now = toInstant(Date.UTC(2026, 10, 20));

/** The badge's own site, and what it was asked. */
async function world() {
  const asked: string[] = [];
  const made = await createNodeWorld(undefined, async (url) => {
    asked.push(url);
    const text = answers[url];
    return text === undefined ? refuse('remote/refused', { status: 404 }) : succeed({ url, bytes: new TextEncoder().encode(text), at: now, basis: 'live' });
  });
  made.rig.time.now = now;
  await made.wallet.start();
  return { ...made, asked };
}

const wanted = (seen: Examination): readonly string[] => credentialsIn(seen).flatMap(({ wants }) => wants.map(({ url }) => url));
const headline = (seen: Examination): string | undefined => credentialsIn(seen)[0]?.headline;

describe('a badge that lives at an address, added by that address', () => {
  it('was asked for once: only what it leads to is wanted, in both rooms', async () => {
    const { wallet, asked } = await world();
    const received = valueOf(await wallet.fetchLink(link));
    const review = valueOf(await wallet.receive(received));
    expect(wanted(review.examination)).toEqual([link.replace('assertions/17', 'badges/3')]);
    const seen = valueOf(await wallet.check(received, 'none'));
    expect(wanted(seen)).toEqual(wanted(review.examination));
    expect(asked).toEqual([link]);
  });

  it('fits when its parts have answered, and still after it was saved', async () => {
    const { wallet, asked, rig } = await world();
    valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
    let review = valueOf(await wallet.receive(valueOf(await wallet.fetchLink(link))));
    wallet.setPending(review);
    while (wanted(review.examination).length > 0) {
      for (const want of credentialsIn(review.examination).flatMap(({ wants }) => wants)) await wallet.ask(want, 'wallet');
      review = valueOf(await wallet.reviewAgain());
    }
    expect(headline(review.examination)).toBe('unknown-issuer');
    expect(asked.filter((url) => url === link)).toHaveLength(1);
    const [id] = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id))).saved;
    expect(valueOf(await rig.vault.answers([link]))).toHaveLength(1);
    if (id === undefined) throw new Error('nothing was saved');
    expect(valueOf(await wallet.open(id)).examined.headline).toBe('unknown-issuer');
  });

  it('is asked for where it came as a file: no address has said that it lives there', async () => {
    const { wallet, received } = await world();
    expect(wanted(valueOf(await wallet.receive(received(answers[link] ?? ''))).examination)).toContain(link);
  });
});
