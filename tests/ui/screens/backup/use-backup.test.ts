import { describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import { createBackupFlow, createOriginalsFlow } from '../../../../src/ui/screens/backup/use-backup.ts';
import { createCodeTestFlow } from '../../../../src/ui/screens/backup/use-code-test.ts';
import { judgeWords } from '../../../../src/ui/screens/backup/use-words-for-file.ts';
import { done, inTurn, scriptedWallet } from '../../scripted-wallet.ts';

const file = { bytes: new Uint8Array([1, 2]), fileName: 'mecum-3f9a51c7.age', shortId: '3f9a51c7', count: 4 };
const received = { bytes: file.bytes, transport: 'file', arrivedAt: toInstant(0) } as const;
const chosen = new File([file.bytes], file.fileName);
const makeBackup = inTurn(succeed(file));

describe('making a backup', () => {
  it('is not done before the saved file was chosen and fits', async () => {
    const { wallet, asked } = scriptedWallet({
      wallet: { makeBackup, confirmBackup: inTurn(succeed({ count: 4 })) },
      transports: { saveFile: inTurn(succeed({ readBack: false })), readFile: inTurn(succeed(received)) },
    });
    const backup = createBackupFlow(wallet);
    await backup.make('recovery-code');
    expect(backup.flow.get()).toEqual({ kind: 'saved', file });
    expect(asked).not.toContain('confirmBackup');
    await backup.test(file, chosen);
    expect(backup.flow.get()).toEqual({ kind: 'done', count: 4 });
    expect(asked.filter((name) => name === 'released')).toHaveLength(2);
  });

  it('is done at once where the saved file could be read back', async () => {
    const { wallet } = scriptedWallet({
      wallet: { makeBackup, confirmBackup: inTurn(succeed({ count: 4 })) },
      transports: { saveFile: inTurn(succeed({ readBack: true })) },
    });
    const backup = createBackupFlow(wallet);
    await backup.make({ passphrase: 'six words made by the app' });
    expect(backup.flow.get()).toEqual({ kind: 'done', count: 4 });
  });

  it('keeps asking for the file when another one was chosen', async () => {
    const error = refuse('backup/not-the-same');
    const { wallet } = scriptedWallet({
      wallet: { makeBackup, confirmBackup: inTurn(error, succeed({ count: 4 })) },
      transports: { saveFile: inTurn(succeed({ readBack: false })), readFile: inTurn(succeed(received)) },
    });
    const backup = createBackupFlow(wallet);
    await backup.make('recovery-code');
    await backup.test(file, chosen);
    expect(backup.flow.get()).toEqual({ kind: 'saved', file, error: error.error });
    await backup.test(file, chosen);
    expect(backup.flow.get()).toEqual({ kind: 'done', count: 4 });
  });

  it('says so when saving was stopped, and lets go of auto-lock', async () => {
    const { wallet, asked } = scriptedWallet({
      wallet: { makeBackup },
      transports: { saveFile: inTurn(refuse('send/cancelled')) },
    });
    const backup = createBackupFlow(wallet);
    await backup.make('recovery-code');
    expect(backup.flow.get()).toEqual({ kind: 'failed', error: { code: 'send/cancelled', facts: {} } });
    expect(asked.at(-1)).toBe('released');
  });
});

describe('testing a recovery code', () => {
  const groups = '048218 391074 604125 173655 529486 082309 277198 440861'.split(' ');

  it('names short groups without asking the vault', async () => {
    const { wallet, asked } = scriptedWallet({});
    const test = createCodeTestFlow(wallet);
    await test.test(groups.map((group, index) => (index === 2 ? '604' : group)));
    expect(test.flow.get()).toEqual({ kind: 'short', groups: [3] });
    expect(asked).toEqual([]);
  });

  it('says that the code fits only when the vault says so', async () => {
    const wrong = refuse('vault/mistyped-code', { group: 3 });
    const { wallet } = scriptedWallet({ wallet: { testRecoveryCode: inTurn(wrong, done) } });
    const test = createCodeTestFlow(wallet);
    await test.test(groups);
    expect(test.flow.get()).toEqual({ kind: 'wrong', error: wrong.error });
    await test.test(groups);
    expect(test.flow.get()).toEqual({ kind: 'fits' });
  });
});

describe('words for a file', () => {
  it('are refused when empty, different or weak', async () => {
    const weak = refuse('vault/weak-secret', { reason: 'short' });
    const { wallet } = scriptedWallet({ wallet: { judgePassphrase: inTurn(weak, done) } });
    expect(await judgeWords(wallet, '  ', '  ')).toEqual({ kind: 'empty' });
    expect(await judgeWords(wallet, 'one', 'two')).toEqual({ kind: 'differ' });
    expect(await judgeWords(wallet, 'short', 'short')).toEqual({ kind: 'refused', error: weak.error });
    expect(await judgeWords(wallet, 'long enough words', 'long enough words')).toBeUndefined();
  });
});

describe('saving the originals', () => {
  it('counts what was saved', async () => {
    const { wallet } = scriptedWallet({
      wallet: { exportOriginals: inTurn(succeed({ bytes: file.bytes, fileName: 'originals.zip', count: 3 })) },
      transports: { saveFile: inTurn(succeed({ readBack: false })) },
    });
    const originals = createOriginalsFlow(wallet);
    await originals.save();
    expect(originals.flow.get()).toEqual({ kind: 'saved', count: 3 });
  });
});
