import type { AccreditationDetail, Credential, LocalizedText } from './credential.ts';

export type EuElementId =
  | 'M1' | 'M2' | 'M3' | 'M4' | 'M5' | 'M6' | 'M7' | 'M8' | 'M9' | 'M10' | 'M11'
  | 'O1' | 'O2' | 'O3' | 'O4' | 'O5';

/** `conflict`: two different values for a single-value element, both shown. `not-shared`: in a presentation. */
export type ElementState = 'stated' | 'stated-as-text' | 'not-applicable' | 'not-stated' | 'not-shared' | 'conflict';

/** Why an accreditation does not cover a credential, or why that cannot be told (Council Recommendation 2022/C 243/02, Annex II). */
export type CoverageReason =
  | 'before-it-began' | 'after-it-ended' | 'other-organisation' | 'other-level' | 'other-field' | 'other-qualification' | 'other-profile' | 'other-country'
  | 'begin-not-stated' | 'date-not-stated' | 'day-not-certain' | 'organisation-not-stated' | 'level-not-stated' | 'field-not-stated'
  | 'qualification-not-stated' | 'profile-not-stated' | 'country-not-stated' | 'limit-not-understood';

/** What a value is, so that a screen can word it; the text is always the issuer's own. */
type ElementValueKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'date'; readonly date: string; readonly of?: 'start' | 'end' | 'award' }
  | { readonly kind: 'country'; readonly code: string }
  | { readonly kind: 'language'; readonly code: string }
  | { readonly kind: 'workload'; readonly amount: number; readonly system: 'ECTS' | 'ECVET' | 'hours' | 'unknown'; readonly unit?: string; readonly part?: true }
  /** A duration without a number of hours, shown as written with the remark that it is unusual. */
  | { readonly kind: 'odd-duration' }
  /** A skill beside the outcomes; `uri` is shown as text. */
  | { readonly kind: 'skill'; readonly uri?: string }
  /** Whether the issuer says that this is only a part of a qualification. */
  | { readonly kind: 'partial'; readonly partial: boolean }
  | { readonly kind: 'level'; readonly framework: string; readonly level: string }
  | { readonly kind: 'term'; readonly list: string; readonly code: string }
  | { readonly kind: 'identifier'; readonly scheme: string; readonly hashed: boolean; readonly sensitive: boolean }
  /** Whether the issuer says that it is made to count towards something larger. */
  | { readonly kind: 'stackable'; readonly stackable: boolean }
  /** How two parts of a learner record belong together; `source` and `target` are titles there, else ids. */
  | { readonly kind: 'association'; readonly relation: string; readonly source: string; readonly target: string }
  /** Who accredited, what was decided, when, and until when it counts. */
  | { readonly kind: 'accreditation'; readonly detail: AccreditationDetail['detail'] }
  /** Whether an accreditation covers this credential, by what the credential says of both; without a text of its own. */
  | { readonly kind: 'coverage'; readonly covers: 'covers' | 'does-not-cover' | 'cannot-tell'; readonly because: readonly CoverageReason[] }
  | { readonly kind: 'link' };

/** One value with its origin: every stated text is found in the original at `path`. */
export interface ElementValue {
  readonly text: LocalizedText;
  readonly path: string;
  readonly raw: string;
  readonly is: ElementValueKind;
}

export interface ElementReading {
  readonly id: EuElementId;
  readonly mandatory: boolean;
  readonly state: ElementState;
  readonly values: readonly ElementValue[];
}

/** One row of the European standard elements (Council Recommendation 2022/C 243/02, Annex I). */
export interface EuElement {
  readonly id: EuElementId;
  readonly mandatory: boolean;
  readonly read: (credential: Credential) => Pick<ElementReading, 'state' | 'values'>;
}
