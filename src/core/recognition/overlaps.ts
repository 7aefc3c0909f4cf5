import type { LocalizedText } from '../model/credential.ts';
import type { ItemId } from '../model/ids.ts';
import type { MayOverlap } from '../model/stacking.ts';
import type { Countable } from './countable.ts';
import { bodyKeys } from '../model/sealing.ts';
import { isGlobalId, sameTextKeys } from '../model/same-text.ts';

/** More hints than this are no hint. */
const maxOverlaps = 500;

interface Found {
  readonly by: MayOverlap['by'];
  readonly shared: string;
  readonly text: LocalizedText;
  readonly items: Set<ItemId>;
  /** What counts for them. */
  readonly counting: Set<ItemId>;
}

/**
 * What several credentials share: the same skill by its address, an outcome in the same words, the same title by the same
 * organisation (versions of one course), or an id that another issuer repeats. A hint for whoever decides; nothing is taken off for it. `countables` are each thing
 * once, parts of counted wholes as well; of what is told by one whole and its parts only (`countingFor`) nothing overlaps.
 */
export function findOverlaps(countables: readonly Countable[], countingFor: (countable: Countable) => readonly Countable[]): readonly MayOverlap[] {
  const found = new Map<string, Found>();
  const note = (by: MayOverlap['by'], key: string, shared: string, text: LocalizedText, countable: Countable): void => {
    const id = `${by} ${key}`;
    const known = found.get(id) ?? { by, shared, text, items: new Set<ItemId>(), counting: new Set<ItemId>() };
    found.set(id, known);
    known.items.add(countable.item.id);
    for (const { item } of countingFor(countable)) known.counting.add(item.id);
  };
  for (const countable of countables) {
    const { achievement, item } = countable;
    for (const { url, name } of achievement.alignments.filter(({ isSkill, url: address }) => isSkill === true || isSkillAddress(address?.raw))) {
      if (url !== undefined && isGlobalId(url.raw)) note('skill', skillKey(url.raw), url.value, name?.value ?? [], countable);
    }
    for (const outcome of achievement.outcomes) for (const key of sameTextKeys(outcome.value)) note('outcome', key, outcome.value[0]?.text ?? key, outcome.value, countable);
    // What is by one issuer was counted once: whatever is left under one id is by others.
    if (achievement.id !== undefined && isGlobalId(achievement.id.raw)) note('id', achievement.id.raw, achievement.id.raw, [], countable);
    const title = achievement.title ?? item.credential.title;
    if (title === undefined) continue;
    for (const body of bodyKeys([item.credential.issuer, ...item.credential.awardingBodies])) for (const key of sameTextKeys(title.value)) note('title', JSON.stringify([body, key]), title.value[0]?.text ?? key, title.value, countable);
  }
  const shared = [...found.values()].filter(({ items, counting }) => items.size > 1 && counting.size > 1).map(({ by, shared: alike, text, items }) => ({ by, shared: alike, text, items: [...items] }));
  return onceEach(shared).slice(0, maxOverlaps);
}

/** The European addresses are the same with `https`. */
function skillKey(address: string): string {
  return address.replace(/^https:\/\/data\.europa\.eu\//i, 'http://data.europa.eu/');
}

function isSkillAddress(address: string | undefined): boolean {
  return address !== undefined && /^https?:\/\/data\.europa\.eu\/(?:esco\/skill|snb\/dcf)\//.test(address);
}

/** One text in two languages, or an organisation by its name and its id, is one hint. */
function onceEach(overlaps: readonly MayOverlap[]): readonly MayOverlap[] {
  const seen = new Set<string>();
  return overlaps.filter(({ by, shared, items }) => {
    const key = JSON.stringify([by, shared, [...items].sort()]);
    return !seen.has(key) && seen.add(key).has(key);
  });
}
