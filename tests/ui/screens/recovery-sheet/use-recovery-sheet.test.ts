import { describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import { createSheetFlow } from '../../../../src/ui/screens/recovery-sheet/use-recovery-sheet.ts';
import { done, inTurn, needsProof, scriptedWallet } from '../../scripted-wallet.ts';

const sheet = { groups: ['048218'], qrText: 'q', shortId: '3f9a51c7', ageIdentity: 'AGE', createdAt: toInstant(0) };

describe('recovery sheet', () => {
  it('is not shown before the person proved that it is them', async () => {
    const { wallet, asked } = scriptedWallet({ wallet: { recoverySheet: inTurn<unknown>(needsProof, succeed(sheet)) as never, markSheetSeen: inTurn(done) } });
    const made = createSheetFlow(wallet);
    await made.open();
    expect(made.flow.get()).toEqual({ kind: 'confirm' });
    expect(asked).not.toContain('markSheetSeen');
    await made.open();
    expect(made.flow.get()).toEqual({ kind: 'sheet', sheet, file: 'no' });
    expect(asked).toContain('markSheetSeen');
  });

  it('becomes a file only after the warning, and says when saving was stopped', async () => {
    const names: string[] = [];
    const stopped = refuse('send/cancelled');
    const answers = [stopped, succeed({ readBack: false })];
    const { wallet } = scriptedWallet({
      wallet: { recoverySheet: inTurn(succeed(sheet)), markSheetSeen: inTurn(done) },
      transports: {
        saveFile: ({ name }) => {
          names.push(name);
          return Promise.resolve(answers.shift() ?? stopped);
        },
      },
    });
    const made = createSheetFlow(wallet);
    await made.saveFile('too early');
    expect(names).toEqual([]);
    await made.open();
    made.askFile(true);
    expect(made.flow.get()).toMatchObject({ file: 'asking' });
    await made.saveFile('text');
    expect(made.flow.get()).toMatchObject({ file: 'no', error: stopped.error });
    await made.saveFile('text');
    expect(made.flow.get()).toMatchObject({ file: 'saved' });
    expect(names[0]).toBe('mecum-recovery-sheet-3f9a51c7.txt');
  });
});
