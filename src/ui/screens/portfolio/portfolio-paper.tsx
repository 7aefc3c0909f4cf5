import { useEffect, useRef } from 'react';
import { useText } from '../../languages/use-text.ts';
import type { Drawn } from '../portfolio-file/draw-portfolio.tsx';

/** The document as it will be on paper, and the way to the printer. */
export function PortfolioPaper({ drawn, print, again }: { readonly drawn: Drawn; readonly print: () => void; readonly again: () => void }) {
  const text = useText();
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = paper.current;
    page?.replaceChildren(...drawn.before, ...drawn.content);
    page?.addEventListener('click', goInside);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(drawn.style);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      page?.removeEventListener('click', goInside);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [drawn]);
  return (
    <>
      <p className="no-print muted">{text('portfolio.print.help')}</p>
      <div className="document" ref={paper} />
      <div className="actions no-print">
        <button className="btn" data-kind="main" type="button" onClick={print}>
          {text('portfolio.print')}
        </button>
        <button className="btn" data-kind="quiet" type="button" onClick={again}>
          {text('portfolio.other')}
        </button>
      </div>
    </>
  );
}

/** A place in the document is none of the app's: its address would lead to another screen. */
function goInside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const place = link?.getAttribute('href')?.slice(1) ?? '';
  if (link === null) return;
  event.preventDefault();
  const section = document.getElementById(place);
  const heading = section?.querySelector('h2');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
  section?.scrollIntoView();
}
