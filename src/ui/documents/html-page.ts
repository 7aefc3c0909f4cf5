import { documentStyle, pageStyle } from './document-style.ts';

interface HtmlPage {
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly skip: string;
  /** The parts: what stands before the content, and the content. Their markup is the browser's own, from elements. */
  readonly before: readonly Element[];
  readonly content: readonly Element[];
}

/** A text of ours or of the owner's between tags and in quotation marks. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${String(mark.charCodeAt(0))};`);
}

async function styleHash(style: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)));
  return btoa(String.fromCharCode(...digest));
}

/**
 * A page that needs nothing but itself: its rule forbids every request, script, form and frame, and every style but its
 * own. What issuers wrote stands in it as text, for it is written out from elements that hold it as text.
 */
export async function toHtmlPage({ title, language, direction, skip, before, content }: HtmlPage): Promise<string> {
  const style = `${documentStyle}${pageStyle}`;
  const rule = `default-src 'none'; img-src data:; style-src 'sha256-${await styleHash(style)}'; base-uri 'none'; form-action 'none'`;
  const written = (elements: readonly Element[]): string => elements.map((element) => element.outerHTML).join('\n');
  return [
    '<!doctype html>',
    `<html lang="${escaped(language)}" dir="${direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(rule)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body class="document">',
    `<a class="skip" href="#content">${escaped(skip)}</a>`,
    written(before),
    `<main id="content" tabindex="-1">`,
    written(content),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
