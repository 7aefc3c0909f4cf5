import { expect, test } from 'vitest';
import { ElementValueRow } from '../../../src/ui/components/credential/element-value.tsx';
import { withClaim } from '../../support/european.ts';
import { examineCredentialOf } from '../../support/examining.ts';
import { drawn, read, statementOf } from '../documents/statement-rig.tsx';
import { markup, textOf } from '../said.tsx';

const reissued = await examineCredentialOf(withClaim((claim) => ({ ...claim, awardedBy: { ...claim.awardedBy, awardingDate: '2004-03-31T00:00:00' } })));

test('the page says below the date of issue when it was awarded', () => {
  const values = reissued.elements.find(({ id }) => id === 'M5')?.values ?? [];
  const [issued, awarded] = values.map((value) => textOf(markup(<ElementValueRow value={value} prefer={[]} />)));
  expect([values.length, issued]).toEqual([2, '14 June 2026']);
  expect(awarded).toContain('Awarded: 31 March 2004');
});

test('a statement tells the day of award once, in its own row', () => {
  const text = read(drawn(statementOf([reissued])));
  expect(text.split('31 March 2004').length - 1).toBe(1);
  expect(text).toContain('14 June 2026');
});
