import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Said } from '../../src/ui/components/said.tsx';
import type { Say } from '../../src/ui/components/say.ts';
import { WalletProvider } from '../../src/ui/app/wallet-context.ts';
import { createFakeWallet } from '../support/fake-wallet.ts';
import { englishI18n } from './english.ts';

/** Markup of a part of a screen, in English, with a wallet in memory. */
export function markup(node: ReactNode): string {
  return renderToStaticMarkup(
    <I18nProvider i18n={englishI18n}>
      <WalletProvider value={createFakeWallet()}>{node}</WalletProvider>
    </I18nProvider>,
  );
}

/** What a person reads on a screen: markup without tags, and without what stands on paper only. */
export function textOf(html: string): string {
  return words(html.replace(/<(\w+) class="paper">.*?<\/\1>/g, ''));
}

/** The same on paper: without what stands on the screen only. */
export function paperOf(html: string): string {
  return words(html.replace(/<span class="no-print">.*?<\/span>/g, ''));
}

function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');
}

/** A sentence of ours as a person reads it. */
export function said(say: Say): string {
  return textOf(markup(<Said say={say} prefer={['en']} />));
}
