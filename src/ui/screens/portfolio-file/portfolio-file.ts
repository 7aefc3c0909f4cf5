import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { ownText } from '../../components/own/own-text.tsx';
import { toHtmlPage } from '../../documents/html-page.ts';
import { i18n } from '../../languages/current-language.ts';
import type { Text } from '../../languages/use-text.ts';
import type { BuiltPortfolio } from './build-portfolio.ts';
import type { Drawn } from './draw-portfolio.tsx';

/** A file that is ready to be saved or sent. */
export interface ReadyFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
}

interface Writing {
  readonly wallet: Wallet;
  readonly text: Text;
  readonly signal: AbortSignal;
}

/** The page with the originals in it, or the folder with them beside it. */
export async function writePortfolio(built: BuiltPortfolio, drawn: Drawn, { wallet, text, signal }: Writing): Promise<Attempt<ReadyFile>> {
  const { portfolio, files, json } = built;
  const name = ownText(portfolio.name).replace(/\s+/g, ' ');
  const page = await toHtmlPage({
    title: text('portfolio.page.title', { name }),
    language: document.documentElement.lang || i18n.locale,
    direction: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
    skip: text('portfolio.page.skip'),
    before: drawn.before,
    content: drawn.content,
  });
  if (signal.aborted) return refuse('send/cancelled');
  const called = text('portfolio.file', { name });
  if (portfolio.form === 'page') {
    const whole = await wallet.transports.embedFiles({ page, files }, signal);
    return whole.ok ? succeed({ bytes: whole.value, name: `${called}.html`, mediaType: 'text/html' }) : whole;
  }
  const utf8 = new TextEncoder();
  const packed = await wallet.transports.packFiles(
    {
      files: [{ path: 'index.html', bytes: utf8.encode(page) }, { path: 'recognition-statement.json', bytes: json }, ...files],
      at: portfolio.made,
      readme: { path: 'README.txt', write: (sums) => readmeOf(built, text, sums) },
    },
    signal,
  );
  return packed.ok ? succeed({ bytes: packed.value, name: `${called}.zip`, mediaType: 'application/zip' }) : packed;
}

/** In plain words; the list at its end can be read by `sha256sum` too. */
function readmeOf({ portfolio }: BuiltPortfolio, text: Text, sums: readonly { readonly path: string; readonly sha256: string }[]): string {
  const date = new Intl.DateTimeFormat(i18n.locale === 'en' ? 'en-GB' : i18n.locale, { dateStyle: 'long' }).format(portfolio.made);
  const words = text('portfolio.readme', { name: ownText(portfolio.name), date, version: portfolio.version });
  return `${words}\n${sums.map(({ path, sha256 }) => `${sha256}  ${path}`).join('\n')}\n`;
}
