import type { CredentialHeadline, ShareHeadline } from '../../core/model/verdict.ts';
import type { MessageId } from '../languages/en.ts';
import type { IconName } from './icon.tsx';
import type { Tone } from './say.ts';

/** How a headline looks: icon outline, tone and word all differ, so that any one of them may fail. */
export interface HeadlineLook {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly word: MessageId;
}

const credentialLooks: Readonly<Record<CredentialHeadline, readonly [Tone, IconName]>> = {
  valid: ['ok', 'circle-check'],
  'valid-earlier': ['info', 'clock-check'],
  'no-status': ['info', 'info'],
  'unknown-issuer': ['warn', 'circle-question-mark'],
  'not-checked': ['neutral', 'circle-dashed'],
  unsigned: ['neutral', 'file-question-mark'],
  expired: ['warn', 'calendar-x'],
  'not-yet': ['info', 'calendar-clock'],
  'on-hold': ['warn', 'circle-pause'],
  revoked: ['bad', 'octagon-x'],
  altered: ['bad', 'octagon-alert'],
  'self-made': ['neutral', 'pencil'],
  sample: ['sample', 'flask-conical'],
  unreadable: ['neutral', 'file-x'],
};

const shareLooks: Readonly<Record<ShareHeadline, readonly [Tone, IconName]>> = {
  proven: ['ok', 'user-check'],
  'owner-unproven': ['warn', 'user-search'],
  'no-owner-key': ['info', 'user-x'],
  'other-owner': ['warn', 'users'],
  'wrong-receiver': ['bad', 'mail-question-mark'],
  'share-ended': ['warn', 'calendar-off'],
  'share-altered': ['bad', 'octagon-alert'],
};

/** The look of a credential's headline, for chips and bands. */
export function credentialLook(headline: CredentialHeadline): HeadlineLook {
  const [tone, icon] = credentialLooks[headline];
  return { tone, icon, word: `verdict.${headline}` };
}

/** The look of a share's headline. */
export function shareLook(headline: ShareHeadline): HeadlineLook {
  const [tone, icon] = shareLooks[headline];
  return { tone, icon, word: `verdict.${headline}` };
}
