import type { ElementReading, EuElementId } from './eu-elements.ts';

/** How complete the mandatory elements are: no percentage, no grade, a count and the gaps. */
export interface Completeness {
  readonly stated: number;
  readonly excused: number;
  readonly gaps: readonly EuElementId[];
}

/** EU-ELEMENTS 5.9: stated, stated as text and conflict count as stated; not applicable is counted apart. */
export function completenessOf(elements: readonly Pick<ElementReading, 'id' | 'mandatory' | 'state'>[]): Completeness {
  const mandatory = elements.filter((reading) => reading.mandatory);
  const those = (...states: readonly ElementReading['state'][]): readonly EuElementId[] =>
    mandatory.filter(({ state }) => states.includes(state)).map(({ id }) => id);
  return {
    stated: those('stated', 'stated-as-text', 'conflict').length,
    excused: those('not-applicable').length,
    gaps: those('not-stated', 'not-shared'),
  };
}
