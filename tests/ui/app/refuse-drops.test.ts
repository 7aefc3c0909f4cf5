import { expect, it } from 'vitest';
import { refuseDrops } from '../../../src/ui/app/refuse-drops.ts';

function dropped(types: readonly string[], taken = false): Event {
  const view = new EventTarget();
  refuseDrops(view as unknown as Window);
  const event = new Event('drop', { cancelable: true });
  Object.assign(event, { dataTransfer: { types, dropEffect: 'copy' } });
  if (taken) event.preventDefault();
  view.dispatchEvent(event);
  return event;
}

it('keeps the browser from opening a file that was let go beside a place for it', () => {
  const event = dropped(['Files']);
  expect(event.defaultPrevented).toBe(true);
  expect(event).toMatchObject({ dataTransfer: { dropEffect: 'none' } });
});

it('leaves text that is dropped into a field alone, and files that a screen takes', () => {
  expect(dropped(['text/plain']).defaultPrevented).toBe(false);
  expect(dropped(['Files'], true)).toMatchObject({ dataTransfer: { dropEffect: 'copy' } });
});
