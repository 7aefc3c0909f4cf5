import { useState } from 'react';
import type { CredentialHeadline } from '../../../core/model/verdict.ts';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { MessageId } from '../../languages/en.ts';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import { Dialog } from '../dialog.tsx';
import { credentialLook } from '../verdict-looks.ts';
import { choicesOf, findItems } from './arrange-list.ts';
import { filterNames, noWish } from './list-wish.ts';
import type { FilterName, Grouping, ListWish, SortOrder } from './list-wish.ts';
import type { ListView } from './use-list.ts';

const sorts: readonly SortOrder[] = ['newest', 'oldest', 'title', 'issuer'];
const groupings: readonly Grouping[] = ['year', 'issuer', 'collection'];

interface SelectProps {
  readonly label: MessageId;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly choose: (value: string) => void;
}

function Select({ label, value, options, choose }: SelectProps) {
  const text = useText();
  return (
    <label className="field">
      <span>{text(label)}</span>
      <select className="input" value={value} onChange={(event) => choose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Filter, order and group of the list, with native selects. It applies when the dialog's button is pressed. */
export function FilterDialog({ view, onClose }: { readonly view: ListView; readonly onClose: () => void }) {
  const text = useText();
  const formats = useFormats();
  const [wish, setWish] = useState<ListWish>(view.wish);
  const words = (name: FilterName, value: string): string => {
    if (name === 'state') return text(credentialLook(value as CredentialHeadline).word);
    return name === 'language' ? formats.language(value) : toDisplayText(value, 80);
  };
  const choose = (name: FilterName, value: string): void => {
    const { [name]: _before, ...rest } = wish;
    setWish(value === '' ? rest : { ...rest, [name]: value });
  };
  const show = (): void => {
    view.replaceWish(wish);
    onClose();
  };
  const buttons = (
    <>
      <button className="btn" data-kind="main" type="button" onClick={show}>
        {text('home.filter.show', { count: findItems(view.list, wish).length })}
      </button>
      <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={() => setWish({ ...noWish, text: wish.text })}>
        {text('home.filter.clear')}
      </button>
    </>
  );
  return (
    <Dialog title={text('home.filter.title')} onClose={onClose} buttons={buttons}>
      <div className="stack">
        {filterNames
          .map((name) => ({ name, choices: choicesOf(view.list, name) }))
          .filter(({ name, choices }) => choices.length > 1 || wish[name] !== undefined)
          .map(({ name, choices }) => (
            <Select
              key={name}
              label={`home.filter.${name}`}
              value={wish[name] ?? ''}
              options={[{ value: '', words: text('home.filter.any') }, ...choices.map((value) => ({ value, words: words(name, value) }))]}
              choose={(value) => choose(name, value)}
            />
          ))}
        <Select
          label="home.sort"
          value={wish.sort}
          options={sorts.map((value) => ({ value, words: text(`home.sort.${value}`) }))}
          choose={(value) => setWish({ ...wish, sort: value as SortOrder })}
        />
        <Select
          label="home.group"
          value={wish.group}
          options={groupings.filter((value) => value !== 'collection' || view.hasCollections).map((value) => ({ value, words: text(`home.group.${value}`) }))}
          choose={(value) => setWish({ ...wish, group: value as Grouping })}
        />
      </div>
    </Dialog>
  );
}
