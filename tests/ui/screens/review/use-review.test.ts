import { describe, expect, it } from 'vitest';
import { firstChoice, unreadableParts } from '../../../../src/ui/screens/review/use-review.ts';
import { examples } from '../../../support/example-credentials.ts';

describe('the first choice in a review', () => {
  it('is the one credential, whatever its verdict, for the person decides', () => {
    expect(firstChoice([{ examination: examples.altered }])).toEqual([examples.altered.id]);
  });

  it('of several is what is new and not broken', () => {
    const chosen = firstChoice([
      { examination: examples.valid },
      { examination: examples.altered },
      { examination: examples.expired, already: 'same' },
      { examination: examples.unsigned, already: 'newer-copy' },
    ]);
    expect(chosen).toEqual([examples.valid.id, examples.unsigned.id]);
  });

  it('finds the parts that could not be read, with the names of whole files', () => {
    const unreadable = { kind: 'unreadable', error: { code: 'open/malformed', facts: {} }, looksLike: 'text', class: 'refused' } as const;
    const named = { ...unreadable, fileName: 'torn.json' };
    expect(unreadableParts({ kind: 'collection', parts: [examples.valid, unreadable, { kind: 'collection', parts: [named], class: 'refused' }], class: 'refused' })).toEqual([unreadable, named]);
    expect(unreadableParts(examples.valid)).toEqual([]);
  });
});
