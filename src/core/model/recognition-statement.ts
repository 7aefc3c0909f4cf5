import type { CheckId, CheckState, ReasonCode } from './check-result.ts';
import type { Completeness } from './completeness.ts';
import type { LocalizedText } from './credential.ts';
import type { CoverageReason, ElementState, ElementValue, EuElementId } from './eu-elements.ts';
import type { ItemId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { LocalDay } from './local-day.ts';
import type { ProofStep } from './proof.ts';
import type { StackingFacts } from './stacking.ts';
import type { TrustListMeta } from './trust.ts';
import type { CredentialHeadline, VerdictClass } from './verdict.ts';
import type { ErrorFacts } from './wallet-error.ts';

/**
 * Whose word a value is. `signed-by-issuer`: under a signature that fits, of an issuer that a list or a domain names.
 * `signed-issuer-unknown`: the signature fits and nobody but the holder knows who signed. `in-register`: a loaded list says
 * it. `compared-here`: worked out by the wallet from such words. `not-verified`: no signature that fits was seen.
 */
export type ValueSource = 'signed-by-issuer' | 'compared-here' | 'signed-issuer-unknown' | 'in-register' | 'not-verified';

/** A value with where it stands and whose word it is. */
export interface StatementValue extends ElementValue {
  readonly source: ValueSource;
  /** A code, number, date or identifier, or only words. */
  readonly form: 'structured' | 'free-text';
  /** Of a date: the day where it was meant, beside the written one. */
  readonly day?: LocalDay;
  /** Of a number that an organisation is registered under: of which kind, by the name that its format has for it. */
  readonly number?: string;
}

/** One European element; `withheld` counts values of the learner that the holder chose not to show. */
export interface StatementElement {
  readonly id: EuElementId;
  readonly mandatory: boolean;
  readonly state: ElementState;
  readonly values: readonly StatementValue[];
  readonly withheld?: number;
}

/** What an entry of the grid is about: an element, or what stands beside them. */
export type GridSubject = EuElementId | 'field' | 'setting' | 'language' | 'register' | 'checks';

/** One fact in the grid: what is stated, where, and whose word it is. Judging it is left to the reader. */
export interface GridFact {
  readonly about: GridSubject;
  readonly state: ElementState;
  readonly values: readonly StatementValue[];
  /** Of `register`: the list that names the issuer. */
  readonly list?: TrustListMeta;
  /** Of `checks`: what was examined, and how it came out. */
  readonly checks?: readonly Pick<StatementCheck, 'id' | 'state' | 'reason'>[];
}

/** The five elements of the Lisbon Convention practice. */
export type LisbonElement = 'quality' | 'level' | 'workload' | 'profile' | 'learning-outcomes';

/** What credential evaluators ask of a micro-credential. */
export type EvaluatorQuestion = 'quality-assurance' | 'verification' | 'level' | 'learning-outcomes' | 'workload' | 'testing' | 'identification';

export interface GridRow<Id extends string> {
  readonly id: Id;
  readonly facts: readonly GridFact[];
}

/** What was examined or left undone: our checks, the steps of a seal, the rules of the format, who shows it. */
export type StatementCheckId = CheckId | ProofStep['id'] | 'format' | 'owner';

/** One examination with its result, what it rests on and when; `verification` and `status` are codes of the EU lists. */
export interface StatementCheck {
  readonly id: StatementCheckId;
  readonly state: CheckState;
  readonly reason: ReasonCode;
  readonly facts: ErrorFacts;
  readonly basis: 'offline' | 'cached' | 'live' | 'file';
  readonly at: Instant;
  /** Code of `http://data.europa.eu/snb/verification/`. */
  readonly verification: string;
  /** Code of `http://data.europa.eu/snb/verification-status/`. */
  readonly status: string;
  /** The list that decided, where one did. */
  readonly list?: TrustListMeta;
}

/** A step that was not done, and because of what. */
export interface StepNotDone {
  readonly id: StatementCheckId;
  readonly why: 'not-part-of-this-wallet' | 'no-answer-at-hand' | 'no-list-at-hand' | 'could-not-judge' | 'not-in-this-file';
}

/** How whoever receives the original can examine it without this wallet. */
export type WayToCheck = 'compare-hash' | 'compare-hash-of-record' | 'european-viewer' | 'data-integrity-verifier' | 'token-verifier' | 'selective-disclosure-verifier' | 'badge-displayer' | 'ask-the-address' | 'ask-the-issuer';

/** The file that was examined, byte for byte as received. */
export interface StatementOriginal {
  readonly sha256: ItemId;
  readonly mediaType: string;
  readonly bytes: number;
  /** Left out where nothing of the holder is shown: people put their names into it. */
  readonly fileName?: string;
  readonly format: string;
  readonly packing: readonly string[];
  /** Names of the proofs as they stand in it, and the keys that they name. */
  readonly proofs: readonly { readonly name: string; readonly verificationMethod?: string }[];
  readonly waysToCheck: readonly WayToCheck[];
  /** The original itself, where the statement carries it. */
  readonly dataUrl?: string;
}

/** Who sealed or signed, beside who awarded. `on-behalf` only where the credential carries a mandate. */
export interface SealingBody {
  readonly relation: 'same-body' | 'on-behalf' | 'other-body' | 'not-told';
  readonly values: readonly StatementValue[];
  /** Who the certificate of a seal names; a claim unless the chain led to a loaded anchor. */
  readonly certificate?: { readonly organisation?: string; readonly organisationIdentifier?: string; readonly country?: string; readonly anchored: boolean };
}

/** One accreditation that the credential tells of, and whether it covers what was awarded, by what the credential says of both. */
export interface StatementAccreditation {
  /** Title and kind, who accredited, decision, since when, until when, review, where the report is. */
  readonly values: readonly StatementValue[];
  /** Who is named as having been accredited, with numbers. */
  readonly organisations: readonly StatementValue[];
  readonly covers: 'covers' | 'does-not-cover' | 'cannot-tell';
  readonly because: readonly CoverageReason[];
}

/** Core data that no element carries. */
export interface StatementCore {
  readonly sealing: SealingBody;
  readonly awarded: readonly StatementValue[];
  readonly validUntil: readonly StatementValue[];
  readonly field: readonly StatementValue[];
  readonly language: readonly StatementValue[];
  readonly setting: readonly StatementValue[];
  readonly skills: readonly StatementValue[];
  /** What kind of thing the issuer says it is, in its words (`MicroCredential`), or of the list `credential`. */
  readonly kind?: readonly StatementValue[];
}

/** Remarks of a kind; the words are the screen's. */
export type StatementNote =
  | 'not-a-recognition-decision'
  | 'prepared-by-the-holders-wallet'
  | 'repeat-the-checks'
  | 'receiving-organisation-decides'
  | 'completeness-says-nothing-of-truth'
  /** Maybe of two people, maybe one name in two spellings. */
  | 'learner-names-differ'
  | 'originals-not-enclosed'
  | 'attendance-no-test'
  /** One credit is usually 25 to 30 hours of work; the provider decides. No hours are computed. */
  | 'credits-usually-25-to-30-hours'
  /** An accreditation is told of, and none of them covers this credential by what it says. */
  | 'accreditation-does-not-cover'
  | 'several-awarding-bodies'
  | 'several-countries'
  | 'sealed-by-another-body'
  | 'date-written-and-meant-differ'
  | 'time-zone-not-stated'
  | 'parts-hidden'
  | 'learner-withheld';

/**
 * One credential in a statement: one page. `headline` and the issuer check are those that hold for others too: the learner's
 * own list counts for nobody else.
 */
export interface CredentialStatement {
  /** The record that carries it, where it came inside one; that record has a page of its own. */
  readonly insideOf?: ItemId;
  readonly original: StatementOriginal;
  /** What it is called, on its page and in lists: see `titleOf`. Empty: nothing, for the name of its file may be hers. */
  readonly title: LocalizedText;
  readonly headline: CredentialHeadline;
  readonly class: VerdictClass;
  readonly examinedAt: Instant;
  readonly core: StatementCore;
  readonly elements: readonly StatementElement[];
  readonly completeness: Completeness;
  /** Optional elements that are stated: listed, never counted. */
  readonly optional: readonly EuElementId[];
  readonly lisbon: readonly GridRow<LisbonElement>[];
  readonly questions: readonly GridRow<EvaluatorQuestion>[];
  /** Quality assurance at the date of award; absent where no accreditation is told of. */
  readonly accreditations?: readonly StatementAccreditation[];
  readonly checks: readonly StatementCheck[];
  readonly notDone: readonly StepNotDone[];
  readonly notes: readonly StatementNote[];
}

/** Which of the learner's data the holder wants in the statement. */
export type HolderShown = 'none' | 'name' | 'name-and-birth-date';

/** The cover of a set: what is in it, what to look at first. */
export interface StatementCover {
  readonly items: readonly { readonly sha256: ItemId; readonly headline: CredentialHeadline; readonly class: VerdictClass; readonly completeness: Completeness }[];
  /** Whatever is not plainly within its time and signed by an issuer that a list names. */
  readonly attention: readonly { readonly sha256: ItemId; readonly headline: CredentialHeadline }[];
  readonly stacking: StackingFacts;
}

/**
 * A recognition statement (TRUST-AND-RECOGNITION 4 in twelve parts): facts for whoever decides on recognition, prepared from
 * what issuers signed. One model for the page, for print and for JSON; it holds ids and facts, no sentence for people.
 */
export interface RecognitionStatement {
  readonly type: 'RecognitionStatement';
  readonly version: 1;
  readonly generated: Instant;
  readonly wallet: { readonly name: string; readonly version: string };
  readonly holder: { readonly shown: HolderShown; readonly names: readonly StatementValue[]; readonly birthDates: readonly StatementValue[] };
  /** The holder's own words. */
  readonly purpose?: string;
  readonly credentials: readonly CredentialStatement[];
  /** Of two credentials or more. */
  readonly cover?: StatementCover;
  /** All lists that were at hand, whether they know anybody or not. */
  readonly lists: readonly TrustListMeta[];
  readonly notes: readonly StatementNote[];
}

/** What a statement is made with, besides the credentials. */
export interface StatementOrder {
  readonly now: Instant;
  readonly wallet: { readonly name: string; readonly version: string };
  readonly holder: HolderShown;
  readonly purpose?: string;
  /** The originals go along with it: nobody is told to ask for them. */
  readonly originalsEnclosed?: true;
  /** What the lists at hand say of themselves. */
  readonly lists: readonly TrustListMeta[];
}

/** A statement, and the same as JSON in UTF-8: one model, two forms. */
export interface MadeStatement {
  readonly statement: RecognitionStatement;
  /** The holder wants nothing of herself in it, and words of an issuer still name her: to be told to her, not to the reader. */
  readonly stillNamed?: true;
  readonly json: Uint8Array;
}
