import { useState } from 'react';
import type { ItemId } from '../../../core/model/ids.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { announce } from '../../app/announce.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { errorText } from '../../components/error-text.ts';
import { Icon } from '../../components/icon.tsx';
import { OwnMark, OwnText } from '../../components/own/own-text.tsx';
import { TextArea } from '../../components/own/text-area.tsx';
import { useText } from '../../languages/use-text.ts';

/** The owner's own words on a credential, apart from what its issuer signed. `copies`: this one and older ones of it. */
export function OwnNote({ copies }: { readonly copies: readonly [ItemId, ...ItemId[]] }) {
  const text = useText();
  const { notes } = useWalletState().vault.own;
  const [writing, setWriting] = useState(false);
  const note = notes.find(({ item }) => item === copies[0]) ?? notes.find(({ item }) => copies.includes(item));
  if (writing) return <Writing item={note?.item ?? copies[0]} before={note?.text ?? ''} onDone={() => setWriting(false)} />;
  const open = (
    <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={() => setWriting(true)}>
      <Icon name="pencil" />
      {text(note === undefined ? 'note.write' : 'note.change')}
    </button>
  );
  if (note === undefined) return <div className="no-print">{open}</div>;
  return (
    <section className="stack" data-gap="s" aria-labelledby="own-note">
      <h2 id="own-note">{text('note.title')}</h2>
      <OwnText text={note.text} />
      <div>
        <OwnMark />
      </div>
      <div className="no-print">{open}</div>
    </section>
  );
}

function Writing({ item, before, onDone }: { readonly item: ItemId; readonly before: string; readonly onDone: () => void }) {
  const text = useText();
  const wallet = useWallet();
  const [words, setWords] = useState(before);
  const [error, setError] = useState<WalletError>();
  const save = async (): Promise<void> => {
    const kept = await (await wallet.own()).writeNote(item, words);
    if (!kept.ok) return setError(kept.error);
    announce(text(kept.value === undefined ? 'note.gone' : 'note.saved'));
    onDone();
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{text('note.title')}</h2>
      <TextArea
        label={text('note.label')}
        hint={before === '' ? text('note.help') : `${text('note.help')} ${text('note.clear')}`}
        problem={error === undefined ? undefined : errorText(text, error)}
        value={words}
        rows={4}
        onChange={setWords}
      />
      <div className="row">
        <button className="btn" data-kind="second" type="submit">
          {text('own.save')}
        </button>
        <button className="btn" data-kind="quiet" type="button" onClick={onDone}>
          {text('note.stop')}
        </button>
      </div>
    </form>
  );
}
