import { describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import { createAddFlow } from '../../../../src/ui/screens/add/use-add.ts';
import type { Review } from '../../../../src/wallet/wallet.ts';
import { exampleNow } from '../../../support/example-credentials.ts';
import { createFakeWallet } from '../../../support/fake-wallet.ts';
import type { FakeStart } from '../../../support/fake-wallet.ts';
import { examineBytes } from '../../../support/examining.ts';

function adding(start: FakeStart = {}) {
  const reviews: Review[] = [];
  const add = createAddFlow(createFakeWallet(start), (review) => reviews.push(review));
  return { ...add, reviews };
}

describe('adding', () => {
  it('hands a file over to the review', async () => {
    const { addFiles, flow, reviews } = adding();
    await addFiles([new File(['{}'], 'badge.json')], 'file');
    expect(reviews.map((review) => review.items.length)).toEqual([1]);
    expect(flow.get()).toEqual({ kind: 'idle' });
  });

  it('makes one review of several files', async () => {
    const { addFiles, reviews } = adding();
    await addFiles([new File(['{}'], 'a.json'), new File(['{}'], 'b.json')], 'drop');
    expect(reviews).toHaveLength(1);
    expect(reviews[0]?.examination.kind).toBe('collection');
    expect(reviews[0]?.items).toHaveLength(2);
  });

  it('reviews the files that it can read, and names the others', async () => {
    const { addFiles, flow, reviews } = adding();
    await addFiles([new File(['x'], 'photo.png', { type: 'image/png' }), new File(['{}'], 'a.json')], 'file');
    expect(flow.get()).toEqual({ kind: 'idle' });
    expect(reviews.map(({ items }) => items.length)).toEqual([1]);
    expect(reviews[0]?.examination).toMatchObject({ kind: 'collection', parts: [{ kind: 'credential' }, { kind: 'unreadable', fileName: 'photo.png' }] });
  });

  it('stops where it is told to: nothing is reviewed, no further file is read, and the next try goes its way', async () => {
    const reviews: Review[] = [];
    const wallet = createFakeWallet();
    let received = 0;
    /** Examines for ever, until it is stopped. */
    const endless: typeof wallet.receive = (_received, signal) =>
      new Promise((done) => {
        received += 1;
        signal?.addEventListener('abort', () => done(refuse('receive/stopped')));
      });
    const add = createAddFlow({ ...wallet, receive: endless }, (review) => reviews.push(review));
    for (const _time of [1, 2]) {
      const run = add.addFiles([new File(['{}'], 'a.json'), new File(['{}'], 'b.json')], 'file');
      await expect.poll(() => add.flow.get().kind).toBe('checking');
      add.stop();
      await run;
      expect(add.flow.get()).toEqual({ kind: 'idle' });
    }
    expect([received, reviews]).toEqual([2, []]);
  });

  it('stops at once where a file does not come, and what comes late disturbs nothing', async () => {
    const reviews: Review[] = [];
    const wallet = createFakeWallet();
    let come = (): void => undefined;
    const late: typeof wallet.transports.readFile = () => new Promise((done) => (come = () => done(refuse('receive/empty'))));
    const add = createAddFlow({ ...wallet, transports: { ...wallet.transports, readFile: late } }, (review) => reviews.push(review));
    const first = add.addFiles([new File(['{}'], 'a.json')], 'file');
    const comeFirst = come;
    add.stop();
    expect(add.flow.get()).toEqual({ kind: 'idle' });
    const second = add.addFiles([new File(['{}'], 'b.json')], 'file');
    comeFirst();
    await first;
    expect(add.flow.get()).toEqual({ kind: 'reading' });
    come();
    await second;
    expect([add.flow.get().kind, reviews]).toEqual(['failed', []]);
  });

  it('asks for a text where nothing was pasted, and reads nothing', async () => {
    const { addText, flow, reviews } = adding();
    await addText('  ');
    expect(flow.get()).toEqual({ kind: 'nothing-pasted' });
    expect(reviews).toEqual([]);
  });

  it('shows a web address and never opens it', async () => {
    const { addText, flow, reviews } = adding({ transports: { readText: () => Promise.resolve(refuse('receive/web-address')) } });
    await addText('https://example.org/badge');
    expect(flow.get()).toEqual({ kind: 'failed', error: { code: 'receive/web-address', facts: {} }, text: 'https://example.org/badge' });
    expect(reviews).toEqual([]);
  });

  it('takes what a link gave on the person’s say like a file', async () => {
    const { addReceived, flow, reviews } = adding();
    await addReceived({ bytes: new Uint8Array([1]), transport: 'link', arrivedAt: exampleNow });
    expect(reviews.map((review) => review.items.length)).toEqual([1]);
    expect(flow.get()).toEqual({ kind: 'idle' });
  });

  it.each(['age-encryption.org/v1\n-> X25519', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl'])('leads a backup to restore, as a file and pasted: %j', async (start) => {
    const bytes = new TextEncoder().encode(start);
    const arrives = () => Promise.resolve(succeed({ bytes, transport: 'file' as const, arrivedAt: exampleNow }));
    const receives = await examineBytes(bytes);
    const { addFiles, addText, flow, reviews } = adding({ receives, transports: { readFile: arrives, readText: arrives } });
    await addFiles([new File([start], 'mecum.age')], 'file');
    expect(flow.get()).toEqual({ kind: 'backup' });
    await addText('  ');
    await addText(`\n${start}`);
    expect(flow.get()).toEqual({ kind: 'backup' });
    expect(reviews).toEqual([]);
  });

  it('says which picture has no code', async () => {
    const { addFiles, flow } = adding();
    await addFiles([new File(['x'], 'photo.png', { type: 'image/png' })], 'file');
    expect(flow.get()).toMatchObject({ kind: 'failed', error: { code: 'receive/no-code-in-image' } });
  });
});
