import type { PreparedShare } from '../../../wallet/wallet.ts';
import { Icon } from '../../components/icon.tsx';
import type { IconName } from '../../components/icon.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import css from './hand-over.module.css';
import type { HandingOver } from './use-hand-over.ts';
import type { WayState } from './ways-out.ts';

/** Links longer than this are cut off by many apps. */
const longLinkCharacters = 2_000;

interface OtherWaysProps {
  readonly share: PreparedShare;
  readonly over: HandingOver;
}

/** The ways without a camera: file, share sheet, link, paper. */
export function OtherWays({ share, over }: OtherWaysProps) {
  const text = useText();
  const { ways, fileFirst, way } = over;
  const { linkCharacters, codeParts } = share.size;
  const print = (): void => {
    over.show.show(false);
    ways.record('print', 'handed-over');
    // The code has to stand on the page before the page goes to the printer.
    setTimeout(() => globalThis.print(), 100);
  };
  const isLong = linkCharacters > longLinkCharacters;
  return (
    <section className={`stack ${css.screenOnly}`} aria-labelledby="other-ways">
      <h2 id="other-ways">{text(fileFirst ? 'handOver.ways.first' : 'handOver.ways')}</h2>
      <ul className="ways" role="list">
        <Way icon="download" name={text('handOver.save')} says={text('handOver.save.help')} go={ways.save} />
        {ways.canSend() ? <Way icon="share-2" name={text('handOver.send')} go={ways.send} /> : null}
        {linkCharacters === 0 ? null : (
          <Way
            icon="files"
            name={text('handOver.link')}
            says={isLong ? text('handOver.link.long', { characters: linkCharacters }) : text('handOver.link.help')}
            go={ways.copyLink}
          />
        )}
        {codeParts === 1 ? <Way icon="printer" name={text('handOver.print')} says={text('handOver.print.help')} go={print} /> : null}
      </ul>
      <Outcome way={way} />
    </section>
  );
}

interface WayProps {
  readonly icon: IconName;
  readonly name: string;
  readonly says?: string;
  readonly go: () => void | Promise<void>;
}

function Way({ icon, name, says, go }: WayProps) {
  return (
    <li>
      <button className={`way ${css.way}`} type="button" onClick={() => void go()}>
        <Icon name={icon} />
        <span>
          <b>{name}</b>
          {says === undefined ? null : <span>{says}</span>}
        </span>
        <Icon name="chevron-right" size={20} />
      </button>
    </li>
  );
}

const outcomes = { saved: 'handOver.saved', sent: 'handOver.sent', copied: 'handOver.copied' } as const;

function Outcome({ way }: { readonly way: WayState }) {
  const text = useText();
  if (way.kind === 'failed') return <Failure error={way.error} />;
  if (way.kind === 'by-hand') {
    return (
      <div className="field">
        <label htmlFor="link">{text('handOver.link.byHand')}</label>
        <textarea className="input" id="link" readOnly value={way.link} onFocus={(event) => event.target.select()} />
      </div>
    );
  }
  return <p role="status">{way.kind === 'done' ? text(outcomes[way.way]) : ''}</p>;
}
