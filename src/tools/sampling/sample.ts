import type { CredentialHeadline, ShareHeadline, VerdictClass } from '../../core/model/verdict.ts';

/** Why a sample is there. Each format and suite owns at least one of the first three. */
export type SampleKind = 'valid' | 'altered' | 'foreign' | 'expired' | 'not-yet' | 'unsigned' | 'other';

/** What examining a sample must come to, said by whoever made it and not by what came out. */
export interface Expected {
  readonly kind: SampleKind;
  readonly format: string;
  readonly vocabulary: string;
  /** How it is secured: the name of a suite, or `none`. */
  readonly suite: string;
  readonly class: VerdictClass;
  readonly headline: CredentialHeadline | ShareHeadline | 'collection';
  /** Headlines of the credentials inside a container, in order. */
  readonly parts?: readonly CredentialHeadline[];
  /** Headlines of the credentials that a credential encloses, in order. */
  readonly enclosed?: readonly CredentialHeadline[];
  /** Mandatory elements that are stated, of 11. */
  readonly stated?: number;
  readonly title?: string;
  /** What addresses answer at the moment of the examination, as text. */
  readonly answers?: Readonly<Record<string, string>>;
}

export interface Sample {
  readonly name: string;
  readonly extension: 'json' | 'jwt' | 'txt' | 'png' | 'svg' | 'zip' | 'pdf' | 'xml' | 'bin';
  readonly bytes: Uint8Array;
  readonly expected: Expected;
}
