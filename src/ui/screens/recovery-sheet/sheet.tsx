import type { RecoverySheet, Transports } from '../../../wallet/ports.ts';
import { Day } from '../../components/day.tsx';
import { Mark } from '../../components/mark.tsx';
import { useText } from '../../languages/use-text.ts';
import { inThrees } from '../settings/code-groups.ts';
import { DrawnCode } from '../settings/drawn-code.tsx';

interface SheetProps {
  readonly sheet: RecoverySheet;
  readonly draw: Transports['drawText'];
}

/** The recovery sheet: one page on the screen, the same page on paper. */
export function Sheet({ sheet, draw }: SheetProps) {
  const text = useText();
  return (
    <article className="sheet">
      <header className="row between">
        <Mark />
        <p className="small muted">
          {text('sheet.id')} <span className="raw">{inFours(sheet.shortId)}</span>
        </p>
      </header>
      <h1 tabIndex={-1}>{text('sheet.title')}</h1>
      <p className="intro">{text('sheet.intro')}</p>
      <div className="sheet-code">
        <ol className="code8" aria-label={text('sheet.code')}>
          {sheet.groups.map((group, index) => (
            <li key={index}>
              <i>{index + 1}</i>
              {inThrees(group)}
            </li>
          ))}
        </ol>
        <DrawnCode draw={draw} text={sheet.qrText} label={text('sheet.qr')} />
      </div>
      <section className="stack" data-gap="s">
        <h2>{text('sheet.use')}</h2>
        <ol className="plain">
          <li>{text('sheet.use.1')}</li>
          <li>{text('sheet.use.2', { id: sheet.shortId })}</li>
          <li>{text('sheet.use.3')}</li>
        </ol>
      </section>
      <section className="stack" data-gap="s">
        <h2>{text('sheet.well')}</h2>
        <p>{text('sheet.well.text')}</p>
      </section>
      <dl className="fill">
        <div>
          <dt>{text('sheet.made')}</dt>
          <dd>
            <Day date={sheet.createdAt} />
          </dd>
        </div>
        <div>
          <dt>{text('sheet.where')}</dt>
          <dd>&nbsp;</dd>
        </div>
      </dl>
      <section className="stack" data-gap="s">
        <h2>{text('sheet.technical')}</h2>
        <p className="small muted">{text('sheet.technical.text')}</p>
        <p className="raw">{sheet.ageIdentity}</p>
      </section>
    </article>
  );
}

function inFours(id: string): string {
  return `${id.slice(0, 4)} ${id.slice(4)}`;
}
