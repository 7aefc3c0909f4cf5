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

/** The first-run text with its four links, which work as soon as the app runs. */
export async function firstRunMarkup(): Promise<string> {
  const words = {
    title: 'Keep your learning credentials on your own device.',
    lines: ['No account.', 'Nothing is sent to us.'],
    ways: [
      ['#/add', 'Add a credential', ''],
      ['#/sample', 'Try with a sample', 'Look around with an example. It is not real.'],
      ['#/check', 'Check a credential', 'Somebody sent you one. See if it is genuine.'],
      ['#/restore', 'I had this app before', 'Bring back your credentials from a backup.'],
    ],
  };
  const [first, ...others] = words.ways;
  const rows = others.map(([href = '', name = '', says = '']) => `<li><a class="way" href="${href}"><span><b>${escaped(name)}</b><span>${escaped(says)}</span></span></a></li>`);
  return [
    `<div class="app" data-first>${head}<main class="main" id="main">`,
    `<div class="stack promise"><h1>${escaped(words.title)}</h1>${words.lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>`,
    `<a class="btn" data-kind="main" data-wide href="${first?.[0] ?? ''}">${escaped(first?.[1] ?? '')}</a>`,
    `<ul class="ways" role="list">${rows.join('')}</ul></main></div>`,
  ].join('');
}
