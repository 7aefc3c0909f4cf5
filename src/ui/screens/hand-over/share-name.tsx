import { useLingui } from '@lingui/react';
import { credentialsIn } from '../../../core/model/examination.ts';
import { toDisplayText } from '../../../core/model/display-text.ts';
import type { PreparedShare } from '../../../wallet/wallet.ts';
import { titleOf } from '../../../core/model/credential-title.ts';
import { DocText } from '../../components/doc-text.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';

const maxNameCharacters = 200;

/** What is in a share, and for whom: the lines below its code. */
export function ShareName({ share }: { readonly share: PreparedShare }) {
  const text = useText();
  const { i18n } = useLingui();
  const credentials = credentialsIn(share.seen);
  const [only] = credentials;
  const title = credentials.length === 1 && only !== undefined ? titleOf(only) : [];
  const { receiver, purpose } = share.settings;
  const to = receiver === '' ? (purpose === '' ? 'nobody' : 'purpose') : purpose === '' ? 'receiver' : 'both';
  return (
    <>
      <strong>{title.length === 0 ? text('handOver.several', { count: credentials.length }) : <DocText text={title} prefer={[i18n.locale]} name />}</strong>
      <br />
      <Sentence
        id="handOver.for"
        values={{ to, receiver: <bdi>{toDisplayText(receiver, maxNameCharacters)}</bdi>, purpose: <bdi>{toDisplayText(purpose, maxNameCharacters)}</bdi> }}
      />
    </>
  );
}
