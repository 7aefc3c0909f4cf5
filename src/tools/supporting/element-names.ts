import type { EuElementId } from '../../core/model/eu-elements.ts';

/** The names of the European standard elements (Council Recommendation 2022/C 243/02, Annex I), for people at a command line. */
export const elementNames: Readonly<Record<EuElementId, string>> = {
  M1: 'learner',
  M2: 'title',
  M3: 'country or region',
  M4: 'awarding body',
  M5: 'date of issue',
  M6: 'learning outcomes',
  M7: 'workload',
  M8: 'level',
  M9: 'assessment',
  M10: 'form of participation',
  M11: 'quality assurance',
  O1: 'entry requirements',
  O2: 'supervision and identity check',
  O3: 'grade',
  O4: 'stacking',
  O5: 'more information',
};
