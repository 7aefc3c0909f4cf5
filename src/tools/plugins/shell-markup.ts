const mark =
  '<svg aria-hidden="true" width="28" height="28" viewBox="0 0 32 32" fill="currentColor"><path d="M4.5 28V10.5H8.6L16 19.3 23.4 10.5H27.5V28H22.7V18.4L16 26.3 9.3 18.4V28Z"/><circle cx="16" cy="7.4" r="3.9"/></svg>';
const head = `<header class="head"><div class="mark">${mark}<span>Mecum</span></div></header>`;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The frame alone: what a person sees for a moment before the list or the lock screen. */
export function neutralMarkup(): string {
  return `<div class="app" data-first>${head}<main class="main" id="main"></main></div>`;
}

/** The first-run text with its four links, which work as soon as the app runs. `say` gives the text of an id. */
export function firstRunMarkup(say: (id: string) => string): string {
  const text = (id: string): string => escaped(say(id));
  const ways = [['sample', '#/sample'], ['check', '#/check'], ['before', '#/restore']] as const;
  const rows = ways.map(
    ([way, href]) => `<li><a class="way" href="${href}"><span><b>${text(`first.${way}`)}</b><span>${text(`first.${way}.help`)}</span></span></a></li>`,
  );
  return [
    `<div class="app" data-first>${head}<main class="main" id="main">`,
    `<div class="stack promise"><h1>${text('first.promise')}</h1><p>${text('first.no-account')}</p><p>${text('first.nothing-sent')}</p></div>`,
    `<a class="btn" data-kind="main" data-wide href="#/add">${text('first.add')}</a>`,
    `<ul class="ways" role="list">${rows.join('')}</ul>`,
    `<p class="colophon"><span lang="la">Omnia mea mecum porto.</span> ${text('first.motto')}</p></main></div>`,
  ].join('');
}
