import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react';
import { useLocation, useParams } from 'wouter';
import type { ItemId } from '../../../core/model/ids.ts';
import type { Collection, PriorLearning } from '../../../core/model/own-records.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { ListedItem } from '../../../wallet/wallet.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { Chip } from '../../components/chip.tsx';
import { DocText } from '../../components/doc-text.tsx';
import { IssuerName } from '../../components/issuer-name.tsx';
import { useDraft } from '../../components/own/drafts.ts';
import { OwnMark, ownText } from '../../components/own/own-text.tsx';
import { StepForm } from '../../components/step-form.tsx';
import { useText } from '../../languages/use-text.ts';
import { MissingCollection } from './missing-collection.tsx';

/** What belongs in a collection: boxes for credentials and, apart from them, for prior learning. */
export function CollectionWhatScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const { own } = useWalletState().vault;
  const collection = own.collections.find((one) => one.id === id);
  return collection === undefined ? <MissingCollection /> : <Choosing collection={collection} />;
}

/** With this one, at the end, or without it. */
function toggled<T>(chosen: readonly T[], one: T): readonly T[] {
  return chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
}

function Choosing({ collection }: { readonly collection: Collection }) {
  const text = useText();
  const wallet = useWallet();
  const { list, vault } = useWalletState();
  const [, navigate] = useLocation();
  const { words, found, change, done, discard } = useDraft({ items: collection.items, prior: collection.priorLearning });
  const [error, setError] = useState<WalletError>();
  const { priorLearning } = vault.own;
  const page = `/collections/${collection.id}`;
  const save = async (): Promise<void> => {
    const kept = await (await wallet.own()).fillCollection(collection.id, words.items, words.prior);
    if (!kept.ok) return setError(kept.error);
    done();
    navigate(page, { replace: true });
  };
  return (
    <StepForm
      title={text('choose.title')}
      back={{ to: page, label: text('collection.title') }}
      intro={text(list.length + priorLearning.length === 0 ? 'choose.none' : 'collection.choose.intro')}
      submit={text('own.save')}
      onSubmit={save}
      error={error}
      found={found}
      onDiscard={discard}
    >
      {list.length === 0 ? null : (
        <fieldset className="field">
          <legend>{text('home.title')}</legend>
          <div className="choices">
            {list.map((item) => (
              <CredentialChoice key={item.summary.id} item={item} chosen={words.items} setChosen={(items) => change({ items })} />
            ))}
          </div>
        </fieldset>
      )}
      <PriorChoices priorLearning={priorLearning} chosen={words.prior} setChosen={(prior) => change({ prior })} />
    </StepForm>
  );
}

interface PriorChoicesProps {
  readonly priorLearning: readonly PriorLearning[];
  readonly chosen: readonly string[];
  readonly setChosen: (chosen: readonly string[]) => void;
}

function PriorChoices({ priorLearning, chosen, setChosen }: PriorChoicesProps) {
  const text = useText();
  if (priorLearning.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>{text('prior.title')}</legend>
      <div className="choices">
        {priorLearning.map(({ id, title }) => (
          <Choice key={id} checked={chosen.includes(id)} toggle={() => setChosen(toggled(chosen, id))}>
            <b>
              <bdi>{ownText(title)}</bdi>
            </b>
            <OwnMark />
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

function Choice({ checked, toggle, children }: { readonly checked: boolean; readonly toggle: () => void; readonly children: ReactNode }) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={toggle} />
      <span>{children}</span>
    </label>
  );
}

interface CredentialChoiceProps {
  readonly item: ListedItem;
  readonly chosen: readonly ItemId[];
  readonly setChosen: (chosen: readonly ItemId[]) => void;
}

/** One credential with its older copies: whichever of them was chosen, it is chosen. */
function CredentialChoice({ item, chosen, setChosen }: CredentialChoiceProps) {
  const text = useText();
  const { i18n } = useLingui();
  const prefer = [i18n.locale, 'en'];
  const { summary, older, headline, issuerMatch } = item;
  const copies = [summary, ...older].map(({ id }) => id);
  const checked = copies.some((id) => chosen.includes(id));
  const toggle = (): void => setChosen(checked ? chosen.filter((id) => !copies.includes(id)) : [...chosen, summary.id]);
  return (
    <Choice checked={checked} toggle={toggle}>
      <b className="doc">{summary.title.length === 0 ? text('leaf.untitled') : <DocText text={summary.title} prefer={prefer} name />}</b>
      <span>
        <IssuerName known={issuerMatch?.name} claimed={summary.claimedIssuer} prefer={prefer} />
      </span>
      <Chip headline={headline} />
    </Choice>
  );
}
