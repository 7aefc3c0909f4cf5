import { expect, it } from 'vitest';
import { forgetFlows, pastedText } from '../../../src/ui/app/flow-memory.ts';

it('what was pasted is gone once the wallet is locked: the page for adding can be seen then', () => {
  pastedText.set('eyJh.eyJi.c-_');
  forgetFlows();
  expect(pastedText.get()).toBe('');
});
