import type { CredentialStatement } from '../../core/model/recognition-statement.ts';
import { plainText } from '../components/doc-text.tsx';

/** The learner as each credential names her, in one piece, and each wording once. */
export function learnerNames(credentials: readonly CredentialStatement[], prefer: readonly string[]): readonly string[] {
  const names = credentials.map(({ elements }) =>
    (elements.find(({ id }) => id === 'M1')?.values ?? []).flatMap(({ is, text, raw }) => (is.kind === 'text' ? plainText(text, prefer, 1_000) || raw : [])).join(' '),
  );
  return [...new Set(names)].filter((name) => name !== '');
}
