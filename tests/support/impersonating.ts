import { join } from 'node:path';
import type { Answer } from '../../src/core/model/answers.ts';
import type { Examination } from '../../src/core/model/examination.ts';
import type { TrustListFile } from '../../src/core/model/trust.ts';
import { allGenuine, allImpostors, castingOf } from '../../src/tools/impersonating/all-impostors.ts';
import type { Impostor } from '../../src/tools/impersonating/impostor.ts';
import { bundledLists } from '../../src/tools/impersonating/universities.ts';
import { examineBytes, testNow } from './examining.ts';
import { pemList } from './sealing.ts';

const folder = join(import.meta.dirname, '../../public/lists');
/** The lists that the app brings along. */
const bundled: readonly TrustListFile[] = bundledLists(folder).map((bytes) => ({ bytes }));
const casting = castingOf(folder, testNow, 'mecum');

export const impostors = await allImpostors(casting);
export const genuine = await allGenuine(casting);

/** Examined by a learner who has the lists of the app, what the impostor comes with, and an own list. */
export async function examineImpostor({ bytes, answers, ownList, anchors }: Impostor): Promise<Examination> {
  const given: readonly Answer[] = answers.map(({ url, text, basis }) => ({ url, bytes: new TextEncoder().encode(text), basis, at: testNow }));
  const lists = anchors.length === 0 ? bundled : [...bundled, pemList(...anchors)];
  return examineBytes(bytes, { answers: given, ownList, lists });
}
