import { describe, expect, it } from 'vitest';
import { catchArrivedLink, onArrivedLink, takeArrivedLink } from '../../../src/ui/app/arrived-link.ts';
import type { Address } from '../../../src/ui/app/arrived-link.ts';

function addressAt(hash: string) {
  const location = { href: `https://mecum.example/${hash}`, hash };
  const replaced: string[] = [];
  let changed: () => void = () => undefined;
  const view: Address = {
    location,
    history: {
      state: { kept: true },
      replaceState: (_state, _unused, url) => {
        replaced.push(url);
        location.hash = url;
        location.href = `https://mecum.example/${url}`;
      },
    },
    addEventListener: (_type, listener) => {
      changed = listener;
    },
  };
  const go = (next: string): void => {
    location.hash = next;
    location.href = `https://mecum.example/${next}`;
    changed();
  };
  return { view, replaced, location, go };
}

describe('a link with a payload', () => {
  it('is taken out of the address before anything else and given away once', () => {
    const { view, replaced, location } = addressAt('#/check/1/AAEC');
    catchArrivedLink(view);
    expect(replaced).toEqual(['#/check']);
    expect(location.href).not.toContain('AAEC');
    expect(takeArrivedLink()).toBe('https://mecum.example/#/check/1/AAEC');
    expect(takeArrivedLink()).toBeUndefined();
  });

  it('is taken out when it arrives while the app is open, and the check page is told', () => {
    const { view, replaced, go } = addressAt('#/');
    catchArrivedLink(view);
    expect(replaced).toEqual([]);
    let told = 0;
    const stop = onArrivedLink(() => (told += 1));
    go('#/check/1/BBBB');
    expect(told).toBe(1);
    expect(replaced).toEqual(['#/check']);
    expect(takeArrivedLink()).toContain('BBBB');
    stop();
    go('#/present/1/CCCC');
    expect(told).toBe(1);
    expect(takeArrivedLink()).toContain('CCCC');
  });

  it('leaves every other address alone', () => {
    for (const hash of ['', '#/', '#/check', '#/check/result', '#/check/scan', '#/credential/1/2']) {
      const { view, replaced } = addressAt(hash);
      catchArrivedLink(view);
      expect(replaced).toEqual([]);
      expect(takeArrivedLink()).toBeUndefined();
    }
  });
});
