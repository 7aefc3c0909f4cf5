import type { WalletError } from '../../core/model/wallet-error.ts';
import { useText } from '../languages/use-text.ts';
import { errorText } from './error-text.ts';

/** An error in words. */
export function ErrorWords({ error }: { readonly error: WalletError }) {
  return errorText(useText(), error);
}
