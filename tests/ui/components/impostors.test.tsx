import { describe, expect, test } from 'vitest';
import { toQuotedText } from '../../../src/core/model/display-text.ts';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import type { ExaminedCredential, ExaminedShare } from '../../../src/core/model/examination.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import { classOf } from '../../../src/core/model/verdict.ts';
import type { Impostor } from '../../../src/tools/impersonating/impostor.ts';
import { CredentialView } from '../../../src/ui/components/credential-view.tsx';
import { IssuerName } from '../../../src/ui/components/issuer-name.tsx';
import { claimedIssuer, credentialVerdictWords } from '../../../src/ui/components/verdict-words.ts';
import { judgeSummary } from '../../../src/wallet/list-items.ts';
import { summarize } from '../../../src/wallet/summarize.ts';
import { testNow } from '../../support/examining.ts';
import { examineImpostor, genuine, impostors } from '../../support/impersonating.ts';
import { markup, said, textOf } from '../said.tsx';

const modes = ['own', 'review', 'preview', 'check'] as const;

/** What a page says in words of ours, read out or seen: all that is not isolated as somebody else's. */
function ourWords(html: string): string {
  const attributes = [...html.matchAll(/\s(?:alt|title|aria-label|aria-description|placeholder)="([^"]*)"/g)].map(([, text]) => text);
  const text = html.replace(/<bdi[^>]*>.*?<\/bdi>/gs, '…').replace(/<pre[^>]*>.*?<\/pre>/gs, '…');
  return textOf([text, ...attributes].join(' ')).toLowerCase();
}

/** A sentence without what it quotes. */
function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”/g, '“”');
}

/** The name as the list has it, and as the fake writes it. */
function namesOf({ pretends }: Impostor, credential: ExaminedCredential): readonly string[] {
  const claimed = (claimedIssuer(credential) ?? []).map(({ text }) => toQuotedText(text, 300));
  return [pretends.name, ...claimed].filter((name) => name !== '' && !name.startsWith('did:') && !name.startsWith('https:') && !name.startsWith('urn:'));
}

function pagesOf(credential: ExaminedCredential, share: ExaminedShare | undefined): readonly string[] {
  return modes.map((mode) => markup(<CredentialView examined={credential} mode={mode} {...(share === undefined ? {} : { share })} />));
}

function expectNotNamed(credential: ExaminedCredential, name: string, share: ExaminedShare | undefined): void {
  const words = credentialVerdictWords(credential);
  const verdict = [words.text, ...words.more].map((say) => said(say)).join(' ');
  expect(withoutQuotations(verdict)).not.toContain(name);
  expect(withoutQuotations(verdict)).not.toContain('issued this');
  for (const html of pagesOf(credential, share)) {
    expect(ourWords(html)).not.toContain(name.toLowerCase());
    expect(ourWords(html)).not.toContain('issued this');
    for (const [, signer] of html.matchAll(/<dt>(?:Signed|Sealed) by<\/dt>(.*?)<\/div>/gs)) expect(signer).not.toContain(name);
    expect(/<p class="leaf-by">(.*?)<\/p>/s.exec(html)?.[1] ?? '').not.toContain(name);
  }
}

const strangers = impostors.filter(({ name, names }) => names === undefined || name === 'platform-account');

describe('a correctly signed fake on every page of a credential', () => {
  test.each(strangers.map((impostor) => [impostor.name, impostor] as const))('B89 %s: the name it claims stands in no sentence of ours', async (_name, impostor) => {
    const seen = await examineImpostor(impostor);
    const share = seen.kind === 'share' ? seen : undefined;
    for (const credential of credentialsIn(seen)) {
      for (const name of namesOf(impostor, credential)) expectNotNamed(credential, name, share);
    }
  });

  test.each(strangers.map((impostor) => [impostor.name, impostor] as const))('B89 %s: in the list it is nobody’s either', async (_name, impostor) => {
    const judging = { now: testNow, notBefore: toInstant(0), ownList: impostor.ownList };
    for (const credential of credentialsIn(await examineImpostor(impostor))) {
      const item = judgeSummary(summarize(credential, 'received', testNow), judging);
      expect([classOf(item.headline) === 'valid', item.issuerMatch]).toEqual([false, undefined]);
      const card = markup(<IssuerName known={item.issuerMatch?.name} claimed={item.summary.claimedIssuer} prefer={['en']} />);
      for (const name of namesOf(impostor, credential)) expect(ourWords(card)).not.toContain(name.toLowerCase());
    }
  });

  test('who sealed is named, and whom the seal claims to be is not', async () => {
    const impostor = impostors.find(({ name }) => name === 'seal-names-itself-as-the-university');
    if (impostor === undefined) throw new Error('no such impostor');
    const [credential] = credentialsIn(await examineImpostor(impostor));
    if (credential === undefined) throw new Error('no credential');
    const verdict = said(credentialVerdictWords(credential).text);
    expect(verdict).toContain('Harbour Sealing Service');
    expect(verdict).not.toContain(impostor.pretends.name);
    for (const html of pagesOf(credential, undefined)) expect(/<p class="leaf-by">(.*?)<\/p>/s.exec(html)?.[1]).toContain('Harbour Sealing Service');
  });

  test('the positive twin: the genuine one is named as the issuer', async () => {
    for (const twin of genuine.filter((each) => each.class === 'valid')) {
      const [credential] = credentialsIn(await examineImpostor(twin));
      if (credential === undefined) throw new Error('no credential');
      for (const html of pagesOf(credential, undefined)) expect(textOf(/<p class="leaf-by">(.*?)<\/p>/s.exec(html)?.[1] ?? '')).toBe(twin.pretends.name);
    }
  });
});
