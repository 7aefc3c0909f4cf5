import type { WalletError } from '../../../core/model/wallet-error.ts';
import { Icon } from '../../components/icon.tsx';
import { errorText } from '../../components/error-text.ts';
import { useText } from '../../languages/use-text.ts';

/** An error beside the thing it is about: what happened, is anything lost, what to do. Read out at once. */
export function Failure({ error, id }: { readonly error: WalletError; readonly id?: string }) {
  const text = useText();
  return (
    <p className="error" role="alert" {...(id === undefined ? {} : { id })}>
      <Icon name="octagon-x" />
      <span>{text('error.label', { text: errorText(text, error) })}</span>
    </p>
  );
}

/** A sentence of ours at a field that needs something. */
export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  const say = useText();
  return (
    <p className="error" id={id}>
      <Icon name="octagon-x" />
      <span>{say('error.label', { text })}</span>
    </p>
  );
}
