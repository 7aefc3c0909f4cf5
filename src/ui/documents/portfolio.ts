import type { ExaminedCredential } from '../../core/model/examination.ts';
import type { Instant } from '../../core/model/instant.ts';
import type { PriorLearning } from '../../core/model/own-records.ts';
import type { CredentialStatement, RecognitionStatement } from '../../core/model/recognition-statement.ts';

/** A file that goes with the document. */
export interface PortfolioFile {
  /** Path inside the folder, also where there is none: its last part is the name to save it under, and no two are alike. */
  readonly path: string;
  /** As the file came, for people to read. */
  readonly given: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Where it can be had from inside the document; absent on paper and where it is not enclosed. */
  readonly href?: string;
}

/** One credential, examined as others examine it, with its pages of the recognition statement: its own, then those inside it. */
export interface PortfolioEntry {
  readonly examined: ExaminedCredential;
  readonly pages: readonly CredentialStatement[];
  readonly original: PortfolioFile;
  /** The owner's note on it, where she takes it along. */
  readonly note?: string;
}

/** Prior learning in the owner's words. */
export interface PortfolioPrior {
  readonly record: PriorLearning;
  readonly files: readonly PortfolioFile[];
}

/** In which form the document leaves: what it says of the originals hangs on it. */
export type PortfolioForm = 'print' | 'page' | 'zip';

/** Everything that a portfolio says: one model for paper, for the page and for the folder. */
export interface Portfolio {
  readonly form: PortfolioForm;
  /** The owner's words. */
  readonly name: string;
  readonly intro: string;
  readonly made: Instant;
  readonly version: string;
  /** What of the holder is shown is decided in it. */
  readonly statement: RecognitionStatement;
  readonly entries: readonly PortfolioEntry[];
  readonly prior: readonly PortfolioPrior[];
}

/** Where a credential stands in the document. */
export function entryId(at: number): string {
  return `credential-${String(at + 1)}`;
}
