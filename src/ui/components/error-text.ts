import type { WalletError } from '../../core/model/wallet-error.ts';
import type { Text } from '../languages/use-text.ts';

/** What happened, whether anything is lost, and what to do: picked by the code alone. */
export function errorText(text: Text, error: WalletError): string {
  const reason = error.facts['reason'];
  const group = error.facts['group'];
  return text(`error.${error.code}`, {
    reason: typeof reason === 'string' ? reason.replace('from-', '') : 'other',
    group: typeof group === 'number' ? group : 0,
    picture: String(error.facts['picture'] ?? ''),
    status: String(error.facts['status'] ?? ''),
    max: String(error.facts['max'] ?? ''),
    count: Number(error.facts['count'] ?? 0),
    file: String(error.facts['file'] ?? ''),
    megabytes: String(error.facts['megabytes'] ?? ''),
  });
}
