import { describe, expect, it } from 'vitest';
import { createFlow } from '../../../src/ui/app/flow.ts';

describe('createFlow', () => {
  it('begins once, with the first listener, and never without one', () => {
    let begun = 0;
    const flow = createFlow('first', () => (begun += 1));
    expect(begun).toBe(0);
    const stop = flow.subscribe(() => undefined);
    stop();
    flow.subscribe(() => undefined);
    expect(begun).toBe(1);
  });

  it('tells every listener of each change until it stops', () => {
    const flow = createFlow(0);
    const seen: number[] = [];
    const stop = flow.subscribe(() => seen.push(flow.get()));
    flow.set(1);
    flow.set(2);
    stop();
    flow.set(3);
    expect(seen).toEqual([1, 2]);
    expect(flow.get()).toBe(3);
  });
});
