import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import type { ItemId } from '../../../core/model/ids.ts';
import type { CountedPart, CreditSum, StackingFacts } from '../../../core/model/stacking.ts';
import { isPlain } from '../../../core/model/verdict.ts';
import { Chip } from '../../components/chip.tsx';
import { workloadText } from '../../components/credential/element-value.tsx';
import { DocText } from '../../components/doc-text.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useLabels } from '../../languages/use-labels.ts';
import { useText } from '../../languages/use-text.ts';
import { ItemTitle } from './item-name.tsx';

export interface TogetherProps {
  readonly facts: StackingFacts;
  readonly byId: ReadonlyMap<ItemId, ExaminedCredential>;
}

type System = 'ECTS' | 'ECVET' | 'hours';

/** ECTS for each European level and broad field; what is counted apart. No sum over all of them. */
export function CreditSums({ facts: { credits, others }, byId }: TogetherProps) {
  const text = useText();
  return (
    <>
      <section className="stack" aria-labelledby="together-credits">
        <h2 id="together-credits">{text('together.credits')}</h2>
        {credits.length === 0 ? (
          <p>{text('together.credits.none')}</p>
        ) : (
          <>
            <dl className="elements">
              {credits.map((sum) => (
                <SumRow key={`${String(sum.level ?? '')} ${sum.field ?? ''}`} system="ECTS" amount={sum.amount} parts={sum.parts} byId={byId} label={<LevelAndField sum={sum} />} />
              ))}
            </dl>
            <p className="small muted">{text('element.credits.help')}</p>
          </>
        )}
      </section>
      {others.length === 0 ? null : (
        <section className="stack" aria-labelledby="together-others">
          <h2 id="together-others">{text('together.others')}</h2>
          <dl className="elements">
            {others.map(({ system, amount, parts }) => (
              <SumRow key={system} system={system} amount={amount} parts={parts} byId={byId} label={text(system === 'hours' ? 'together.hours' : 'together.ecvet')} />
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

/** The European level and the broad field that these state; what is not stated is said, never guessed. */
function LevelAndField({ sum: { level, field } }: { readonly sum: CreditSum }) {
  const text = useText();
  const { i18n } = useLingui();
  const labels = useLabels([i18n.locale]);
  const label = field === undefined ? undefined : labels.label('isced-f', field);
  const words = field === undefined ? text('together.field.none') : label === undefined ? <bdi>{field}</bdi> : <DocText text={[label]} prefer={[]} />;
  return <Sentence id="together.field" values={{ level: <>{level === undefined ? text('together.level.none') : text('together.level', { level })}</>, field: <>{words}</> }} />;
}

interface SumRowProps {
  readonly system: System;
  readonly amount: number;
  readonly parts: readonly CountedPart[];
  readonly byId: TogetherProps['byId'];
  readonly label: ReactNode;
}

/** One sum, and on demand the credentials that are in it with what each adds; paper has them in any case. */
function SumRow({ system, amount, parts, byId, label }: SumRowProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const items = [...new Set(parts.map(({ item }) => item))];
  const doubtful = items.filter((item) => !isPlain(byId.get(item)?.headline ?? 'not-checked')).length;
  const words = (one: number): string => workloadText({ kind: 'workload', amount: one, system }, text) ?? '';
  return (
    <div className="element" data-state="ours">
      <dt>{label}</dt>
      <dd>
        <strong>{words(amount)}</strong>
      </dd>
      {doubtful === 0 ? null : <dd className="says">{text('together.doubtful', { count: doubtful, all: items.length })}</dd>}
      <dd className="no-print">
        <button className="btn" data-kind="quiet" data-edge="start" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? text('together.hide') : text('together.which', { count: items.length })}
          <span className="unseen">{text('together.which.of', { sum: words(amount) })}</span>
        </button>
      </dd>
      <dd className={open ? undefined : 'paper'}>
        <ul>
          {parts.map(({ item, amount: one, title }, at) => (
            <li key={`${item} ${String(at)}`}>
              {words(one)}: <NamedItem item={byId.get(item)} {...(title === undefined ? {} : { title })} />
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

/** A credential by its title and state, unless that is said anyway; an achievement in one that tells of several by its own title first. */
export function NamedItem({ item, title, bare }: { readonly item: ExaminedCredential | undefined; readonly title?: CountedPart['title']; readonly bare?: boolean }) {
  const text = useText();
  const { i18n } = useLingui();
  const name = item === undefined ? text('leaf.untitled') : <ItemTitle item={item} name />;
  const part = title === undefined || title.length === 0 ? undefined : <DocText text={title} prefer={[i18n.locale, 'en']} name />;
  return (
    <>
      {part === undefined ? name : <Sentence id="together.in" values={{ part, title: <>{name}</> }} />} {item === undefined || bare === true ? null : <Chip headline={item.headline} />}
    </>
  );
}
