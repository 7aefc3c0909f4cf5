import type { WalletError } from '../../core/model/wallet-error.ts';
import { errorText } from './error-text.ts';
import { Problem } from './field.tsx';
import { useText } from '../languages/use-text.ts';

/** An error of a step: what happened, is anything lost, what to do. Read out at once. */
export function Failure({ error }: { readonly error: WalletError }) {
  const text = useText();
  return (
    <div role="alert">
      <Problem>{errorText(text, error)}</Problem>
    </div>
  );
}
