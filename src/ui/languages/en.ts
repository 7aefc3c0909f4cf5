import { frame } from './en/frame.ts';

/** English: the source catalog. Each area has a file of its own; ids are explicit and begin with the area. */
export const en = {
  ...frame,
} as const;

export type MessageId = keyof typeof en;
