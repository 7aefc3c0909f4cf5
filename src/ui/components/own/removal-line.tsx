import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../failure.tsx';
import { ownText } from './own-text.tsx';
import { nameOf } from './removal-flow.ts';
import type { RemovalFlow } from './removal-flow.ts';

/** "Deleted: …" with the way back; what went wrong. */
export function RemovalLine({ flow, undo }: { readonly flow: RemovalFlow; readonly undo: () => Promise<void> }) {
  const text = useText();
  const { removed, undone, error } = flow;
  return (
    <>
      <div className="row" role="status">
        {removed === undefined ? null : (
          <>
            <span>
              <Sentence id="own.removed" values={{ name: <bdi>{ownText(nameOf(removed.record))}</bdi> }} />
            </span>
            <button className="btn" data-kind="second" type="button" onClick={() => void undo()}>
              {text('own.undo')}
            </button>
          </>
        )}
        {undone === undefined ? null : (
          <span>
            <Sentence id="own.undone" values={{ name: <bdi>{ownText(nameOf(undone))}</bdi> }} />
          </span>
        )}
      </div>
      {error === undefined ? null : <Failure error={error} />}
    </>
  );
}
