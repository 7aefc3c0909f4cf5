import { useEffect, useRef, useState } from 'react';
import { Problem } from '../../components/field.tsx';
import { Closed } from '../../components/closed.tsx';
import { useText } from '../../languages/use-text.ts';
import { CodeFields } from '../settings/code-fields.tsx';
import { emptyGroups, wrongGroups } from '../settings/code-groups.ts';
import { Failure } from '../../components/failure.tsx';
import { useCodeTest } from './use-code-test.ts';

/** "Test my code": tries the sheet without opening anything. `asked`: the person came for it, so it is open, in view and focused. */
export function CodeTest({ asked }: { readonly asked: boolean }) {
  const text = useText();
  const { flow, test } = useCodeTest();
  const [groups, setGroups] = useState(emptyGroups);
  const error = flow.kind === 'wrong' ? flow.error : undefined;
  const wrong = wrongGroups(error);
  const summary = useRef<HTMLElement>(null);
  // After the frame has moved to the heading of the page.
  useEffect(() => {
    if (!asked) return;
    summary.current?.focus({ preventScroll: true });
    summary.current?.scrollIntoView({ block: 'start' });
  }, [asked]);
  return (
    <Closed id="test-code" open={asked} name={text('backup.test')} arrow={20} summary={summary}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void test(groups);
        }}
      >
        <CodeFields id="test-code-group" groups={groups} onChange={setGroups} short={flow.kind === 'short' ? flow.groups : []} wrong={wrong} />
        {error === undefined || wrong.length > 0 ? null : error.code === 'vault/wrong-secret' ? (
          <div role="alert">
            <Problem>{text('backup.test.wrong')}</Problem>
          </div>
        ) : (
          <Failure error={error} />
        )}
        <p role="status">{flow.kind === 'fits' ? text('backup.test.fits') : flow.kind === 'testing' ? text('backup.test.running') : ''}</p>
        <div>
          <button className="btn" data-kind="second" type="submit">
            {text('backup.test.run')}
          </button>
        </div>
      </form>
    </Closed>
  );
}
