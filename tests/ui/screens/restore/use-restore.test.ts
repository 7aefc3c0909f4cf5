import { describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import type { Attempt } from '../../../../src/core/model/attempt.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import { createRestoreFlow } from '../../../../src/ui/screens/restore/use-restore.ts';
import type { BackupSecret } from '../../../../src/ui/screens/restore/use-restore.ts';
import { done, inTurn, scriptedWallet } from '../../scripted-wallet.ts';

const bytes = new Uint8Array([9, 9]);
const chosen = new File([bytes], 'mecum-3f9a51c7.age');
const readFile = inTurn(succeed({ bytes, transport: 'file', arrivedAt: toInstant(0) } as const));
const groups = '048218 391074 604125 173655 529486 082309 277198 440861'.split(' ');
const byCode: BackupSecret = { type: 'recovery', groups };
const preview = { items: [{ title: 'A', state: 'new' }], keys: 1, shares: 0, issuers: 0, lists: 0, own: 0, unknownKinds: 0, createdAt: toInstant(0) } as const;
const sheet = { groups, qrText: '', shortId: '3f9a51c7', ageIdentity: '', createdAt: toInstant(0) };
const answer = { added: 1, unreadable: ['B'] };

describe('restore', () => {
  it('names everything that is missing before anything is opened', async () => {
    const { wallet, asked } = scriptedWallet({});
    const restore = createRestoreFlow(wallet);
    await restore.look({ type: 'recovery', groups: groups.map((group, index) => (index === 4 ? '' : group)) });
    expect(restore.flow.get()).toEqual({ kind: 'choose', problems: { file: true, groups: [5], words: false } });
    await restore.look({ type: 'passphrase', words: ' ' });
    expect(restore.flow.get()).toEqual({ kind: 'choose', problems: { file: true, groups: [], words: true } });
    expect(asked).toEqual([]);
  });

  it('keeps the file when the secret does not fit', async () => {
    const wrong = refuse('backup/wrong-secret');
    const { wallet } = scriptedWallet({ transports: { readFile }, wallet: { previewRestore: inTurn(wrong, succeed(preview)) } });
    const restore = createRestoreFlow(wallet);
    await restore.choose(chosen, 'file');
    await restore.look(byCode);
    expect(restore.flow.get()).toEqual({ kind: 'choose', file: { name: chosen.name, bytes }, error: wrong.error });
    await restore.look(byCode);
    expect(restore.flow.get().kind).toBe('preview');
  });

  it('waits for a file that is still being read, and looks once however often that is pressed', async () => {
    const { wallet, asked } = scriptedWallet({ transports: { readFile }, wallet: { previewRestore: inTurn(succeed(preview)) } });
    const restore = createRestoreFlow(wallet);
    const chose = restore.choose(chosen, 'file');
    await Promise.all([chose, restore.look(byCode), restore.look(byCode)]);
    expect(restore.flow.get().kind).toBe('preview');
    expect(asked.filter((name) => name === 'previewRestore')).toHaveLength(1);
  });

  it('says what is wrong with a file that was still being read, and then that none is chosen', async () => {
    const unread = refuse('receive/empty');
    const { wallet } = scriptedWallet({ transports: { readFile: inTurn(unread) } });
    const restore = createRestoreFlow(wallet);
    await Promise.all([restore.choose(chosen, 'file'), restore.look(byCode)]);
    expect(restore.flow.get()).toEqual({ kind: 'choose', error: unread.error });
    await restore.look(byCode);
    expect(restore.flow.get()).toEqual({ kind: 'choose', problems: { file: true, groups: [], words: false } });
  });

  it('waits for nothing that could not be loaded: says so at each step, and goes on when asked again', async () => {
    const gone = refuse('device/worker-failed');
    const { error } = gone;
    const once = <T>(value: T) => inTurn<unknown>(gone, value) as () => Promise<T>;
    const { wallet } = scriptedWallet({ transports: { readFile }, wallet: { previewRestore: once(succeed(preview)), restore: once(succeed(answer)) } });
    const restore = createRestoreFlow(wallet);
    await restore.choose(chosen, 'file');
    await restore.look(byCode);
    expect(restore.flow.get()).toMatchObject({ kind: 'choose', file: { name: chosen.name }, error });
    await restore.look(byCode);
    await restore.restore('merge');
    expect(restore.flow.get()).toMatchObject({ kind: 'preview', error });
    await restore.restore('merge');
    expect(restore.flow.get().kind).toBe('done');
    const bare = scriptedWallet({ status: { kind: 'absent' }, transports: { readFile }, wallet: { previewRestore: inTurn(succeed(preview)), judgePassphrase: once(succeed(undefined)) as never, protectByPassphrase: once(succeed(sheet)), restore: inTurn(succeed(answer)) } });
    const first = createRestoreFlow(bare.wallet);
    await first.choose(chosen, 'file');
    await first.look(byCode);
    await first.restore('merge');
    const lock = { passphrase: 'six words that are not in any list' };
    for (const _step of ['judging', 'making']) {
      await first.protect(lock);
      expect(first.flow.get()).toMatchObject({ kind: 'protect', error });
    }
  });

  it('restores into an open vault and names what could not be read', async () => {
    const { wallet, asked } = scriptedWallet({
      transports: { readFile },
      wallet: { previewRestore: inTurn(succeed(preview)), restore: inTurn(succeed(answer)) },
    });
    const restore = createRestoreFlow(wallet);
    await restore.choose(chosen, 'file');
    await restore.look(byCode);
    await restore.restore('merge');
    expect(restore.flow.get()).toEqual({ kind: 'done', added: 1, unreadable: ['B'], newSheet: false });
    expect(asked).not.toContain('protectByPasskey');
  });

  it('makes a lock first where there is none, and keeps the sheet whose code opened the file', async () => {
    const given: (string | undefined)[] = [];
    const { wallet } = scriptedWallet({
      status: { kind: 'absent' },
      transports: { readFile },
      wallet: {
        previewRestore: inTurn(succeed(preview)),
        restore: inTurn(succeed(answer)),
        judgePassphrase: inTurn(done),
        protectByPassphrase: (_words, code) => {
          given.push(code);
          return Promise.resolve(succeed(sheet));
        },
      },
    });
    const restore = createRestoreFlow(wallet);
    await restore.choose(chosen, 'file');
    await restore.look(byCode);
    await restore.restore('merge');
    expect(restore.flow.get().kind).toBe('protect');
    await restore.protect({ passphrase: 'six words of my own making' });
    expect(given).toEqual([groups.join(' ')]);
    expect(restore.flow.get()).toEqual({ kind: 'done', added: 1, unreadable: ['B'], newSheet: false });
  });

  it('says that there is a new sheet where words opened the file', async () => {
    const given: (string | undefined)[] = [];
    const { wallet } = scriptedWallet({
      status: { kind: 'absent' },
      transports: { readFile },
      wallet: {
        previewRestore: inTurn(succeed(preview)),
        restore: inTurn(succeed(answer)),
        protectByPasskey: (code) => {
          given.push(code);
          return Promise.resolve(succeed(sheet));
        },
      },
    });
    const restore = createRestoreFlow(wallet);
    await restore.choose(chosen, 'file');
    await restore.look({ type: 'passphrase', words: 'words of the file' });
    await restore.restore('merge');
    await restore.protect('passkey');
    expect(given).toEqual([undefined]);
    expect(restore.flow.get()).toMatchObject({ kind: 'done', newSheet: true });
  });

  it('stays at the lock without a pause where the words are too easy, and makes one lock of two presses', async () => {
    const kinds: string[] = [];
    const { wallet, asked } = scriptedWallet({
      status: { kind: 'absent' },
      transports: { readFile },
      wallet: {
        previewRestore: inTurn(succeed(preview)),
        restore: inTurn(succeed(answer)),
        judgePassphrase: inTurn<Attempt<void>>(refuse('vault/weak-secret', { reason: 'short' }), done),
        protectByPassphrase: inTurn(succeed(sheet)),
      },
    });
    const restore = createRestoreFlow(wallet);
    await restore.choose(chosen, 'file');
    await restore.look(byCode);
    await restore.restore('merge');
    restore.flow.subscribe(() => kinds.push(restore.flow.get().kind));
    await restore.protect({ passphrase: 'easy' });
    expect(kinds).toEqual(['protect']);
    expect(restore.flow.get()).toMatchObject({ error: { code: 'vault/weak-secret' } });
    await Promise.all([restore.protect({ passphrase: 'plum kettle orbit' }), restore.protect({ passphrase: 'plum kettle orbit' })]);
    expect(asked.filter((name) => name === 'protectByPassphrase')).toHaveLength(1);
    expect(restore.flow.get().kind).toBe('done');
  });

  it('stays at the lock when making it fails; nothing is restored', async () => {
    const { wallet, asked } = scriptedWallet({
      status: { kind: 'absent' },
      transports: { readFile },
      wallet: { previewRestore: inTurn(succeed(preview)), protectByPasskey: inTurn(refuse('device/passkey-without-prf')) },
    });
    const restore = createRestoreFlow(wallet);
    await restore.choose(chosen, 'file');
    await restore.look(byCode);
    await restore.restore('merge');
    await restore.protect('passkey');
    expect(restore.flow.get()).toMatchObject({ kind: 'protect', error: { code: 'device/passkey-without-prf' } });
    expect(asked).not.toContain('restore');
  });

  it('goes back to the preview when the restore fails', async () => {
    const full = refuse('store/quota');
    const { wallet } = scriptedWallet({
      transports: { readFile },
      wallet: { previewRestore: inTurn(succeed(preview)), restore: inTurn(full) },
    });
    const restore = createRestoreFlow(wallet);
    await restore.choose(chosen, 'file');
    await restore.look(byCode);
    await restore.restore('replace');
    expect(restore.flow.get()).toMatchObject({ kind: 'preview', error: full.error });
  });
});
