import { toDisplayText } from '../../core/model/display-text.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useText } from '../languages/use-text.ts';
import type { StatementPageProps } from './statement-props.ts';
import { Row } from './told-row.tsx';
import { Digest } from './form-parts.tsx';
import { Code } from './told-value.tsx';

/** The file that everything above was read from, and how anyone can check it with other tools. */
export function StatementOriginal({ credential: { original }, prefer, labels }: StatementPageProps) {
  const text = useText();
  const telling = { prefer, labels };
  const { sha256, fileName, mediaType, bytes, format, packing, proofs, waysToCheck } = original;
  return (
    <>
      <dl className="form-rows">
        <Row number="11.1" label="technical.digest" {...telling}>
          <Digest hex={sha256} />
        </Row>
        {fileName === undefined ? null : (
          <Row number="11.2" label="statement.11.name" {...telling}>
            <bdi dir="auto">{toDisplayText(fileName, 1_000)}</bdi>
          </Row>
        )}
        <Row number="11.3" label="statement.11.type" {...telling}>
          <Sentence id="statement.11.bytes" values={{ type: <bdi dir="ltr">{toDisplayText(mediaType, 200)}</bdi>, bytes }} />
        </Row>
        <Row number="11.4" label="statement.11.format" {...telling}>
          <bdi dir="ltr">{[...packing, format].join(' > ')}</bdi>
        </Row>
        <Row number="11.5" label="statement.11.proof" missing="statement.11.unsigned" {...telling}>
          {proofs.length === 0 ? undefined : (
            <ul className="form-list">
              {proofs.map(({ name, verificationMethod }, at) => (
                <li key={at}>
                  <Code text={[name, verificationMethod].filter((part) => part !== undefined).join(' ')} />
                </li>
              ))}
            </ul>
          )}
        </Row>
      </dl>
      <p>
        <b>{text('statement.11.check')}</b>
      </p>
      <ul className="form-list">
        {waysToCheck.map((way) => (
          <li key={way}>{text(`statement.way.${way}`)}</li>
        ))}
      </ul>
    </>
  );
}
