import { describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import type { Examination } from '../../../../src/core/model/examination.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import { checkOnceMore, forgetCheck, recallCheck, rememberCheck } from '../../../../src/ui/app/flow-memory.ts';
import { lookAgain, together } from '../../../../src/ui/screens/check/look-again.ts';
import { examples } from '../../../support/example-credentials.ts';
import { inTurn, scriptedWallet } from '../../scripted-wallet.ts';

const received = { bytes: new Uint8Array([1]), transport: 'paste', arrivedAt: toInstant(0) } as const;
const unreadable: Examination = { kind: 'unreadable', error: { code: 'receive/empty', facts: {} }, looksLike: 'binary', class: 'refused' };

describe('checking the same thing once more', () => {
  it('looks at the same bytes against the same expectation, and keeps what cannot be looked at again', async () => {
    const expected: unknown[] = [];
    const { wallet } = scriptedWallet({
      wallet: {
        checkAgain: (item, expectation) => {
          expected.push([item, expectation]);
          return Promise.resolve(succeed<Examination>(examples['unknown-issuer']));
        },
      },
    });
    const seen = await lookAgain(wallet, [{ seen: examples['not-checked'], received }, { seen: unreadable }], { challenge: '42', domain: 'Us' });
    expect(seen).toEqual({ kind: 'collection', parts: [examples['unknown-issuer'], unreadable], class: 'refused' });
    expect(expected).toEqual([[received, { challenge: '42', domain: 'Us' }]]);
  });

  it('keeps what was seen where the second look fails', async () => {
    const { wallet } = scriptedWallet({ wallet: { checkAgain: inTurn(refuse('device/timed-out')) } });
    expect(await lookAgain(wallet, [{ seen: examples.valid, received }], 'none')).toBe(examples.valid);
    expect(together([{ seen: examples.valid }])).toBe(examples.valid);
  });

  it('never takes the place of what was checked meanwhile', async () => {
    let answer: (seen: Examination) => void = () => undefined;
    rememberCheck(examples['not-checked'], () => new Promise((resolve) => (answer = resolve)));
    const late = checkOnceMore();
    rememberCheck(examples.altered, () => Promise.resolve(examples.altered));
    answer(examples.valid);
    expect(await late).toBe(examples.altered);
    expect(recallCheck()).toBe(examples.altered);
  });

  it('is what the result page shows from then on, and nothing once the result was discarded', async () => {
    rememberCheck(examples['not-checked'], () => Promise.resolve(examples.valid));
    expect(await checkOnceMore()).toBe(examples.valid);
    expect(recallCheck()).toBe(examples.valid);
    forgetCheck();
    expect(await checkOnceMore()).toBeUndefined();
  });
});
