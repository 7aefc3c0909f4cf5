import type { Achievement, Credential, ListedTerm, Stated, StatedText, Workload } from '../../src/core/model/credential.ts';
import type { ExaminedCredential } from '../../src/core/model/examination.ts';
import { toItemId } from '../../src/core/model/ids.ts';
import type { CredentialAxes } from '../../src/core/model/verdict.ts';
import { exampleCredential } from './example-credentials.ts';

export function said<T>(value: T, raw = String(value)): Stated<T> {
  return { value, path: '/somewhere', raw };
}

export function words(text: string, language = 'en'): StatedText {
  return { value: [{ text, language }], path: '/somewhere', raw: text };
}

export const ects = (amount: number): Stated<Workload> => said({ amount, system: 'ECTS' } as const, String(amount));
export const hours = (amount: number): Stated<Workload> => said({ amount, system: 'hours' } as const, `PT${amount}H`);
export const ofField = (code: string): Stated<ListedTerm> => said({ code, list: 'isced-f', text: [] }, code);

const nothing: Achievement = {
  outcomes: [], alignments: [], workloads: [], levels: [], assessment: [], participation: [], qualityAssurance: [],
  prerequisites: [], supervision: [], results: [], stacking: [], languages: [], tags: [],
};

function achievement(changes: Partial<Achievement> = {}): Achievement {
  return { ...nothing, ...changes };
}

export interface Made {
  readonly name: string;
  readonly achievements: readonly Partial<Achievement>[];
  readonly credential?: Partial<Credential>;
  readonly axes?: Partial<CredentialAxes>;
  readonly more?: Partial<ExaminedCredential>;
}

/** An examined credential whose signature fits, with these achievements and an identity of its own. */
export function examined({ name, achievements, credential, axes, more }: Made): ExaminedCredential {
  const base = exampleCredential({ id: name, axes: { issuer: 'unknown', ...axes } });
  return {
    ...base,
    id: toItemId(name),
    sameness: `named:${name}`,
    credential: { ...base.credential, achievements: achievements.map((one) => achievement({ title: words(`Course ${name}`), ...one })), ...credential },
    ...more,
  };
}
