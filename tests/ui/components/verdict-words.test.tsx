import { describe, expect, it } from 'vitest';
import { headlineOf } from '../../../src/core/model/verdict.ts';
import type { CredentialAxes, ShareAxes } from '../../../src/core/model/verdict.ts';
import { credentialLook, shareLook } from '../../../src/ui/components/verdict-looks.ts';
import { notCheckedReason } from '../../../src/ui/components/not-checked-reason.ts';
import { credentialVerdictWords, shareVerdictWords, unreadableWords } from '../../../src/ui/components/verdict-words.ts';
import { exampleCredential, examples, exampleShare, exampleShares } from '../../support/example-credentials.ts';
import { said } from '../said.tsx';

/** Headline and text exactly as the design has them, with the examples' names and dates filled in. */
const credentialTexts: Readonly<Record<keyof typeof examples, readonly [string, string]>> = {
  valid: ['Valid', 'Aalto University issued this. Nobody has changed it. It is not cancelled or expired. Checked today, 14:32.'],
  'valid-earlier': ['Valid when last checked', 'Nobody has changed this. We last asked “is it cancelled?” on 21 November 2026. Go online to ask again.'],
  'no-status': ['Unchanged. No cancel list.', 'Aalto, by Liisa issued this. There is no way to see if it was cancelled later.'],
  'unknown-issuer': ['We cannot tell who signed this', 'The signature fits. But we cannot tell who signed it. It says it is from “جمعية سند للإغاثة”. Ask them through a contact you know.'],
  'not-checked': ['Not checked yet', 'We could not finish the check, because we do not know this kind of signature. This says nothing bad about the credential.'],
  unsigned: ['Not signed', 'This carries no signature. Anyone could have written it. Ask the organisation for a signed copy.'],
  expired: ['Its date has passed', 'It was valid until 9 October 2025. What the person learned stays true. Ask for a newer one if you need it.'],
  'not-yet': ['Not valid yet', 'It starts on 1 January 2027.'],
  'on-hold': ['On hold', 'The issuer has paused this. Ask them why.'],
  revoked: ['Cancelled by the issuer', 'The issuer cancelled this. Do not rely on it. If it is yours, ask them why.'],
  altered: ['The signature does not fit', 'It was changed, damaged, or signed wrongly. Do not rely on it. Get a new copy from the issuer.'],
  'self-made': ['Written by the owner', 'No organisation signed this.'],
  sample: ['Sample', 'An example. Nobody should accept it.'],
};

describe('the verdict of a credential in words', () => {
  it.each(Object.entries(credentialTexts))('%s has its own headline and text', (headline, [word, text]) => {
    const words = credentialVerdictWords(examples[headline as keyof typeof examples]);
    expect(said({ id: words.word })).toBe(word);
    expect(said(words.text)).toBe(text);
  });

  it('differs in icon for every headline, so that colour never stands alone', () => {
    const icons = Object.keys(credentialTexts).map((headline) => credentialLook(headline as keyof typeof examples).icon);
    expect(new Set(icons).size).toBe(icons.length);
    expect(new Set(Object.keys(exampleShares).map((headline) => shareLook(headline as keyof typeof exampleShares).icon)).size).toBe(7);
  });

  it('says wrong-signer and malformed-proof apart from changed', () => {
    const altered = (reason: 'wrong-signer' | 'malformed-proof') => exampleCredential({ id: 'e0', axes: { unchanged: 'no' }, reasons: { proof: reason } });
    expect(said(credentialVerdictWords(altered('wrong-signer')).text)).toContain('It is signed, but with someone else’s key.');
    expect(said(credentialVerdictWords(altered('malformed-proof')).text)).toContain('Its signature is not made as the rules demand.');
  });

  it('says nothing beside a broken signature', () => {
    const examined = exampleCredential({ id: 'e1', axes: { unchanged: 'no', status: 'cancelled', time: 'over', issuer: 'unknown' } });
    expect(credentialVerdictWords(examined).more).toEqual([]);
  });

  it.each([
    ['key-not-here', 'the issuer’s key is not on this device'],
    ['unknown-suite', 'we do not know this kind of signature'],
    ['unknown-context', 'it uses words we do not know'],
    ['context-not-allowed', 'it uses words we do not know'],
    ['base-proof', 'it is the owner’s full copy, made for sharing from'],
    ['issuer-not-bound', 'we cannot connect the key with the issuer'],
    ['timed-out', 'it took too long'],
    ['threw', 'something did not work'],
  ] as const)('gives the reason %s in words', (reason, words) => {
    const examined = exampleCredential({ id: 'e2', axes: { unchanged: 'could-not-check', issuer: 'could-not-check' }, reasons: { proof: reason } });
    expect(said(credentialVerdictWords(examined).text)).toContain(`because ${words}.`);
  });

  it('names the clock, and the question that could not be asked', () => {
    const clock = exampleCredential({ id: 'e3', axes: { time: 'could-not-check' } });
    expect(said(credentialVerdictWords(clock).text)).toContain('because the clock of this device looks wrong.');
    const status = exampleCredential({ id: 'e4', axes: { status: 'could-not-check' } });
    expect(said(credentialVerdictWords(status).text)).toContain('because we could not ask if it was cancelled.');
    expect(notCheckedReason(undefined)).toBe('fault');
  });

  function expectEveryAxisSaid(all: CredentialAxes): void {
    const words = credentialVerdictWords(exampleCredential({ id: 'e5', axes: all }));
    const whole = [words.text, ...words.more].map((say) => said(say)).join(' ');
    const headline = headlineOf(all, 'received');
    if (all.time === 'over') expect(whole, JSON.stringify(all)).toMatch(/valid until|no longer valid/);
    if (all.status === 'cancelled') expect(whole, JSON.stringify(all)).toContain('The issuer cancelled this.');
    if (all.status === 'on-hold') expect(whole, JSON.stringify(all)).toContain('The issuer has paused this.');
    if (all.unchanged === 'yes' && all.issuer === 'unknown') expect(whole, JSON.stringify(all)).toContain('we cannot tell who signed it'.slice(3));
    if (!['valid', 'valid-earlier', 'no-status'].includes(headline)) expect(whole, JSON.stringify(all)).not.toContain('issued this.');
  }

  it('puts every other axis that is not plainly good into the second line, in all combinations', () => {
    const axes = {
      unchanged: ['yes', 'unsigned', 'could-not-check'],
      issuer: ['listed', 'own-list', 'unknown', 'could-not-check'],
      status: ['in-force', 'in-force-earlier', 'cancelled', 'on-hold', 'no-list', 'could-not-check'],
      time: ['within', 'not-yet', 'over', 'not-stated', 'could-not-check'],
    } as const;
    const all = axes.unchanged.flatMap((unchanged) =>
      axes.issuer.flatMap((issuer) => axes.status.flatMap((status) => axes.time.map((time): CredentialAxes => ({ unchanged, issuer, status, time })))),
    );
    expect(all).toHaveLength(3 * 4 * 6 * 5);
    for (const one of all) expectEveryAxisSaid(one);
  });

  it('never repeats the claim of an unknown issuer as a fact', () => {
    const forged = exampleCredential({ id: 'e6', axes: { issuer: 'unknown', status: 'no-list' } });
    const words = credentialVerdictWords(forged);
    const whole = [words.text, ...words.more].map((say) => said(say)).join(' ');
    expect(whole).toContain('It says it is from “Aalto University”');
    expect(whole.replaceAll('“Aalto University”', '')).not.toContain('Aalto');
  });
});

describe('the verdict on what cannot be read', () => {
  it('says what it looks like, or what exactly stopped us', () => {
    const looks = unreadableWords({ looksLike: 'pdf', error: { code: 'receive/unrecognized', facts: {} } });
    expect(said(looks.text)).toBe('It looks like a PDF. Nothing was saved. Your file is unchanged.');
    const truncated = unreadableWords({ looksLike: 'json', error: { code: 'open/truncated', facts: {} } });
    expect(said(truncated.text)).toContain('The end of this is missing.');
  });
});

const shareTexts: Readonly<Record<keyof typeof exampleShares, readonly [string, string]>> = {
  proven: ['Sender holds the key', 'The credential names a key. The sender proved just now that they hold it.'],
  'owner-unproven': ['Owner not proven', 'It names a key, but came without proof. Ask the sender to share it again with “Prove it is me”.'],
  'no-owner-key': ['Names no key', 'Anyone who has this file can show it. Compare the name or e-mail with the person.'],
  'other-owner': ['Made out to someone else’s key', 'The sender’s key is not the one it names.'],
  'wrong-receiver': ['Not an answer to your request', 'It answers another request. Ask again.'],
  'share-ended': ['This share has ended', 'The sender asked you not to use this after 20 November 2026.'],
  'share-altered': ['The share does not fit', 'It was changed or damaged on the way. Ask for it again.'],
};

describe('the verdict of a share in words', () => {
  it.each(Object.entries(shareTexts))('%s has its own headline and text', (headline, [word, text]) => {
    const words = shareVerdictWords(exampleShares[headline as keyof typeof exampleShares]);
    expect(said({ id: words.word })).toBe(word);
    expect(said(words.text)).toBe(text);
  });

  it('says that a share answers the code that the checker gave, only where nothing in it was changed', () => {
    const lines = (axes: Partial<ShareAxes>) => shareVerdictWords(exampleShare(axes)).more.map((more) => said(more));
    expect(lines({ binding: 'challenge-matched' })).toContain('It answers the code you gave.');
    expect(lines({ binding: 'label-only' })).not.toContain('It answers the code you gave.');
    expect(lines({ binding: 'challenge-matched', unchanged: 'could-not-check' })).not.toContain('It answers the code you gave.');
  });

  it('gives the date of a proof made earlier, and the label without comparing it', () => {
    const words = shareVerdictWords(exampleShare({ holder: 'proven-dated' }));
    expect(said(words.text)).toContain('The sender proved on 21 November 2026 that they hold it.');
    expect(words.more.map((more) => said(more))).toEqual([
      'Presented on 21 November 2026 for “Kotihoiva Oy”, not bound to you.',
      'The sender asked you not to use this after 28 November 2026.',
    ]);
  });
});
