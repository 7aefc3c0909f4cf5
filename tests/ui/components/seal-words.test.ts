import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { credentialVerdictWords } from '../../../src/ui/components/verdict-words.ts';
import { examineBytes } from '../../support/examining.ts';
import { exampleCredential } from '../../support/example-credentials.ts';
import { said } from '../said.tsx';

async function wordsOf(name: string): Promise<string> {
  const seen = await examineBytes(new Uint8Array(readFileSync(`tests/fixtures/credentials/jws-json/european-learning-model--${name}.json`)));
  if (seen.kind !== 'credential') throw new Error(seen.kind);
  return said(credentialVerdictWords(seen).text);
}

describe('a seal that does not count, in words', () => {
  it.each([
    ['sealed-key-usage', 'It is signed with a key that is not meant for this.'],
    ['sealed-certificate-over', 'It is signed with a key that was not good on that day.'],
    ['sealed-wrong-chain', 'Its certificates do not fit together.'],
    ['sealed-by-another-organisation', 'It is signed, but with someone else’s key.'],
  ])('%s', async (name, words) => {
    expect(await wordsOf(name)).toContain(words);
  });

  it.each([
    ['relationship', 'It is signed with a key that is not meant for this.'],
    ['key-revoked', 'It is signed with a key that was not good on that day.'],
    ['chain', 'Its certificates do not fit together.'],
    ['anything-else', 'It is signed, but with someone else’s key.'],
  ])('a key of the issuer with a fault: %s', (why, words) => {
    const altered = exampleCredential({ id: 'e0', axes: { unchanged: 'no' }, reasons: { proof: 'wrong-signer' } });
    const checks = altered.checks.map((check) => (check.reason === 'wrong-signer' ? { ...check, state: 'failed' as const, facts: { why } } : check));
    expect(said(credentialVerdictWords({ ...altered, checks }).text)).toContain(words);
  });
});
