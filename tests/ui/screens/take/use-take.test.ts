import { describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import type { Attempt } from '../../../../src/core/model/attempt.ts';
import type { BakedBadge } from '../../../../src/core/model/baked.ts';
import { toItemId } from '../../../../src/core/model/ids.ts';
import type { DocumentDoors } from '../../../../src/wallet/document-doors.ts';
import { createTakeFlow } from '../../../../src/ui/screens/take/use-take.ts';
import type { TakeFlow } from '../../../../src/ui/screens/take/use-take.ts';
import { examples } from '../../../support/example-credentials.ts';
import { fakeDocuments } from '../../../support/fake-documents.ts';
import { scriptedWallet } from '../../scripted-wallet.ts';

const { id } = examples.valid;
const png: BakedBadge = { bytes: Uint8Array.of(1), kind: 'png', mediaType: 'image/png', instead: 'none' };
const svg: BakedBadge = { bytes: Uint8Array.of(2), kind: 'svg', mediaType: 'image/svg+xml', instead: 'none' };

interface Given {
  readonly baked?: (kind?: string) => Attempt<BakedBadge>;
  readonly saved?: Attempt<{ readonly readBack: boolean }>;
  readonly opened?: Attempt<never>;
}

async function taking({ baked = (kind) => succeed(kind === 'svg' ? svg : png), saved = succeed({ readBack: true }), opened }: Given = {}) {
  const files: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }[] = [];
  const doors: DocumentDoors = { ...fakeDocuments(() => [examples.valid]), bake: async (_, kind) => baked(kind) };
  const { wallet, asked } = scriptedWallet({
    wallet: { documents: async () => (opened === undefined ? doors : { ...doors, examineAnew: async () => opened }) },
    transports: {
      saveFile: async (file) => {
        files.push(file);
        return saved;
      },
    },
  });
  const made = createTakeFlow(wallet, toItemId(id));
  const ended = new Promise<void>((done) => made.flow.subscribe(done));
  await ended;
  return { ...made, files, asked, state: (): TakeFlow => made.flow.get() };
}

describe('taking along', () => {
  it('tells what cannot be loaded, waits for nothing, and opens it at the next try', async () => {
    let tries = 0;
    const documents = async (): Promise<DocumentDoors> => {
      const doors = { ...fakeDocuments(() => [examples.valid]), bake: async () => succeed(png) };
      return tries++ === 0 ? { ...doors, examineAnew: async () => refuse('device/worker-failed') } : doors;
    };
    const { flow, again } = createTakeFlow(scriptedWallet({ wallet: { documents } }).wallet, toItemId(id));
    const next = (): Promise<TakeFlow> => new Promise((done) => flow.subscribe(() => (flow.get().kind === 'opening' ? undefined : done(flow.get()))));
    expect(await next()).toEqual({ kind: 'failed', error: { code: 'device/worker-failed', facts: {} } });
    again();
    expect(await next()).toMatchObject({ kind: 'open', item: { examined: { id } } });
  });

  it('opens the credential as others see it, and has the image made before it is asked for', async () => {
    const { state, saveBadge, files, asked } = await taking();
    expect(state()).toMatchObject({ kind: 'open', item: { examined: { id } }, badge: { kind: 'made', badge: png } });
    await saveBadge('png', 'a-badge.png');
    expect(files).toEqual([{ bytes: png.bytes, name: 'a-badge.png', mediaType: 'image/png' }]);
    expect(state()).toMatchObject({ kind: 'open', saved: { what: 'badge' } });
    expect(asked).toContain('released');
  });

  it('makes the other kind when it is asked for, and says where that fails', async () => {
    const good = await taking();
    await good.saveBadge('svg', 'a-badge.svg');
    expect(good.files).toEqual([{ bytes: svg.bytes, name: 'a-badge.svg', mediaType: 'image/svg+xml' }]);
    const bad = await taking({ baked: (kind) => (kind === 'svg' ? refuse('present/cannot-bake', { why: 'character' }) : succeed(png)) });
    await bad.saveBadge('svg', 'a-badge.svg');
    expect(bad.files).toEqual([]);
    expect(bad.state()).toMatchObject({ saved: { what: 'badge', error: { code: 'present/cannot-bake' } } });
  });

  it('has no image where there is no badge, names an original that is one, and tells one that was not read back', async () => {
    const badgeOf = async (why: string) => (await taking({ baked: () => refuse('present/cannot-bake', { why }) })).state();
    expect(await badgeOf('no-badge')).toMatchObject({ badge: { kind: 'none' } });
    expect(await badgeOf('altered')).toMatchObject({ badge: { kind: 'none' } });
    expect(await badgeOf('is-image')).toMatchObject({ badge: { kind: 'is-image' } });
    expect(await badgeOf('read-back')).toMatchObject({ badge: { kind: 'failed', error: { code: 'present/cannot-bake' } } });
    expect((await taking({ baked: () => refuse('device/timed-out') })).state()).toMatchObject({ badge: { kind: 'failed' } });
  });

  it('saves nothing where nothing was made', async () => {
    const { saveBadge, files } = await taking({ baked: () => refuse('present/cannot-bake', { why: 'no-badge' }) });
    await saveBadge('png', 'a.png');
    expect(files).toEqual([]);
  });

  it('says nothing where the picker was closed, and what happened where saving failed', async () => {
    const file = { bytes: Uint8Array.of(3), name: 'a.json', mediaType: 'application/json' };
    const closed = await taking({ saved: refuse('send/cancelled') });
    await closed.save('original', file);
    expect(closed.state()).not.toHaveProperty('saved');
    const full = await taking({ saved: refuse('store/quota') });
    await full.save('resume', file);
    expect(full.state()).toMatchObject({ saved: { what: 'resume', error: { code: 'store/quota' } } });
  });

  it('says why a credential cannot be opened', async () => {
    expect((await taking({ opened: refuse('vault/not-found') })).state()).toEqual({ kind: 'failed', error: { code: 'vault/not-found', facts: {} } });
  });
});
