import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { MessageId } from './en.ts';
import { useText } from './use-text.ts';

const mark = '\uE000';
const marks = /\uE000(\d+)\uE000/;

/**
 * A sentence of ours with parts that are not text: a name in `bdi`, a date in `time`. The translation decides where
 * each part stands. A part never becomes text, so it cannot bring markup or placeholders of its own.
 */
export function Sentence({ id, values }: { readonly id: MessageId; readonly values?: Readonly<Record<string, ReactNode>> }) {
  const text = useText();
  const parts: ReactNode[] = [];
  const flat: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values ?? {})) {
    if (typeof value === 'number') flat[name] = value;
    else flat[name] = typeof value === 'string' && isPlain(value) ? value : `${mark}${String(parts.push(value) - 1)}${mark}`;
  }
  return text(id, flat)
    .split(marks)
    .map((piece, index) => <Fragment key={index}>{index % 2 === 0 ? piece : parts[Number(piece)]}</Fragment>);
}

/** Words of ours used to select a form of the sentence, such as a reason code. */
function isPlain(value: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(value);
}
