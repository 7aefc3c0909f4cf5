import { first } from './1-first.ts';
import type { Migration } from './migration.ts';

/** Every schema there ever was, oldest first. */
export const migrations: readonly Migration[] = [first];

/** The schema this build writes. */
export const currentSchema = migrations.reduce((highest, { number }) => Math.max(highest, number), 0);
