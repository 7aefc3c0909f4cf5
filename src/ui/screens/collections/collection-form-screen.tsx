import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { Collection } from '../../../core/model/own-records.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import { Page } from '../../app/page.tsx';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { errorText } from '../../components/error-text.ts';
import { Field } from '../../components/field.tsx';
import { TextArea } from '../../components/own/text-area.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../settings/failure.tsx';
import { MissingCollection } from './missing-collection.tsx';

/** Name and intro text of a collection, new or kept. */
export function CollectionFormScreen() {
  const { id } = useParams<{ id?: string }>();
  const { own } = useWalletState().vault;
  const collection = own.collections.find((one) => one.id === id);
  return id !== undefined && collection === undefined ? <MissingCollection /> : <Form key={id ?? ''} {...(collection && { collection })} />;
}

function Form({ collection }: { readonly collection?: Collection }) {
  const text = useText();
  const wallet = useWallet();
  const [, navigate] = useLocation();
  const [name, setName] = useState(collection?.name ?? '');
  const [intro, setIntro] = useState(collection?.intro ?? '');
  const [error, setError] = useState<WalletError>();
  const title = text(collection === undefined ? 'collections.new' : 'collection.edit');
  const back = collection === undefined ? '/collections' : `/collections/${collection.id}`;
  const save = async (): Promise<void> => {
    const doors = await wallet.own();
    const kept = await (collection === undefined ? doors.createCollection(name, intro) : doors.renameCollection(collection.id, name, intro));
    if (kept.ok) navigate(`/collections/${kept.value.id}`, { replace: true });
    else setError(kept.error);
  };
  const problemOf = (field: string): string | undefined => (error?.facts['field'] === field ? errorText(text, error) : undefined);
  const isAbove = error !== undefined && problemOf('name') === undefined && problemOf('intro') === undefined;
  return (
    <Page title={title} back={{ to: back, label: text(collection === undefined ? 'collections.title' : 'collection.title') }} flow>
      <form
        className="stack"
        data-gap="l"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h1 tabIndex={-1}>{title}</h1>
        {isAbove ? <Failure error={error} /> : null}
        <Field
          label={text('collection.name')}
          hint={text('collection.name.hint')}
          problem={problemOf('name')}
          urgent
          dir="auto"
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextArea label={text('collection.intro')} hint={text('collection.intro.hint')} problem={problemOf('intro')} value={intro} rows={5} onChange={setIntro} />
        <div className="actions">
          <button className="btn" data-kind="main" type="submit">
            {text('own.save')}
          </button>
        </div>
      </form>
    </Page>
  );
}
