import type { OwnListEntry } from '../../core/model/trust.ts';
import type { VerdictClass } from '../../core/model/verdict.ts';
import type { Sample } from '../sampling/sample.ts';
import type { SampleDates } from '../sampling/sample-dates.ts';
import type { SeedSource } from '../sampling/sample-keys.ts';
import type { University } from './universities.ts';

export type Document = Record<string, unknown>;

/** What an address answers, or a file that somebody says it would have answered. */
export interface ImpostorAnswer {
  readonly url: string;
  readonly text: string;
  readonly basis: 'live' | 'file';
}

/** A credential with a signature that fits, made by somebody who is not who it says, and all that comes along with it. */
export interface Impostor {
  readonly name: string;
  /** In whose name it is. */
  readonly pretends: University;
  readonly extension: Sample['extension'];
  readonly bytes: Uint8Array;
  readonly answers: readonly ImpostorAnswer[];
  /** What the learner who gets it has on the own list. */
  readonly ownList: readonly OwnListEntry[];
  /** Certificates that the learner has loaded as anchors, DER. */
  readonly anchors: readonly Uint8Array[];
  /** What it must come to; of the genuine ones, that they are valid. */
  readonly class: VerdictClass;
  /** Who else a list truly knows as the signer, and may therefore be named. */
  readonly names?: string;
}

/** What all sets of impostors are made from. */
export interface Casting {
  readonly universities: readonly University[];
  readonly dates: SampleDates;
  readonly seeds: SeedSource;
}

type Along = Partial<Pick<Impostor, 'answers' | 'ownList' | 'anchors' | 'names' | 'extension'>>;

/** An impostor out of what was signed. */
export function impostor(name: string, pretends: University, content: Document | Uint8Array | string, expected: VerdictClass, along: Along = {}): Impostor {
  const bytes = content instanceof Uint8Array ? content : new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  const extension = typeof content === 'string' ? 'jwt' : content instanceof Uint8Array ? 'bin' : 'json';
  return { name, pretends, extension, bytes, answers: [], ownList: [], anchors: [], class: expected, ...along };
}
