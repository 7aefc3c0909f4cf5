import type { LocalizedText } from '../../core/model/credential.ts';
import type { Instant } from '../../core/model/instant.ts';
import type { MessageId } from '../languages/en.ts';

/** A part of a sentence: a word of ours, a count, a name from a list, a stranger's text, a day, a moment. */
export type SayValue =
  | string
  | number
  | { readonly name: string }
  | { readonly doc: LocalizedText }
  | { readonly day: Instant | string }
  | { readonly moment: Instant };

/** A sentence still to be put into a language. */
export interface Say {
  readonly id: MessageId;
  readonly values?: Readonly<Record<string, SayValue>>;
}

export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'neutral' | 'sample';
