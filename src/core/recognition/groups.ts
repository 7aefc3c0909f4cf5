/** Things put together in pairs, and then whatever belongs with them. */
export interface Groups<T> {
  readonly join: (one: T, other: T) => void;
  /** All that belong together with this one, itself among them, in no order. The same array for each of them. */
  readonly membersWith: (one: T) => readonly T[];
}

export function createGroups<T>(all: readonly T[]): Groups<T> {
  const members = new Map<T, T[]>(all.map((one) => [one, [one]]));
  const membersWith = (one: T): T[] => members.get(one) ?? [one];
  return {
    membersWith,
    join: (one, other) => {
      const [some, others] = [membersWith(one), membersWith(other)];
      if (some === others) return;
      // The fewer come to the more: nothing is moved more often than the number of groups can double.
      const [more, fewer] = some.length < others.length ? [others, some] : [some, others];
      for (const member of fewer) {
        more.push(member);
        members.set(member, more);
      }
    },
  };
}
