import { Icon } from '../../components/icon.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import { PickFile } from '../settings/pick-file.tsx';
import type { BackupFlow, createBackupFlow } from './use-backup.ts';

interface TestFileProps {
  readonly flow: Extract<BackupFlow, { kind: 'saved' }>;
  readonly backup: ReturnType<typeof createBackupFlow>;
}

/** The saved file is chosen again and read back: only then is it a backup. */
export function TestFile({ flow, backup }: TestFileProps) {
  const text = useText();
  const { file, error } = flow;
  return (
    <section className="panel" aria-labelledby="test-title">
      <h2 id="test-title" data-step tabIndex={-1}>{text('backup.test.title')}</h2>
      <p>{text('backup.test.intro')}</p>
      <p className="muted">
        <Sentence id="backup.test.name" values={{ name: <bdi className="raw">{file.fileName}</bdi> }} />
      </p>
      {error === undefined ? null : error.code === 'backup/not-the-same' ? (
        <p className="error" role="alert">
          <Icon name="octagon-x" />
          <span>
            <Sentence id="backup.test.notTheSame" values={{ name: <bdi>{file.fileName}</bdi> }} />
          </span>
        </p>
      ) : (
        <Failure error={error} />
      )}
      <PickFile
        label="backup.test.do"
        hint="check.file.drop"
        onPick={(files) => {
          const [chosen] = files;
          if (chosen !== undefined) void backup.test(file, chosen);
        }}
      />
      <div className="row">
        <button className="btn" data-kind="second" type="button" onClick={() => void backup.saveAgain(file)}>
          <Icon name="download" />
          {text('backup.test.again')}
        </button>
        <button className="btn" data-kind="quiet" type="button" onClick={backup.reset}>
          {text('backup.test.later')}
        </button>
      </div>
    </section>
  );
}
