import type { CredentialHeadline } from '../../core/model/verdict.ts';
import { useText } from '../languages/use-text.ts';
import { Icon } from './icon.tsx';
import { credentialLook } from './verdict-looks.ts';

/** The state of a credential in a list: icon and word, never colour alone. */
export function Chip({ headline }: { readonly headline: CredentialHeadline }) {
  const text = useText();
  const look = credentialLook(headline);
  return (
    <span className="chip" data-tone={look.tone}>
      <Icon name={look.icon} />
      {text(look.word)}
    </span>
  );
}
