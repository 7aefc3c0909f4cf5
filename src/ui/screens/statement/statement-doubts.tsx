import { useLingui } from '@lingui/react';
import type { RecognitionStatement } from '../../../core/model/recognition-statement.ts';
import { Chip } from '../../components/chip.tsx';
import { CredentialTitle } from '../../documents/form-parts.tsx';
import { isPlain } from '../../../core/model/verdict.ts';
import { useText } from '../../languages/use-text.ts';

/** What is expired, cancelled, altered or not checked, by name, before anything is printed. */
export function StatementDoubts({ statement }: { readonly statement: RecognitionStatement }) {
  const text = useText();
  const { i18n } = useLingui();
  const doubtful = statement.credentials.filter(({ headline }) => !isPlain(headline));
  if (doubtful.length === 0) return null;
  return (
    <section className="panel no-print" aria-labelledby="statement-doubts">
      <h2 id="statement-doubts">{text('statement.set.look')}</h2>
      <p>{text('statement.doubts')}</p>
      <ul className="plain">
        {doubtful.map((credential) => (
          <li key={credential.original.sha256}>
            <CredentialTitle credential={credential} prefer={[i18n.locale, 'en']} /> <Chip headline={credential.headline} />
          </li>
        ))}
      </ul>
    </section>
  );
}
