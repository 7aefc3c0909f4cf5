import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { maxEvidenceBytes, maxEvidenceFiles } from '../../../core/model/limits.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { Problem } from '../../components/field.tsx';
import { ownText } from '../../components/own/own-text.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { PickFile } from '../settings/pick-file.tsx';
import type { PriorLearningForm, usePriorLearningForm } from './use-prior-learning-form.ts';

interface EvidenceFilesProps extends Pick<ReturnType<typeof usePriorLearningForm>, 'form' | 'change' | 'pick' | 'saveCopy' | 'error'> {
  readonly problem: string | undefined;
}

/** Ids of what the focus goes to. */
const pickId = 'prior-files-pick';
const undoId = 'prior-files-undo';

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

/** The files as they were before one was taken out, and its name. */
type TakenOut = Pick<PriorLearningForm, 'kept' | 'added'> & { readonly name: string };

/** Files beside the description: those that are kept, those to be added, and a place for more. */
export function EvidenceFiles({ form, change, pick, saveCopy, error, problem }: EvidenceFilesProps) {
  const text = useText();
  const wallet = useWallet();
  const { kept, added } = form;
  const [takenOut, setTakenOut] = useState<TakenOut>();
  useEffect(() => {
    if (problem !== undefined) focusOn(pickId);
  }, [error, problem]);
  useEffect(() => {
    if (takenOut !== undefined) focusOn(undoId);
  }, [takenOut]);
  const takeOut = (name: string, left: Partial<PriorLearningForm>): void => {
    setTakenOut({ name, kept, added });
    change(left);
  };
  const undo = (): void => {
    if (takenOut !== undefined) change({ kept: takenOut.kept, added: takenOut.added });
    setTakenOut(undefined);
    focusOn(pickId);
  };
  return (
    <section className="stack" aria-labelledby="prior-files">
      <h2 id="prior-files">{text('prior.files')}</h2>
      <p className="hint">{text('prior.files.hint', { count: maxEvidenceFiles, megabytes: maxEvidenceBytes / 1024 / 1024 })}</p>
      {kept.length + added.length === 0 ? null : (
        <ul className="plain">
          {kept.map((file) => (
            <FileRow key={file.id} name={file.name} size={file.size} remove={() => takeOut(file.name, { kept: kept.filter((one) => one !== file) })}>
              <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={() => void saveCopy(file)}>
                {text('prior.files.open')}
                <span className="unseen">
                  : <bdi>{ownText(file.name)}</bdi>
                </span>
              </button>
            </FileRow>
          ))}
          {added.map((file, at) => (
            <FileRow key={at} name={file.name} size={file.bytes.length} remove={() => takeOut(file.name, { added: added.filter((one) => one !== file) })} />
          ))}
        </ul>
      )}
      <TakenOutLine name={takenOut?.name} undo={undo} />
      <div role="alert">{problem === undefined ? null : <Problem id="prior-files-problem">{problem}</Problem>}</div>
      <PickFile
        several
        id={pickId}
        label="prior.files.pick"
        hint="prior.files.drop"
        {...(problem === undefined ? {} : { describedBy: 'prior-files-problem' })}
        onOpen={() => addEventListener('focus', wallet.holdOpen(), { once: true })}
        onPick={(files) => {
          setTakenOut(undefined);
          void pick(files);
        }}
      />
    </section>
  );
}

/** "Taken out: …" with the way back, until more files are added. */
function TakenOutLine({ name, undo }: { readonly name: string | undefined; readonly undo: () => void }) {
  const text = useText();
  return (
    <div className="row" role="status">
      {name === undefined ? null : (
        <>
          <span>
            <Sentence id="prior.files.removed" values={{ name: <bdi>{ownText(name)}</bdi> }} />
          </span>
          <button className="btn" data-kind="second" id={undoId} type="button" onClick={undo}>
            {text('own.undo')}
          </button>
        </>
      )}
    </div>
  );
}

function FileRow({ name, size, remove, children }: { readonly name: string; readonly size: number; readonly remove: () => void; readonly children?: ReactNode }) {
  const text = useText();
  return (
    <li>
      <bdi>{ownText(name)}</bdi> <span className="small muted">{text('prior.files.size', { size: Math.ceil(size / 1024) })}</span>
      <div className="row">
        {children}
        <button className="btn" data-kind="quiet" {...(children === undefined ? { 'data-edge': 'start' } : {})} type="button" onClick={remove}>
          {text('prior.files.remove')}
          <span className="unseen">
            : <bdi>{ownText(name)}</bdi>
          </span>
        </button>
      </div>
    </li>
  );
}
