import { expect, test } from 'vitest';
import { addMade } from '../../../../src/ui/screens/protect/made-words.ts';

test('words that are shown stay, when a second suggestion comes late: they may be written down already', () => {
  const shown = addMade({}, 'made', 'maple harbour violin quiet orange ladder');
  expect(addMade(shown, 'made', 'other words come too late for this')).toBe(shown);
});

test('words and digits do not take each other’s place', () => {
  expect(addMade(addMade({}, 'made', 'six words'), 'digits', '483920 110475')).toEqual({ made: 'six words', digits: '483920 110475' });
});
