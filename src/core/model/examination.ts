import type { Answer, Want } from './answers.ts';
import type { CheckResult } from './check-result.ts';
import type { Credential } from './credential.ts';
import type { ElementReading } from './eu-elements.ts';
import type { FormatId, ItemId, VocabularyId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Disclosures, FoundProof, LeftOut } from './opened.ts';
import type { ProofStep, SignerCertificate } from './proof.ts';
import type { Received } from './received.ts';
import type { IssuerMatch, OwnListEntry, TrustListFile } from './trust.ts';
import type { CredentialAxes, CredentialHeadline, Origin, ShareAxes, ShareHeadline, VerdictClass } from './verdict.ts';
import type { WalletError } from './wallet-error.ts';

/** What a text or file turned out to be when it is not ours to open; shown, never followed. */
export type ForeignContent =
  | { readonly kind: 'web-address'; readonly text: string }
  | { readonly kind: 'request'; readonly protocol: string; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

/** Who the receiver said they are. The word `none` must be said: there is no default. */
export type ShareExpectation = 'none' | { readonly challenge: string; readonly domain: string; readonly used: boolean };

/** What an examination is made against; all of it comes from outside, core keeps no clock and no memory. */
export interface ExaminationContext {
  readonly now: Instant;
  /** The earliest believable present (build time, or the last time seen): before it the clock is wrong. */
  readonly notBefore: Instant;
  readonly ownList: readonly OwnListEntry[];
  /** What addresses answered, now or earlier. Nothing else is known of the network: the examination asks nobody. */
  readonly answers?: readonly Answer[];
  /** Trust lists and registers at hand, as files; each is read and judged anew. */
  readonly lists?: readonly TrustListFile[];
  readonly expectation: ShareExpectation;
  readonly origin: Origin;
  /** `timed-out`: a first try did not end in time; proofs are not tried again and count as not checked. */
  readonly proofs?: 'timed-out';
}

/** A credential with everything we can say of it. Plain data: it crosses workers and is stored. */
export interface ExaminedCredential {
  readonly kind: 'credential';
  readonly id: ItemId;
  /** Equal for the same credential in other bytes: issuer and id, or SHA-256 of the canonical claims. */
  readonly sameness: string;
  /** SHA-256 of the canonical claims without proof: differs between versions of one credential. */
  readonly claimsDigest: string;
  readonly raw: Uint8Array;
  readonly mediaType: string;
  readonly fileName?: string;
  readonly format: FormatId;
  /** What it was packed in, from the outside in; `raw` and `id` are then those of the outermost. */
  readonly packing?: readonly FormatId[];
  readonly vocabulary: VocabularyId;
  readonly credential: Credential;
  readonly elements: readonly ElementReading[];
  readonly proofs: readonly FoundProof[];
  /** The key that made the proof that counts; absent where none was verified. */
  readonly signer?: { readonly verificationMethod: string; readonly keyThumbprint: string };
  readonly issuerMatch?: IssuerMatch;
  /** Of an SD-JWT: what is disclosed, and where claims are signed and not shown. */
  readonly disclosures?: Disclosures;
  /** RFC 7638 thumbprint of the key that it names as its holder's (`cnf`); empty where that names none that can be found. */
  readonly boundKey?: string;
  /** The steps of a seal, each with its own result; those that were not done say so. */
  readonly steps?: readonly ProofStep[];
  /** Whom the certificate of a signature names, safe to show; somebody's claim unless `anchor` is there. */
  readonly certificate?: Omit<SignerCertificate, 'path'>;
  /** What would have to be asked for more to be known; empty where a signature does not fit (nothing is asked then). */
  readonly wants: readonly Want[];
  /** Marks of status lists that are newer than all that were known, to be handed in with the answers next time (`Answer.markOf`). */
  readonly marks?: readonly Answer[];
  readonly checks: readonly CheckResult[];
  readonly axes: CredentialAxes;
  /** The latest start and the earliest end that claims and proofs state: what time is judged by on every later look. */
  readonly period: { readonly from?: Instant; readonly until?: Instant };
  readonly headline: CredentialHeadline;
  readonly class: VerdictClass;
  /** The credential as text for the technical layer: pretty JSON of the claims. */
  readonly text: string;
  /** Credentials inside this one (a transcript), each with a verdict of its own that changes nothing of this one's. */
  readonly parts?: readonly Examination[];
}

/** A share with its own verdict, around the credentials it carries. */
/** A recognition statement that came within a share: the sender's own word, with no verdict of ours. */
export interface EnclosedStatement {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly json: Uint8Array;
}

export interface ExaminedShare {
  readonly kind: 'share';
  readonly format: FormatId;
  readonly axes: ShareAxes;
  readonly headline: ShareHeadline;
  readonly checks: readonly CheckResult[];
  readonly holder?: string;
  /** The receiver's text in the proof: shown, never compared unless expected. */
  readonly label?: string;
  readonly created?: Instant;
  readonly expires?: Instant;
  readonly purpose?: string;
  readonly statement?: EnclosedStatement;
  /** What would have to be asked for more to be known of who signed the share itself; its parts have wants of their own. */
  readonly wants?: readonly Want[];
  readonly parts: readonly Examination[];
  readonly class: VerdictClass;
}

interface ExaminedCollection {
  readonly kind: 'collection';
  readonly parts: readonly Examination[];
  readonly class: VerdictClass;
  /** How the file itself is packed: an archive, a document, a list. Absent where several files were looked at together. */
  readonly format?: FormatId;
  /** What the file held besides: files of other kinds, and keys, which are never read. */
  readonly leftOut?: LeftOut;
}

/** Bytes that could not be opened. They cannot be saved; the person's file is untouched. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly error: WalletError;
  /** What it looks like, for the sentence "It looks like …". */
  readonly looksLike: 'nothing' | 'text' | 'json' | 'jwt' | 'image' | 'pdf' | 'zip' | 'page' | 'list' | 'keys' | 'xml' | 'code' | 'binary';
  readonly foreign?: ForeignContent;
  /** As its transport named it: for the sentence "… could not be read". */
  readonly fileName?: string;
  readonly class: VerdictClass;
}

export type Examination = ExaminedCredential | ExaminedShare | ExaminedCollection | Unreadable;

/** What the examiner is given. */
export interface ExaminationOrder {
  readonly received: Received;
  readonly context: ExaminationContext;
}

/** All credentials in an examination, depth first. */
export function credentialsIn(examination: Examination): readonly ExaminedCredential[] {
  if (examination.kind === 'credential') return [examination];
  if (examination.kind === 'unreadable') return [];
  return examination.parts.flatMap(credentialsIn);
}
