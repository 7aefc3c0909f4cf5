import type { LocalizedText, Stated, StatedText, Workload } from './credential.ts';
import type { ElementValue } from './eu-elements.ts';
import type { ItemId } from './ids.ts';

/** What one credential, or one achievement in it, adds to a sum. */
export interface CountedPart {
  readonly item: ItemId;
  readonly amount: number;
  /** Of the achievement, where its credential tells of several. */
  readonly title?: LocalizedText;
}

interface Sum {
  readonly amount: number;
  /** The items that are in it, in the order given. */
  readonly items: readonly ItemId[];
  /** What each of them adds: together they are `amount`. */
  readonly parts: readonly CountedPart[];
}

/** A sum of credits as stated; never computed from hours, never averaged. `level` and `field` are absent where none is stated. */
export interface CreditSum extends Sum {
  /** Level on the European framework, 1 to 8. */
  readonly level?: number;
  /** ISCED-F broad field, two digits. */
  readonly field?: string;
}

/** Credits of another system, and hours: beside the sums, never in them. */
export interface OtherSum extends Sum {
  readonly system: 'ECVET' | 'hours';
}

/**
 * What was left out of the sums, and because of what.
 * `same-item`: the same credential, or the same achievement, as `with`, which counts. `inside`: a part of `with`, whose own
 * workload counts. `unknown-unit`: a number without a system. `odd-amount`: no amount that can be added, such as months, or
 * nothing and less. `only-parts`: the work of single activities, and none of the whole. `two-values`: two different credits
 * of one system. `altered`: its signature does not fit. `not-verified`: no signature that fits was seen. `cancelled`:
 * cancelled or on hold by its issuer. `owner-written`: the learner's own words.
 */
export interface NotSummed {
  readonly item: ItemId;
  readonly why: 'same-item' | 'inside' | 'unknown-unit' | 'odd-amount' | 'only-parts' | 'no-workload' | 'two-values' | 'altered' | 'not-verified' | 'cancelled' | 'owner-written';
  readonly with?: ItemId;
  /** Of `same-item`: the id of the credential, the id of the achievement, or the same title, organisation and day. */
  readonly by?: 'credential' | 'achievement' | 'title-and-day';
  /** Of the achievement, where its credential tells of several. */
  readonly title?: LocalizedText;
  /** As stated, where there are numbers. */
  readonly stated?: readonly Stated<Workload>[];
  /** Durations without a number of hours, as written. */
  readonly written?: readonly StatedText[];
}

/** Something that two or more items share: what was learned may overlap. Nothing is taken off for it. */
export interface MayOverlap {
  /** `id`: the id of an achievement, repeated by another issuer: by the id alone they are not the same. */
  readonly by: 'skill' | 'outcome' | 'title' | 'id';
  /** The address of the skill, the text that is alike, or the id. */
  readonly shared: string;
  readonly text: LocalizedText;
  readonly items: readonly ItemId[];
}

/** What the issuer itself says of stacking, as stated. */
interface IssuerStacking {
  readonly item: ItemId;
  readonly values: readonly ElementValue[];
}

/** Facts for whoever decides on combining credentials. Never a verdict, never a total that looks like a qualification. */
export interface StackingFacts {
  /** One for each pair of level and field that occurs, levels rising, no level last. */
  readonly credits: readonly CreditSum[];
  readonly others: readonly OtherSum[];
  readonly notSummed: readonly NotSummed[];
  readonly overlaps: readonly MayOverlap[];
  /** Of credentials whose signature fits; nobody else's words are the issuer's. */
  readonly ofIssuers: readonly IssuerStacking[];
  /** Always there: the receiving organisation decides. */
  readonly decidedBy: 'receiving-organisation';
}
