import type { HtmlTagDescriptor, Plugin } from 'vite';
import { metaPolicy } from '../header-table.ts';
import { hostFiles } from '../host-files.ts';
import { shellStyleHash } from '../shell-style.ts';
import { readCatalog } from './catalogs.ts';
import { firstRunMarkup, neutralMarkup } from './shell-markup.ts';

const place = '<!--shell-->';
const stylesheet = /\s*<link rel="stylesheet"[^>]*>/g;

/** Moves linked style sheets behind the shell: everything before them is painted without waiting. */
function sheetsLast(html: string): string {
  const links = html.match(stylesheet) ?? [];
  return html.replace(stylesheet, '').replace('</body>', `${links.join('')}\n  </body>`);
}

/**
 * Puts the first-run text into the page, so that it stands there before any script runs, and the policy beside it.
 *
 * [Note: Two shells] `index.html` (what the network gives: a first visit) carries the first-run text. `shell.html`
 * (what the service worker gives from then on) carries only the header, because a person who has credentials must not
 * see the first-run text flash up, and no page can know that before its script runs.
 */
export function shell(): Plugin {
  let building = false;
  let root = process.cwd();
  return {
    name: 'mecum:shell',
    configResolved(config) {
      building = config.command === 'build';
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!building) return html.replace(place, neutralMarkup());
        const policy: HtmlTagDescriptor = {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy(shellStyleHash(html)) },
          injectTo: 'head-prepend',
        };
        return { html: sheetsLast(html), tags: [policy] };
      },
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return;
        const source = String(page.source);
        const { messages } = await readCatalog(root, 'en');
        const say = (id: string): string => {
          const text = messages[id];
          if (typeof text !== 'string') throw new Error(`no text for "${id}"`);
          return text;
        };
        page.source = source.replace(place, () => firstRunMarkup(say));
        this.emitFile({ type: 'asset', fileName: 'shell.html', source: source.replace(place, neutralMarkup()) });
        for (const [fileName, text] of Object.entries(hostFiles(shellStyleHash(source)))) {
          this.emitFile({ type: 'asset', fileName, source: text });
        }
      },
    },
  };
}
