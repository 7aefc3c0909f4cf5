import { succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import type { Collection, EvidenceFile, PriorLearning } from '../../../core/model/own-records.ts';
import type { CredentialStatement, HolderShown } from '../../../core/model/recognition-statement.ts';
import type { KeptAnew } from '../../../wallet/document-doors.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { originalFileName } from '../../components/credential/original-file-name.ts';
import { numberedName, relativeAddress } from '../../documents/portfolio-files.ts';
import type { Portfolio, PortfolioEntry, PortfolioFile, PortfolioForm, PortfolioPrior } from '../../documents/portfolio.ts';

/** What goes into a portfolio, as the owner chose it. */
export interface PortfolioOrder {
  readonly form: PortfolioForm;
  readonly collection: Collection;
  readonly items: readonly KeptAnew[];
  readonly prior: readonly PriorLearning[];
  readonly holder: HolderShown;
  /** Notes by the id of their credential; empty where they stay at home. */
  readonly notes: ReadonlyMap<string, string>;
  /** Whether files of prior learning go along: else not even their names do. On paper they are named. */
  readonly evidence: boolean;
}

/** A file with its bytes. `mark`: what stands in the page for its address. */
interface EnclosedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mark: string;
}

export interface BuiltPortfolio {
  /** Of this document alone. */
  readonly id: string;
  readonly portfolio: Portfolio;
  /** In the order in which the page names them. */
  readonly files: readonly EnclosedFile[];
  /** The statement as JSON. */
  readonly json: Uint8Array;
}

/** One model for every form, with the files that go with it. */
export async function buildPortfolio(wallet: Wallet, order: PortfolioOrder): Promise<Attempt<BuiltPortfolio>> {
  const { form, collection, items, prior, holder, notes } = order;
  const made = await (await wallet.documents()).statement(items, { holder, purpose: '', ...(form === 'print' ? {} : { originalsEnclosed: true }) });
  if (!made.ok) return made;
  const { statement, json } = made.value;
  const files: EnclosedFile[] = [];
  // Nobody who wrote a credential knew this: no text of theirs can stand in for the address of a file.
  const id = await digestOf(json);
  const enclose = (path: string, given: string, sha256: string, bytes: Uint8Array | undefined, size: number): PortfolioFile => {
    const mark = `mecum:${id}:${String(files.length)}`;
    if (bytes !== undefined && form !== 'print') files.push({ path, bytes, mark });
    const href = bytes === undefined || form === 'print' ? undefined : form === 'page' ? mark : relativeAddress(path);
    return { path, given, size, sha256, ...(href === undefined ? {} : { href }) };
  };
  const entries = items.map(({ kept, examined }, at): PortfolioEntry => {
    const pages = pagesOf(examined.id, statement.credentials);
    const given = holder === 'none' ? originalFileName({ id: examined.id, mediaType: examined.mediaType }) : originalFileName(examined);
    const note = notes.get(examined.id);
    const original = enclose(`originals/${numberedName([at + 1], given)}`, given, examined.id, kept.raw, kept.raw.length);
    return { examined: holder === 'none' ? unnamed(examined) : examined, pages, original, ...(note === undefined ? {} : { note }) };
  });
  const described: PortfolioPrior[] = [];
  for (const [at, record] of prior.entries()) {
    const evidence = order.evidence ? record.evidence : [];
    const opened = await openAll(wallet, form === 'print' ? [] : evidence);
    if (!opened.ok) return opened;
    const one = (file: EvidenceFile, place: number): PortfolioFile =>
      enclose(`prior-learning/${numberedName([at + 1, place + 1], file.name)}`, file.name, file.sha256, opened.value.get(file.id), file.size);
    described.push({ record, files: evidence.map(one) });
  }
  const { version } = wallet.installation.state.get();
  return succeed({ id, portfolio: { form, name: collection.name, intro: collection.intro, made: wallet.now(), version, statement, entries, prior: described }, files, json });
}

/** People put their names into the names of files, and a credential without a title is called like its file. */
function unnamed(examined: ExaminedCredential): ExaminedCredential {
  const copy = { ...examined };
  Reflect.deleteProperty(copy, 'fileName');
  return copy;
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function openAll(wallet: Wallet, evidence: readonly EvidenceFile[]): Promise<Attempt<ReadonlyMap<string, Uint8Array>>> {
  const opened = new Map<string, Uint8Array>();
  for (const { id } of evidence) {
    const file = await (await wallet.own()).openEvidence(id);
    if (!file.ok) return file;
    opened.set(id, file.value.bytes);
  }
  return succeed(opened);
}

/** The page of a credential, then those of the credentials inside it, whatever their depth. */
function pagesOf(id: string, all: readonly CredentialStatement[]): readonly CredentialStatement[] {
  const inside = new Set([id]);
  const pages: CredentialStatement[] = [];
  for (const page of all) {
    const isHere = page.original.sha256 === id || (page.insideOf !== undefined && inside.has(page.insideOf));
    if (!isHere) continue;
    inside.add(page.original.sha256);
    pages.push(page);
  }
  return pages;
}
