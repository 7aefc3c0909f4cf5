import { describe, expect, it } from 'vitest';
import { checkLines } from '../../../../src/ui/components/credential/check-words.ts';
import { credentialLook, shareLook } from '../../../../src/ui/components/verdict-looks.ts';
import { examples, exampleShares } from '../../../support/example-credentials.ts';

describe('"No" in the lines of why we say this', () => {
  it.each(['expired', 'not-yet', 'on-hold', 'revoked'] as const)('has the mark and the tone of the verdict: %s', (headline) => {
    const { tone, icon } = credentialLook(headline);
    expect(checkLines(examples[headline], 'kept', 'none').find(({ ask }) => ask === 'why.status')).toMatchObject({ answer: 'why.no', tone, icon });
  });

  it.each(['owner-unproven', 'other-owner'] as const)('has those of the share: %s', (headline) => {
    const { tone, icon } = shareLook(headline);
    expect(checkLines(examples.valid, 'alone', 'other', exampleShares[headline]).find(({ ask }) => ask === 'why.holder')).toMatchObject({ answer: 'why.no', tone, icon });
  });
});
