import { useEffect, useRef, useState } from 'react';
import type { ItemId } from '../../../core/model/ids.ts';
import { noteOn } from '../../../core/model/own-records.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { announce } from '../../app/announce.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { errorText } from '../../components/error-text.ts';
import { Icon } from '../../components/icon.tsx';
import { useDraft, useHasDraft } from '../../components/own/drafts.ts';
import { OwnMark, OwnText } from '../../components/own/own-text.tsx';
import { TextArea } from '../../components/own/text-area.tsx';
import { useText } from '../../languages/use-text.ts';

/** The owner's own words on a credential, apart from what its issuer signed. `copies`: this one and older ones of it. */
export function OwnNote({ copies }: { readonly copies: readonly [ItemId, ...ItemId[]] }) {
  const text = useText();
  const { notes } = useWalletState().vault.own;
  const begun = useHasDraft();
  const [writing, setWriting] = useState(begun);
  const [pressed, setPressed] = useState(false);
  const item = copies.find((copy) => noteOn(notes, copy) !== undefined) ?? copies[0];
  const note = noteOn(notes, item);
  const write = (on: boolean): void => {
    setPressed(true);
    setWriting(on);
  };
  if (writing) return <Writing item={item} before={note ?? ''} isPressed={pressed} onDone={() => write(false)} />;
  const open = <WriteButton label={text(note === undefined ? 'note.write' : 'note.change')} isBack={pressed} onPress={() => write(true)} />;
  if (note === undefined) return open;
  return (
    <section className="stack" data-gap="s" aria-labelledby="own-note">
      <h2 id="own-note">{text('note.title')}</h2>
      <OwnText text={note} />
      <div>
        <OwnMark />
      </div>
      {open}
    </section>
  );
}

/** `isBack`: the form was open before, so the focus comes back here. */
function WriteButton({ label, isBack, onPress }: { readonly label: string; readonly isBack: boolean; readonly onPress: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isBack) button.current?.focus();
  }, [isBack]);
  return (
    <div className="no-print">
      <button className="btn" data-kind="quiet" data-edge="start" type="button" ref={button} onClick={onPress}>
        <Icon name="pencil" />
        {label}
      </button>
    </div>
  );
}

interface WritingProps {
  readonly item: ItemId;
  readonly before: string;
  /** A person asked for it just now: the focus goes into the field. */
  readonly isPressed: boolean;
  readonly onDone: () => void;
}

function Writing({ item, before, isPressed, onDone }: WritingProps) {
  const text = useText();
  const wallet = useWallet();
  const { words, change, done } = useDraft({ note: before });
  const [error, setError] = useState<WalletError>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isPressed) form.current?.querySelector('textarea')?.focus();
  }, [isPressed]);
  const leave = (): void => {
    done();
    onDone();
  };
  const save = async (): Promise<void> => {
    const kept = await (await wallet.own()).writeNote(item, words.note);
    if (!kept.ok) return setError(kept.error);
    announce(text(kept.value === undefined ? 'note.gone' : 'note.saved'));
    leave();
  };
  return (
    <form
      ref={form}
      className="stack no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        label={text('note.title')}
        hint={before === '' ? text('note.help') : `${text('note.help')} ${text('note.clear')}`}
        problem={error === undefined ? undefined : errorText(text, error)}
        value={words.note}
        rows={4}
        onChange={(note) => change({ note })}
      />
      <div className="row">
        <button className="btn" data-kind="second" type="submit">
          {text('own.save')}
        </button>
        <button className="btn" data-kind="quiet" type="button" onClick={leave}>
          {text('note.stop')}
        </button>
      </div>
    </form>
  );
}
