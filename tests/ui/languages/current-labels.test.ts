import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Labels } from '../../../src/core/model/labels.ts';
import { labelsAtHand, provideLabels, wantLabels } from '../../../src/ui/languages/current-labels.ts';

const labels = (language: string): Labels => ({ language, lists: {}, collected: [] });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
let asked: string[] = [];
let online = true;

beforeEach(() => {
  asked = [];
  online = true;
  provideLabels(async (language) => {
    asked.push(language);
    return online ? labels(language) : undefined;
  });
});

describe('labels at hand', () => {
  it('are loaded once, for who wants them, and each who waits is told', async () => {
    const told = vi.fn<() => void>();
    const before = labelsAtHand();
    wantLabels(['el', 'en'], told);
    const stop = wantLabels(['el'], () => told());
    await settled();
    expect(asked).toEqual(['el', 'en']);
    expect(told).toHaveBeenCalledTimes(4);
    expect(labelsAtHand()).not.toBe(before);
    expect([...labelsAtHand().keys()]).toEqual(['el', 'en']);
    stop();
    wantLabels(['bg'], () => undefined);
    await settled();
    expect(told).toHaveBeenCalledTimes(5);
  });

  it('that cannot be had now are asked for again by the next page', async () => {
    online = false;
    const snapshot = labelsAtHand();
    wantLabels(['mt'], () => undefined)();
    await settled();
    expect(labelsAtHand()).toBe(snapshot);
    online = true;
    wantLabels(['mt'], () => undefined)();
    await settled();
    expect(asked).toEqual(['mt', 'mt']);
    expect(labelsAtHand().get('mt')?.language).toBe('mt');
  });

  it('count a failure as not there', async () => {
    provideLabels(() => Promise.reject(new Error('gone')));
    wantLabels(['ga'], () => undefined)();
    await settled();
    expect(labelsAtHand().size).toBe(0);
  });

  it('of another place come too late', async () => {
    let answer: (labels: Labels) => void = () => undefined;
    provideLabels(() => new Promise((resolve) => (answer = resolve)));
    wantLabels(['ga'], () => undefined)();
    provideLabels(async () => undefined);
    answer(labels('ga'));
    await settled();
    expect(labelsAtHand().size).toBe(0);
  });
});
