import type { Migration } from './migration.ts';

/**
 * The first schema. `[id+r]` lets identity and revision be listed without reading the records; both say nothing of
 * what a record holds.
 */
export const first: Migration = {
  number: 1,
  stores: { headers: 'copy', records: 'id, [id+r]', chunks: 'id', attempts: 'id' },
};
