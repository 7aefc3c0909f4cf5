import { beforeEach, describe, expect, it } from 'vitest';
import { refuse, succeed } from '../../../../src/core/model/attempt.ts';
import type { Examination } from '../../../../src/core/model/examination.ts';
import { toInstant } from '../../../../src/core/model/instant.ts';
import { createCheckFlow } from '../../../../src/ui/screens/check/use-check.ts';
import { expectationFrom, writeExpectation } from '../../../../src/ui/screens/check/expectation.ts';
import { inTurn, scriptedWallet } from '../../scripted-wallet.ts';

const received = { bytes: new Uint8Array([1]), transport: 'paste', arrivedAt: toInstant(0) } as const;
const read = inTurn(succeed(received));
const unreadable: Examination = { kind: 'unreadable', error: { code: 'open/malformed', facts: {} }, looksLike: 'text', class: 'refused' };
const empty: Examination = { kind: 'collection', parts: [], class: 'unknown' };

beforeEach(() => writeExpectation({ given: false, code: '', name: '' }));

describe('check', () => {
  it('never starts the vault and never touches it', async () => {
    const results: Examination[] = [];
    const { wallet, asked } = scriptedWallet({ wallet: { check: inTurn(succeed(unreadable)) }, transports: { readText: read } });
    await createCheckFlow(wallet, (result) => results.push(result)).checkText('{}');
    expect(results).toEqual([unreadable]);
    expect(asked.filter((name) => !name.startsWith('transports.'))).toEqual(['check']);
  });

  it('checks the other files where one of several cannot be read', async () => {
    const results: Examination[] = [];
    const readFile = inTurn(refuse('receive/empty'), succeed(received));
    const { wallet } = scriptedWallet({ wallet: { check: inTurn(succeed(empty)) }, transports: { readFile } });
    await createCheckFlow(wallet, (result) => results.push(result)).checkFiles([new File([''], 'a.json'), new File(['{}'], 'b.json')], 'file');
    expect(results).toMatchObject([{ kind: 'collection', class: 'refused', parts: [{ kind: 'unreadable', error: { code: 'receive/empty' } }, empty] }]);
  });

  it('stops where it is told to: no result, no refusal, and no further file is looked at', async () => {
    const results: Examination[] = [];
    const { wallet, asked } = scriptedWallet({
      wallet: { check: (_received, _expected, signal) => new Promise((done) => signal?.addEventListener('abort', () => done(refuse('receive/stopped')))) },
      transports: { readFile: inTurn(succeed(received), succeed(received)) },
    });
    const check = createCheckFlow(wallet, (result) => results.push(result));
    const run = check.checkFiles([new File(['{}'], 'a.json'), new File(['{}'], 'b.json')], 'file');
    await expect.poll(() => check.flow.get().kind).toBe('checking');
    check.stop();
    await run;
    expect([check.flow.get(), results]).toEqual([{ kind: 'idle' }, []]);
    expect(asked.filter((name) => name === 'check')).toHaveLength(1);
  });

  it('stops at once where a file does not come, and what comes late disturbs nothing', async () => {
    const results: Examination[] = [];
    let come = (): void => undefined;
    const { wallet, asked } = scriptedWallet({ transports: { readFile: () => new Promise((done) => (come = () => done(succeed(received)))) } });
    const check = createCheckFlow(wallet, (result) => results.push(result));
    const first = check.checkFiles([new File(['{}'], 'a.json')], 'file');
    const comeFirst = come;
    check.stop();
    expect(check.flow.get()).toEqual({ kind: 'idle' });
    void check.checkFiles([new File(['{}'], 'b.json')], 'file');
    comeFirst();
    await first;
    expect([check.flow.get(), results, asked.filter((name) => name === 'check')]).toEqual([{ kind: 'reading' }, [], []]);
  });

  it('says none to the wallet where nothing is expected, and the code and name where both are given', async () => {
    const expected: unknown[] = [];
    const { wallet } = scriptedWallet({
      wallet: {
        check: (_received, expectation) => {
          expected.push(expectation);
          return Promise.resolve(succeed(empty));
        },
      },
      transports: { readText: read },
    });
    const check = createCheckFlow(wallet, () => undefined);
    await check.checkText('x');
    writeExpectation({ given: true, code: ' 42 ', name: 'Kotihoiva Oy' });
    await check.checkText('x');
    expect(expected).toEqual(['none', { challenge: '42', domain: 'Kotihoiva Oy' }]);
  });

  it('reads nothing while the code or the name is missing: an expectation is never dropped silently', async () => {
    const { wallet, asked } = scriptedWallet({});
    const check = createCheckFlow(wallet, () => undefined);
    writeExpectation({ given: true, code: '42', name: ' ' });
    await check.checkText('x');
    expect(check.flow.get()).toEqual({ kind: 'problems', problems: ['name'] });
    writeExpectation({ given: true, code: '', name: '' });
    await check.checkText(' ');
    expect(check.flow.get()).toEqual({ kind: 'problems', problems: ['text', 'code', 'name'] });
    expect(asked).toEqual([]);
    expect(expectationFrom({ given: false, code: '42', name: 'x' })).toBe('none');
  });

  it('keeps a pasted web address to be shown, and opens nothing', async () => {
    const error = refuse('receive/web-address');
    const { wallet, asked } = scriptedWallet({ transports: { readText: inTurn(error) } });
    const check = createCheckFlow(wallet, () => undefined);
    await check.checkText(' https://example.org/badge ');
    expect(check.flow.get()).toEqual({ kind: 'refused', error: error.error, text: 'https://example.org/badge' });
    expect(asked).toEqual(['transports.readText']);
  });

  it('never shows the text of a link that could not be read', async () => {
    const error = refuse('receive/incomplete-link');
    const { wallet } = scriptedWallet({ transports: { readText: inTurn(error) } });
    const check = createCheckFlow(wallet, () => undefined);
    await check.checkLink('https://mecum.example/#/check/1/AA');
    expect(check.flow.get()).toEqual({ kind: 'refused', error: error.error });
  });

  it('gives several files one result with a verdict each; photos are read for a code', async () => {
    const results: Examination[] = [];
    const { wallet, asked } = scriptedWallet({
      wallet: { check: inTurn(succeed<Examination>(unreadable), succeed<Examination>(empty)) },
      transports: { readFile: read, readPhoto: read },
    });
    const files = [new File(['{}'], 'a.json', { type: 'application/json' }), new File(['x'], 'b.png', { type: 'image/png' })];
    await createCheckFlow(wallet, (result) => results.push(result)).checkFiles(files, 'drop');
    expect(results).toEqual([{ kind: 'collection', parts: [unreadable, empty], class: 'refused' }]);
    expect(asked).toEqual(['transports.readFile', 'check', 'transports.readFile', 'check']);
  });
});
