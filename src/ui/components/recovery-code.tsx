import { useText } from '../languages/use-text.ts';

/** The recovery code: eight numbered groups in two columns, left to right in every language. */
export function RecoveryCode({ groups }: { readonly groups: readonly string[] }) {
  const text = useText();
  return (
    <ol className="code8" aria-label={text('protect.code.label')}>
      {groups.map((group, index) => (
        <li key={`${String(index)} ${group}`}>
          <i>{index + 1}</i>
          {`${group.slice(0, 3)} ${group.slice(3)}`}
        </li>
      ))}
    </ol>
  );
}
