import type { LocalizedText, Stated, Workload } from './credential.ts';
import type { ElementValue } from './eu-elements.ts';
import type { ItemId } from './ids.ts';

/** A sum of credits as stated; never computed from hours, never averaged. `level` and `field` are absent where none is stated. */
export interface CreditSum {
  /** Level on the European framework, 1 to 8. */
  readonly level?: number;
  /** ISCED-F broad field, two digits. */
  readonly field?: string;
  readonly amount: number;
  /** The items that are in it, in the order given. */
  readonly items: readonly ItemId[];
}

/** Credits of another system, and hours: beside the sums, never in them. */
export interface OtherSum {
  readonly system: 'ECVET' | 'hours';
  readonly amount: number;
  readonly items: readonly ItemId[];
}

/**
 * What was left out of the sums, and because of what.
 * `same-item`: the same credential, or the same achievement, as `with`, which counts. `inside`: a part of `with`, whose own
 * workload counts. `unknown-unit`: a number without a system. `two-values`: two different credits of one system. `altered`:
 * its signature does not fit. `not-verified`: no signature that fits was seen. `cancelled`: cancelled or on hold by its
 * issuer. `owner-written`: the learner's own words.
 */
export interface NotSummed {
  readonly item: ItemId;
  readonly why: 'same-item' | 'inside' | 'unknown-unit' | 'no-workload' | 'two-values' | 'altered' | 'not-verified' | 'cancelled' | 'owner-written';
  readonly with?: ItemId;
  /** As stated, for unknown units and two values. */
  readonly stated?: readonly Stated<Workload>[];
}

/** Something that two or more items share: what was learned may overlap. Nothing is taken off for it. */
export interface MayOverlap {
  readonly by: 'skill' | 'outcome' | 'title';
  /** The address of the skill, or the text that is alike. */
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
  readonly ofIssuers: readonly IssuerStacking[];
  /** Always there: the receiving organisation decides. */
  readonly decidedBy: 'receiving-organisation';
}
