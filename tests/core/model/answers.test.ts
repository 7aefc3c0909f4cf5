import { describe, expect, test } from 'vitest';
import { allAnswersByUrl, answersByUrl, leastFresh } from '../../../src/core/model/answers.ts';
import type { Answer, Freshness } from '../../../src/core/model/answers.ts';
import { toInstant } from '../../../src/core/model/instant.ts';

const [early, late] = [toInstant(1_000), toInstant(2_000)];
const part = (basis: Freshness['basis'], at = late): Freshness => ({ basis, at });

describe('how fresh the whole is', () => {
  test('as its part that came as a file, however old the others are', () => {
    for (const parts of [[part('cached', early), part('file')], [part('file'), part('live'), part('cached', early)]]) expect(leastFresh(parts)).toEqual(part('file'));
    expect(leastFresh([part('file'), part('file', early)])).toEqual(part('file', early));
  });
  test('else as its oldest that is not from just now, else as its oldest', () => {
    expect(leastFresh([part('live', early), part('cached')])).toEqual(part('cached'));
    expect(leastFresh([part('cached'), part('cached', early)])).toEqual(part('cached', early));
    expect(leastFresh([part('live'), part('live', early)])).toEqual(part('live', early));
    expect(leastFresh([])).toBeUndefined();
  });
});

test('of several answers for one address the latest counts, in any order, and none for another address', () => {
  const answer = (at: typeof early): Answer => ({ url: 'https://school.example/a', bytes: new Uint8Array(), basis: 'live', at });
  for (const answers of [[answer(early), answer(late)], [answer(late), answer(early)]]) {
    const find = answersByUrl(answers);
    expect([find('https://school.example/a')?.at, find('https://school.example/A')]).toEqual([late, undefined]);
    const marked = answers.map((one) => (one.at === late ? { ...one, markOf: '0'.repeat(64) } : one));
    expect([answersByUrl(marked)('https://school.example/a')?.at, allAnswersByUrl(marked)('https://school.example/a').length], 'a mark is no answer').toEqual([early, 1]);
  }
});

test('C26 one that a clock far ahead has dated is no later than any other, and counts where it is the only one', () => {
  const [url, bytes, now] = ['https://school.example/a', new Uint8Array(), toInstant(10_000_000)];
  const [then, ahead, further] = [toInstant(9_000_000), toInstant(90_000_000), toInstant(91_000_000)].map((at): Answer => ({ url, bytes, basis: 'cached', at }));
  if (then === undefined || ahead === undefined || further === undefined) throw new Error('three are made');
  for (const answers of [[ahead, then, further], [then, further, ahead]]) {
    expect(answersByUrl(answers, now)(url)).toBe(then);
    expect(allAnswersByUrl(answers, now)(url)).toEqual([then, further, ahead]);
    expect(answersByUrl(answers)(url)).toBe(further);
  }
  expect(answersByUrl([ahead], now)(url)).toBe(ahead);
});
