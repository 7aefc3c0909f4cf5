import { toDisplayText } from '../../../core/model/display-text.ts';
import type { ExaminedCredential, ExaminedShare } from '../../../core/model/examination.ts';
import { formatInstant } from '../../../core/model/instant.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { announce } from '../../app/announce.ts';
import type { MessageId } from '../../languages/en.ts';
import { useText } from '../../languages/use-text.ts';
import { Icon } from '../icon.tsx';
import { stepWords } from './step-words.ts';
import { originalFileName } from './original-file-name.ts';

/** Characters of the original text drawn on the page; the file has them all. */
const maxDrawnCharacters = 200_000;

function detailsOf(examined: ExaminedCredential, share: ExaminedShare | undefined): readonly (readonly [MessageId, readonly string[]])[] {
  const { credential, proofs, signer, checks } = examined;
  const rows: readonly (readonly [MessageId, readonly (string | undefined)[]])[] = [
    ['technical.id', [credential.id?.value]],
    ['technical.issuer', [credential.issuer.id?.value]],
    ['technical.subject', [credential.holder.id?.value]],
    ['technical.format', [`${examined.format} · ${examined.vocabulary}`]],
    ['technical.types', [credential.types.join(', ')]],
    ['technical.proof', proofs.map((proof) => [proof.name, proof.created].filter((part) => part !== undefined).join(' · '))],
    ['technical.key', proofs.map((proof) => proof.verificationMethod)],
    ['technical.thumbprint', [signer?.keyThumbprint]],
    ['technical.certificate', [describeCertificate(examined)]],
    ['technical.list', [describeList(examined)]],
    ['technical.packing', [examined.packing?.join(' > ')]],
    ['technical.disclosed', [examined.disclosures?.disclosed.join('  ')]],
    ['technical.hidden', examined.disclosures?.hidden.map(({ path, count }) => `${path === '' ? '/' : path} ≤ ${String(count)}`) ?? []],
    ['technical.digest', [examined.id]],
    ['technical.claims', [examined.claimsDigest]],
    ['technical.share', share === undefined ? [] : [share.format, share.holder]],
    ['technical.checks', [...checks, ...(share?.checks ?? [])].map(describeCheck)],
  ];
  return rows.map(([id, values]) => [id, values.filter((value) => value !== undefined && value !== '') as readonly string[]]);
}

function describeCertificate({ certificate }: ExaminedCredential): string | undefined {
  if (certificate === undefined) return undefined;
  const { commonName, organisation, organisationIdentifier, country, anchor } = certificate;
  return [commonName, organisation, organisationIdentifier, country, anchor === undefined ? undefined : `anchor ${anchor}`].filter((part) => part !== undefined).join(' · ');
}

/** The list that decided who signed, as it calls itself, and what its own signature is worth. */
function describeList({ issuerMatch }: ExaminedCredential): string | undefined {
  const meta = issuerMatch?.listMeta;
  if (meta === undefined) return undefined;
  const { title, operator, edition, issuedAt, signature, digest } = meta;
  return [title, operator, edition, issuedAt === undefined ? undefined : formatInstant(issuedAt), signature, `SHA-256 ${digest}`].filter((part) => part !== undefined && part !== '').join(' · ');
}

function describeCheck(check: ExaminedCredential['checks'][number]): string {
  return `${check.id}: ${check.state}, ${check.reason} (${check.basis}, ${formatInstant(check.at)})`;
}

/** What a specialist asks for, loaded when it is opened. */
export function TechnicalInside({ examined, share }: { readonly examined: ExaminedCredential; readonly share?: ExaminedShare }) {
  const text = useText();
  const { transports } = useWallet();
  const copy = async (): Promise<void> => {
    const copied = await transports.copyText(examined.text);
    if (copied.ok) announce(text('technical.copied'));
  };
  const save = async (): Promise<void> => {
    const saved = await transports.saveFile({ bytes: examined.raw, name: originalFileName(examined), mediaType: examined.mediaType });
    if (saved.ok) announce(text('technical.saved'));
  };
  return (
    <div className="stack">
      <dl className="elements">
        {detailsOf(examined, share)
          .filter(([, values]) => values.length > 0)
          .map(([id, values]) => (
            <div className="element" key={id}>
              <dt>{text(id)}</dt>
              {values.map((value) => (
                <dd className="raw" key={value}>
                  <bdi dir="ltr">{toDisplayText(value, 2_000)}</bdi>
                </dd>
              ))}
            </div>
          ))}
      </dl>
      <Steps examined={examined} />
      <div className="row" data-even>
        <button className="btn" data-kind="second" type="button" onClick={() => void copy()}>
          {text('technical.copy')}
        </button>
        <button className="btn" data-kind="second" type="button" onClick={() => void save()}>
          <Icon name="download" />
          {text('technical.save')}
        </button>
      </div>
      <h3>{text('technical.text')}</h3>
      <pre className="raw" tabIndex={0}>
        {toDisplayText(examined.text, maxDrawnCharacters)}
      </pre>
    </div>
  );
}

/** The ladder of a seal: each step with a result of its own, and those that were not done named as such. */
function Steps({ examined: { steps = [] } }: { readonly examined: ExaminedCredential }) {
  const text = useText();
  if (steps.length === 0) return null;
  return (
    <>
      <h3>{text('technical.steps')}</h3>
      <dl className="elements">
        {steps.map((found, index) => {
          const { step, is } = stepWords(found);
          return (
            <div className="element" data-state={found.state === 'passed' || found.state === 'failed' ? 'ours' : 'missing'} key={index}>
              <dt>{text(step)}</dt>
              <dd {...(found.state === 'failed' ? { className: 'tone', 'data-tone': 'bad' } : {})}>{text(is)}</dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

