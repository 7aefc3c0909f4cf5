import { frame } from './en/frame.ts';
import { share } from './en/share.ts';
import { settings } from './en/settings.ts';
import { restore } from './en/restore.ts';
import { help } from './en/help.ts';
import { check } from './en/check.ts';
import { backup } from './en/backup.ts';

/** English: the source catalog. Each area has a file of its own; ids are explicit and begin with the area. */
export const en = {
  ...frame,
  ...share,
  ...settings,
  ...restore,
  ...help,
  ...check,
  ...backup,
} as const;

export type MessageId = keyof typeof en;
