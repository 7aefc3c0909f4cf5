import { I18nProvider } from '@lingui/react';
import { startTransition } from 'react';
import { Router } from 'wouter';
import { createRoot } from 'react-dom/client';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Wallet } from '../../wallet/wallet.ts';
import { provideLabels } from '../languages/current-labels.ts';
import { startLanguage, i18n, preferredLanguage } from '../languages/current-language.ts';
import { App } from './app.tsx';
import { catchArrivedLink } from './arrived-link.ts';
import { applyLook, readLook } from './look.ts';
import { watchHistory } from './navigation.ts';
import { refuseDrops } from './refuse-drops.ts';
import { WalletProvider } from './wallet-context.ts';

/**
 * Draws the app into `element` and keeps it there. What stands in `element` stays until the words of the chosen
 * language are here, so that the first text is never taken away again. The wallet is made while nothing else runs: reading
 * this file already keeps slow phones busy.
 */
export async function mountApp(element: HTMLElement, createWallet: () => Wallet): Promise<void> {
  catchArrivedLink(window);
  watchHistory();
  refuseDrops(window);
  applyLook(readLook());
  await startLanguage(preferredLanguage());
  const wallet = createWallet();
  provideLabels(wallet.labels);
  // In slices: a slow phone answers a tap in between.
  startTransition(() =>
    createRoot(element).render(
      <I18nProvider i18n={i18n}>
        <WalletProvider value={wallet}>
          <Router hook={useHashLocation}>
            <App />
          </Router>
        </WalletProvider>
      </I18nProvider>,
    ),
  );
}
