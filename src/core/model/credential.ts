import type { Instant } from './instant.ts';
import type { JsonObject } from './json.ts';
import type { VocabularyId } from './ids.ts';

/** A text in the languages the issuer wrote it in. `language` is a BCP 47 tag, absent where not stated. */
export type LocalizedText = readonly { readonly text: string; readonly language?: string }[];

/** A value with its origin: where it stands in the claims (JSON pointer) and how it is written there. */
export interface Stated<T> {
  readonly value: T;
  /** JSON pointer (RFC 6901) into the claims. */
  readonly path: string;
  /** The text as it stands in the claims; what a reader can find there again. */
  readonly raw: string;
}

export type StatedText = Stated<LocalizedText>;
/** A date as written; `at` only where it is a full, valid `dateTimeStamp`. */
export type StatedDate = Stated<{ readonly text: string; readonly at?: Instant }>;

/** An organisation or person that issues, awards or creates. */
export interface Party {
  readonly id?: Stated<string>;
  readonly name?: StatedText;
  /** Of every address. `country`: ISO 3166-1 alpha-2 where the text is one; else the text as written. */
  readonly places: readonly { readonly country?: Stated<string>; readonly region?: StatedText }[];
  /** The organisations that it says it is part of. */
  readonly parents: readonly StatedText[];
  /** As written; stands among the further claims too. */
  readonly url?: Stated<string>;
  /** As written; stands among the further claims too. */
  readonly email?: Stated<string>;
  readonly identifiers: readonly Stated<{ readonly kind: string; readonly value: string }>[];
}

/** The learner, as far as the credential names her. */
export interface Holder {
  /** The subject's id as written; never parsed as a condition of showing the credential. */
  readonly id?: Stated<string>;
  readonly names: readonly StatedText[];
  /** Identifiers such as an e-mail; `hashed` ones can only be matched against something typed. */
  readonly identifiers: readonly Stated<{
    readonly kind: string;
    readonly value: string;
    readonly hashed: boolean;
    readonly salt?: string;
    /** Identity numbers and birth dates are masked until the person asks to see them. */
    readonly sensitive: boolean;
  }>[];
}

export type WorkloadSystem = 'ECTS' | 'ECVET' | 'hours' | 'unknown';
export interface Workload {
  readonly amount: number;
  readonly system: WorkloadSystem;
  /** Of an unknown system: what the issuer calls it. */
  readonly unit?: string;
  /** Of one activity within the whole: stands beside what the achievement states and is no second value of it. */
  readonly part?: true;
}

export interface Alignment {
  readonly name?: StatedText;
  readonly description?: StatedText;
  readonly framework?: StatedText;
  readonly code?: Stated<string>;
  readonly url?: Stated<string>;
  readonly kind?: Stated<string>;
  /** A skill that the issuer sets beside the learning outcomes (ESCO, DigComp or its own); shown with them. */
  readonly isSkill?: true;
}

/** A level on a named framework, e.g. EQF 6; without a framework, a level in the issuer's words alone. */
export interface Level {
  readonly framework: string;
  readonly value: string;
}

/**
 * A value of a controlled list: its code where recognised, else only the issuer's words. `list` is the EU list the
 * code stands in (EU-ELEMENTS, vocabularies); a code without a list is the issuer's own structured reference.
 */
export interface ListedTerm {
  readonly code?: string;
  readonly list?: string;
  readonly text: LocalizedText;
}

export interface LearningResult {
  readonly name?: StatedText;
  readonly value: StatedText;
  /** The scale it stands on, in the issuer's words or built from its stated minimum, maximum and pass mark. */
  readonly scale?: StatedText;
  /** What the scale is called, where the issuer tells name and rules apart. */
  readonly scheme?: StatedText;
  /** What else the issuer says of the result: how it stands among others, in its words or numbers. */
  readonly details?: readonly StatedText[];
}

/** One thing that is said of an accreditation, in the issuer's words; `decided`: since when it counts, `report`: where it can be read. */
export interface AccreditationDetail {
  readonly detail: 'agent' | 'decision' | 'decided' | 'until' | 'review' | 'report';
  readonly text: StatedText;
}

/** One limit of an accreditation; `code` where it is understood: an EQF level, an ISCED-F code, an id, a profile, a country. */
export interface AccreditationLimit {
  readonly to: 'level' | 'field' | 'qualification' | 'profile' | 'jurisdiction';
  readonly code?: string;
}

/** What an accreditation says of itself, for telling whether it covers what was awarded (`accreditation-coverage.ts`). */
export interface AccreditationRecord {
  /** Where it stands, and how it is written there. */
  readonly path: string;
  readonly raw: string;
  readonly terms: readonly Stated<ListedTerm>[];
  readonly details: readonly AccreditationDetail[];
  readonly from?: StatedDate;
  readonly until?: StatedDate;
  /** To whom it was given; the body itself where it stands there and names nobody else. */
  readonly organisations: readonly Party[];
  /** None of a kind: no limit of that kind. */
  readonly limits: readonly Stated<AccreditationLimit>[];
}

/** How two parts of a learner record belong together (CLR 2.0, Association), as the issuer says it. */
export interface Association {
  /** `isPartOf`, `isChildOf`, `isParentOf`, `precedes`, `replacedBy`, `exactMatchOf`, `isPeerOf`, `isRelatedTo`, or another word. */
  readonly relation: string;
  /** The ids that it names. */
  readonly source: string;
  readonly target: string;
  /** What is called so in the record; absent where the id names nothing in it. */
  readonly sourceTitle?: LocalizedText;
  readonly targetTitle?: LocalizedText;
}

/** One achievement: what was learned and how. Every field absent where the issuer does not state it. */
export interface Achievement {
  readonly id?: Stated<string>;
  readonly title?: StatedText;
  readonly description?: StatedText;
  readonly kind?: Stated<string>;
  readonly creator?: Party;
  readonly criteria?: StatedText;
  readonly criteriaUrl?: Stated<string>;
  readonly outcomes: readonly StatedText[];
  readonly alignments: readonly Alignment[];
  readonly workloads: readonly Stated<Workload>[];
  readonly levels: readonly Stated<Level>[];
  /** Words for how demanding it is that name no framework (`intermediate`). */
  readonly levelWords?: readonly StatedText[];
  /** The issuer's words that a framework does not apply. */
  readonly levelNotApplicable?: StatedText;
  readonly assessment: readonly Stated<ListedTerm>[];
  readonly participation: readonly Stated<ListedTerm>[];
  readonly qualityAssurance: readonly Stated<ListedTerm>[];
  /** Who accredited, what was decided and for how long, beside the titles in `qualityAssurance`. */
  readonly accreditations?: readonly AccreditationDetail[];
  /** Accreditations of what was achieved, as far as more than a title is told of them. */
  readonly accreditationRecords?: readonly AccreditationRecord[];
  /** Ids of what it was awarded by (a qualification, a specification); some count only within the document. */
  readonly specifications?: readonly Stated<string>[];
  readonly prerequisites: readonly StatedText[];
  readonly supervision: readonly Stated<ListedTerm>[];
  readonly results: readonly LearningResult[];
  readonly stacking: readonly StatedText[];
  /** Whether the issuer says that it is made to count towards something larger. */
  readonly stackable?: Stated<boolean>;
  /** Whether the issuer says that it is only a part of a qualification. */
  readonly partial?: Stated<boolean>;
  /** How widely the outcomes can be used, of the list `skill-reuse-level`. */
  readonly reusability?: readonly Stated<ListedTerm>[];
  /** Durations that have no number of hours, as written (`P60M`). */
  readonly oddDurations?: readonly StatedText[];
  readonly field?: StatedText;
  readonly notes?: readonly StatedText[];
  /** Home pages and documents that the issuer refers to; shown as text, never followed. */
  readonly links?: readonly Stated<string>[];
  /** Fields of study, each with its code (`isced-f`) where it has one; beside `field`, which is words for a line. */
  readonly fields?: readonly Stated<ListedTerm>[];
  /** Formal, non-formal (`learning-setting`), or the issuer's words. */
  readonly settings?: readonly Stated<ListedTerm>[];
  /** Ids of what the issuer says it is part of, and of what it says are its parts: what is inside is not counted twice. */
  readonly partOf?: readonly Stated<string>[];
  readonly hasPart?: readonly Stated<string>[];
  readonly languages: readonly Stated<string>[];
  /** When the learner took part. */
  readonly activity?: { readonly start?: StatedDate; readonly end?: StatedDate };
  readonly tags: readonly StatedText[];
  readonly image?: Stated<string>;
}

/** A picture that stands in the signed claims: where it is, never its bytes. Shown inert, beside the elements. */
export interface SignedPicture {
  /** `display`: a page as the issuer drew the credential. */
  readonly of: 'display' | 'logo' | 'badge';
  /** JSON pointer to the Base64 text or `data:` address in the claims. */
  readonly path: string;
  /** As the claims name it: `PNG`, `image/png`. */
  readonly kind?: string;
  /** Pages of one display in one language belong together. */
  readonly page?: number;
  /** BCP 47. */
  readonly language?: string;
}

/** A claim that no vocabulary understood: shown as it is, never dropped. */
export interface FurtherClaim {
  readonly path: string;
  readonly text: string;
}

/** The one normalised shape of every credential. Everything readonly; what is not stated is absent. */
export interface Credential {
  /** The vocabulary that read it, and its version: a newer reader reads it again from the original bytes. */
  readonly reader: { readonly vocabulary: VocabularyId; readonly version: number };
  readonly id?: Stated<string>;
  readonly types: readonly string[];
  readonly title?: StatedText;
  readonly description?: StatedText;
  readonly issuer: Party;
  readonly awardingBodies: readonly Party[];
  readonly holder: Holder;
  readonly issued?: StatedDate;
  readonly awarded?: StatedDate;
  readonly validFrom?: StatedDate;
  readonly validUntil?: StatedDate;
  readonly image?: Stated<string>;
  readonly achievements: readonly Achievement[];
  /** Of a learner record: how its parts belong together. */
  readonly associations?: readonly Stated<Association>[];
  readonly evidence: readonly { readonly name?: StatedText; readonly narrative?: StatedText; readonly url?: Stated<string> }[];
  /** Evidence of the kind *mandate*: the sealer's word that it acts for the awarding body. Only with one may that be said. */
  readonly mandates?: readonly Stated<ListedTerm>[];
  /** Accreditations of the issuer, of an awarding body, or enclosed as evidence. */
  readonly accreditationRecords?: readonly AccreditationRecord[];
  /** What kind of European credential it says it is (list `credential`). */
  readonly profiles?: readonly Stated<ListedTerm>[];
  /** True where the issuer only seals: who awarded is named apart, or nowhere. */
  readonly issuerOnlySeals?: true;
  readonly pictures?: readonly SignedPicture[];
  /** The language that the issuer names as the first of the document. */
  readonly primaryLanguage?: Stated<string>;
  /** Names of enclosed documents. */
  readonly attachments?: readonly StatedText[];
  /** Status entries as written; what they mean is for the status check. */
  readonly status: readonly Stated<JsonObject>[];
  readonly further: readonly FurtherClaim[];
}
