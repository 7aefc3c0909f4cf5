import { toDisplayText } from '../../../core/model/display-text.ts';
import { Day } from '../../components/day.tsx';
import { Icon } from '../../components/icon.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { ListFacts } from './list-card.tsx';
import type { ListQuestion } from './lists-flow.ts';

interface NewListProps {
  readonly question: ListQuestion;
  readonly add: () => Promise<void>;
  readonly leave: () => void;
}

/** Before a list is added: what it is, who signed it, and what adding it means. */
export function NewList({ question, add, leave }: NewListProps) {
  const text = useText();
  const { meta } = question;
  const isDoubtful = question.pin.kind === 'other-key' || question.edition === 'older';
  const isToPin = meta.signerThumbprint !== undefined && question.pin.kind !== 'known';
  return (
    <section className="panel" data-step tabIndex={-1} aria-label={text('lists.new')}>
      <h2>{text('lists.new')}</h2>
      <p>
        <b>
          <bdi>{toDisplayText(meta.title, 300)}</bdi>
        </b>
      </p>
      <p className="muted lines">
        <ListFacts meta={meta} />
      </p>
      <p {...(isDoubtful ? { className: 'note', 'data-tone': 'warn' } : {})}>
        {isDoubtful ? <Icon name="octagon-alert" /> : null}
        <span>
          <Pin question={question} />
          {question.edition === undefined ? null : ` ${text(`lists.edition.${question.edition}`)}`}
        </span>
      </p>
      {meta.signerThumbprint === undefined ? null : (
        <p>
          <span className="small muted">{text('lists.key')}</span>
          <br />
          <bdi className="raw" dir="ltr">
            {meta.signerThumbprint}
          </bdi>
        </p>
      )}
      <p>{text('lists.means')}</p>
      <div className="row" data-even>
        {isDoubtful ? <Leave kind="main" leave={leave} /> : null}
        <button className="btn" data-kind={isDoubtful ? 'second' : 'main'} type="button" onClick={() => void add()}>
          {text(isToPin ? 'lists.pin' : 'lists.add.unsigned')}
        </button>
        {isDoubtful ? null : <Leave kind="second" leave={leave} />}
      </div>
    </section>
  );
}

/** Away from it: first, and the main way, where there is doubt. */
function Leave({ kind, leave }: { readonly kind: 'main' | 'second'; readonly leave: () => void }) {
  const text = useText();
  return (
    <button className="btn" data-kind={kind} type="button" onClick={leave}>
      {text('lists.leave')}
    </button>
  );
}

function Pin({ question }: Pick<NewListProps, 'question'>) {
  const text = useText();
  const { pin } = question;
  if (pin.kind === 'known' && pin.since.kept !== undefined) return <Sentence id="lists.pin.known" values={{ date: <Day date={pin.since.kept.addedAt} /> }} />;
  return text(`lists.pin.${pin.kind}`);
}
