import type { ReactNode } from 'react';
import { toDisplayText } from '../../core/model/display-text.ts';
import { Sentence } from '../languages/sentence.tsx';
import { DocText } from './doc-text.tsx';
import { Day, Moment } from './day.tsx';
import type { Say, SayValue } from './say.ts';

function toNode(value: SayValue, prefer: readonly string[], full: true | undefined): ReactNode {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if ('name' in value) return <bdi>{toDisplayText(value.name, 300)}</bdi>;
  if ('doc' in value) return <DocText text={value.doc} prefer={prefer} name />;
  if ('day' in value) return <Day date={value.day} />;
  return <Moment at={value.moment} {...(full === true ? { full } : {})} />;
}

/** A sentence of ours, with strangers' words isolated inside it. `full`: moments for paper, never "today". */
export function Said({ say, prefer, full }: { readonly say: Say; readonly prefer: readonly string[]; readonly full?: true }) {
  const values: Record<string, ReactNode> = {};
  for (const [name, value] of Object.entries(say.values ?? {})) values[name] = toNode(value, prefer, full);
  return <Sentence id={say.id} values={values} />;
}
