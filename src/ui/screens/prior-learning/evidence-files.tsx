import type { ReactNode } from 'react';
import { maxEvidenceBytes, maxEvidenceFiles } from '../../../core/model/limits.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { ownText } from '../../components/own/own-text.tsx';
import { useText } from '../../languages/use-text.ts';
import { PickFile } from '../settings/pick-file.tsx';
import type { usePriorLearningForm } from './use-prior-learning-form.ts';

/** Files beside the description: those that are kept, those to be added, and a place for more. */
export function EvidenceFiles({ form, change, pick, saveCopy }: ReturnType<typeof usePriorLearningForm>) {
  const text = useText();
  const wallet = useWallet();
  const { kept, added } = form;
  return (
    <section className="stack" aria-labelledby="prior-files">
      <h2 id="prior-files">{text('prior.files')}</h2>
      <p className="hint">{text('prior.files.hint', { count: maxEvidenceFiles, megabytes: maxEvidenceBytes / 1024 / 1024 })}</p>
      {kept.length + added.length === 0 ? null : (
        <ul className="plain">
          {kept.map((file) => (
            <FileRow key={file.id} name={file.name} size={file.size} remove={() => change({ kept: kept.filter((one) => one !== file) })}>
              <button className="btn" data-kind="quiet" data-edge="start" type="button" onClick={() => void saveCopy(file)}>
                {text('prior.files.open')}
                <span className="unseen">
                  : <bdi>{ownText(file.name)}</bdi>
                </span>
              </button>
            </FileRow>
          ))}
          {added.map((file, at) => (
            <FileRow key={at} name={file.name} size={file.bytes.length} remove={() => change({ added: added.filter((one) => one !== file) })} />
          ))}
        </ul>
      )}
      <PickFile
        several
        label="prior.files.pick"
        hint="prior.files.drop"
        onOpen={() => addEventListener('focus', wallet.holdOpen(), { once: true })}
        onPick={(files) => void pick(files)}
      />
    </section>
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
