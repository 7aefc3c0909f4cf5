import { describe, expect, it } from 'vitest';
import type { Want } from '../../../src/core/model/answers.ts';
import type { Unreadable } from '../../../src/core/model/examination.ts';
import { describeUnreadable, glimpseOf } from '../../../src/core/formats/glimpse.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { errorText } from '../../../src/ui/components/error-text.ts';
import { unreadableWords } from '../../../src/ui/components/verdict-words.ts';
import { outcomeOf } from '../../../src/ui/screens/ask/ask-flow.ts';
import type { AskLine } from '../../../src/ui/screens/ask/ask-flow.ts';
import { examineBytes } from '../../support/examining.ts';
import { english } from '../english.ts';
import { said } from '../said.tsx';

const want: Want = { url: 'https://school.example/1', purpose: 'status-list' };
const line = (outcome: AskLine['outcome'], isWanted: boolean): AskLine => ({ want, isWanted, ...(outcome === undefined ? {} : { outcome }) });

describe('what came of all questions together', () => {
  it('is never called answered where an answer did not help', () => {
    expect(outcomeOf([line({ kind: 'answered' }, false)])).toBe('ask.done');
    expect(outcomeOf([line({ kind: 'answered' }, false), line(undefined, true)])).toBe('ask.more');
    expect(outcomeOf([line({ kind: 'answered' }, true), line({ kind: 'answered' }, false)])).toBe('ask.is.unhelpful');
    expect(outcomeOf([line({ kind: 'file' }, true)])).toBe('ask.done');
    expect(outcomeOf([line({ kind: 'answered' }, true), line({ kind: 'failed', error: { code: 'remote/no-answer', facts: {} } }, true)])).toBe('ask.failed');
  });
});

describe('a file that belongs elsewhere', () => {
  const list = { LoTE: { ListAndSchemeInformation: { SchemeName: [{ lang: 'en', value: 'Schools' }] }, TrustedEntitiesList: [] } };
  it('is called a trust list where it is one, and nothing else is', async () => {
    const seen = await examineBytes(JSON.stringify(list));
    expect(seen).toMatchObject({ kind: 'unreadable', looksLike: 'list' });
    if (seen.kind === 'unreadable') expect(said(unreadableWords(seen).text)).toContain('It looks like a trust list.');
    expect(await examineBytes('{"LoTE":{}}')).toMatchObject({ looksLike: 'json' });
    const credential = await examineBytes(JSON.stringify({ ...list, '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], issuer: 'did:web:school.example', credentialSubject: {} }));
    expect(credential.kind).toBe('credential');
  });
  it('is called the keys of an issuer where it is a document of keys', async () => {
    const seen = await examineBytes('{"id":"did:web:school.example","verificationMethod":[]}');
    expect(seen).toMatchObject({ kind: 'unreadable', looksLike: 'keys' });
    expect(await examineBytes('{"id":"https://school.example","verificationMethod":[]}')).toMatchObject({ looksLike: 'json' });
  });
});

describe('a picture that cannot be drawn', () => {
  it('is told apart from one without a code', () => {
    expect(errorText(english, { code: 'receive/no-code-in-image', facts: { picture: false } })).toContain('We cannot open this kind of picture.');
    expect(errorText(english, { code: 'receive/no-code-in-image', facts: { picture: true } })).toContain('We found no code in this picture.');
  });
});

describe('a web page where a credential is expected', () => {
  const look = (text: string): Pick<Unreadable, 'looksLike' | 'error'> => describeUnreadable(glimpseOf({ bytes: new TextEncoder().encode(text), transport: 'file', arrivedAt: toInstant(0) }));
  it('is called one, and other markup is not', () => {
    expect(said(unreadableWords(look('<!DOCTYPE html><title>My badge</title>')).text)).toContain('a web page');
    expect(said(unreadableWords(look('\n<html lang="de"><p>Mein Abzeichen</p></html>')).text)).toContain('a web page');
    expect(said(unreadableWords(look('<?xml version="1.0"?><page/>')).text)).toContain('an XML file');
  });
});
