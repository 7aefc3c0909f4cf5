import { frame } from './en/frame.ts';
import { handOver } from './en/hand-over.ts';
import { scan } from './en/scan.ts';
import { credential } from './en/credential.ts';
import { protect } from './en/protect.ts';
import { review } from './en/review.ts';
import { add } from './en/add.ts';
import { ask } from './en/ask.ts';
import { lists } from './en/lists.ts';
import { home } from './en/home.ts';
import { lock } from './en/lock.ts';
import { errors } from './en/errors.ts';
import { elements } from './en/elements.ts';
import { terms } from './en/terms.ts';
import { verdict } from './en/verdict.ts';
import { share } from './en/share.ts';
import { settings } from './en/settings.ts';
import { restore } from './en/restore.ts';
import { help } from './en/help.ts';
import { check } from './en/check.ts';
import { backup } from './en/backup.ts';
import { leaf } from './en/leaf.ts';
import { own } from './en/own.ts';
import { together } from './en/together.ts';
import { take } from './en/take.ts';
import { portfolio } from './en/portfolio.ts';
import { statement } from './en/statement.ts';

/** English: the source catalog. Each area has a file of its own; ids are explicit and begin with the area. */
export const en = {
  ...frame,
  ...handOver,
  ...scan,
  ...credential,
  ...protect,
  ...review,
  ...add,
  ...ask,
  ...lists,
  ...home,
  ...lock,
  ...errors,
  ...elements,
  ...terms,
  ...verdict,
  ...share,
  ...settings,
  ...restore,
  ...help,
  ...check,
  ...backup,
  ...leaf,
  ...own,
  ...together,
  ...take,
  ...portfolio,
  ...statement,
} as const;

export type MessageId = keyof typeof en;
