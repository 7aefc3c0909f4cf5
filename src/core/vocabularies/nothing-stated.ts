import type { Achievement } from '../model/credential.ts';

/** An achievement of which nothing is stated. */
export const nothingStated: Achievement = {
  outcomes: [],
  alignments: [],
  workloads: [],
  levels: [],
  assessment: [],
  participation: [],
  qualityAssurance: [],
  prerequisites: [],
  supervision: [],
  results: [],
  stacking: [],
  languages: [],
  tags: [],
};
