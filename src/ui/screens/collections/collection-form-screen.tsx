import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { Collection } from '../../../core/model/own-records.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { errorText } from '../../components/error-text.ts';
import { useDraft } from '../../components/own/drafts.ts';
import { OwnField } from '../../components/own/own-field.tsx';
import { TextArea } from '../../components/own/text-area.tsx';
import { StepForm } from '../../components/step-form.tsx';
import { useText } from '../../languages/use-text.ts';
import { MissingCollection } from './missing-collection.tsx';

/** Name and intro text of a collection, new or kept. */
export function CollectionFormScreen() {
  const { id } = useParams<{ id?: string }>();
  const { own } = useWalletState().vault;
  const collection = own.collections.find((one) => one.id === id);
  return id !== undefined && collection === undefined ? <MissingCollection /> : <Form key={id ?? ''} {...(collection && { collection })} />;
}

const fields = ['name', 'intro'];

function Form({ collection }: { readonly collection?: Collection }) {
  const text = useText();
  const wallet = useWallet();
  const [, navigate] = useLocation();
  const { words, found, change, done, discard } = useDraft({ name: collection?.name ?? '', intro: collection?.intro ?? '' });
  const [error, setError] = useState<WalletError>();
  const back = collection === undefined ? '/collections' : `/collections/${collection.id}`;
  const save = async (): Promise<void> => {
    const doors = await wallet.own();
    const { name, intro } = words;
    const kept = await (collection === undefined ? doors.createCollection(name, intro) : doors.renameCollection(collection.id, name, intro));
    if (!kept.ok) return setError(kept.error);
    done();
    navigate(`/collections/${kept.value.id}`, { replace: true });
  };
  const problemOf = (field: string): string | undefined => (error?.facts['field'] === field ? errorText(text, error) : undefined);
  return (
    <StepForm
      title={text(collection === undefined ? 'collections.new' : 'collection.edit')}
      back={{ to: back, label: text(collection === undefined ? 'collections.title' : 'collection.title') }}
      submit={text('own.save')}
      onSubmit={save}
      error={error}
      fields={fields}
      found={found}
      onDiscard={discard}
    >
      <OwnField label={text('collection.name')} hint={text('collection.name.hint')} problem={problemOf('name')} value={words.name} onChange={(name) => change({ name })} />
      <TextArea
        label={text('collection.intro')}
        hint={text('collection.intro.hint')}
        problem={problemOf('intro')}
        value={words.intro}
        rows={5}
        onChange={(intro) => change({ intro })}
      />
    </StepForm>
  );
}
