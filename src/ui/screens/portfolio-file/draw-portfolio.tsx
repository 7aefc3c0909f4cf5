import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import { wishedLabels } from '../../../core/model/labels.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { WalletProvider } from '../../app/wallet-context.ts';
import { contentLanguages, preferredContent } from '../../components/credential/content-languages.ts';
import { documentStyle } from '../../documents/document-style.ts';
import { drawParts } from '../../documents/draw-parts.tsx';
import { PortfolioContents, PortfolioCover } from '../../documents/portfolio-cover.tsx';
import { PortfolioOriginals, PortfolioPriorLearning } from '../../documents/portfolio-end.tsx';
import { PortfolioCredential } from '../../documents/portfolio-entry.tsx';
import type { Portfolio } from '../../documents/portfolio.ts';
import { labelsAtHand, wantLabels } from '../../languages/current-labels.ts';
import { i18n } from '../../languages/current-language.ts';

/** The labels of a language that has none are waited for this long. */
const labelsWaitMs = 4_000;

/** Brings the words for European codes before anything is drawn: on paper nothing comes later. */
async function bringLabels({ entries }: Portfolio): Promise<void> {
  const wished = [...new Set(entries.flatMap(({ examined }) => wishedLabels(preferredContent(i18n.locale, undefined, contentLanguages(examined)))))];
  await new Promise<void>((resolve) => {
    const done = (): void => {
      stop();
      clearTimeout(latest);
      resolve();
    };
    const look = (): void => {
      if (wished.every((language) => labelsAtHand().has(language))) done();
    };
    const latest = setTimeout(() => done(), labelsWaitMs);
    const stop = wantLabels(wished, look);
    look();
  });
}

export interface Drawn {
  /** Cover and contents. */
  readonly before: readonly Element[];
  readonly content: readonly Element[];
  /** How it looks, for the page that shows it. */
  readonly style: string;
}

/** The document as plain elements; undefined where it was stopped. `progress` counts credentials. */
export async function drawPortfolio(wallet: Wallet, portfolio: Portfolio, signal: AbortSignal, progress: (done: number) => void): Promise<Drawn | undefined> {
  await bringLabels(portfolio);
  const around = (part: ReactNode, at: number): ReactNode => (
    <I18nProvider key={at} i18n={i18n}>
      <WalletProvider value={wallet}>{part}</WalletProvider>
    </I18nProvider>
  );
  const parts = [
    <PortfolioCover key="cover" portfolio={portfolio} />,
    <PortfolioContents key="contents" portfolio={portfolio} />,
    ...portfolio.entries.map((entry, at) => <PortfolioCredential key={entry.original.path} portfolio={portfolio} entry={entry} at={at} />),
    <PortfolioPriorLearning key="prior" prior={portfolio.prior} />,
    <PortfolioOriginals key="originals" portfolio={portfolio} />,
  ];
  const drawn = await drawParts(parts.map(around), { signal, progress: (done) => progress(Math.min(Math.max(done - 2, 0), portfolio.entries.length)) });
  return drawn === undefined ? undefined : { before: drawn.slice(0, 2), content: drawn.slice(2), style: documentStyle };
}
