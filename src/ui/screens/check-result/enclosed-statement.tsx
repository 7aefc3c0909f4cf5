import { toDisplayText } from '../../../core/model/display-text.ts';
import type { EnclosedStatement } from '../../../core/model/examination.ts';
import { announce } from '../../app/announce.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { Closed } from '../../components/closed.tsx';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../languages/use-text.ts';

/** Characters of a statement drawn on the page; the file has them all. */
const maxDrawnCharacters = 200_000;

/** The recognition statement that came within a share, to be read and saved as the bytes that were sent. Its words stay the sender's. */
export function EnclosedStatementView({ statement }: { readonly statement: EnclosedStatement }) {
  const text = useText();
  const { transports } = useWallet();
  const save = async (): Promise<void> => {
    const saved = await transports.saveFile({ bytes: statement.json, name: 'recognition-statement.json', mediaType: 'application/json' });
    if (saved.ok) announce(text('technical.saved'));
  };
  return (
    <Closed name={text('check.result.statement')}>
      <div className="stack">
        <button className="btn" data-kind="second" type="button" onClick={() => void save()}>
          <Icon name="download" />
          {text('check.result.statement.save')}
        </button>
        <pre className="raw" tabIndex={0}>
          {toDisplayText(new TextDecoder().decode(statement.json), maxDrawnCharacters)}
        </pre>
      </div>
    </Closed>
  );
}
