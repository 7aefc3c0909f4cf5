import { refuse, succeed } from '../../src/core/model/attempt.ts';
import { bakeBadge } from '../../src/core/examine/bake.ts';
import type { ExaminedCredential } from '../../src/core/model/examination.ts';
import { makeStatement } from '../../src/core/recognition/make-statement.ts';
import { stackingFactsOf } from '../../src/core/recognition/stacking-facts.ts';
import type { DocumentDoors, KeptAnew } from '../../src/wallet/document-doors.ts';
import { summarize } from '../../src/wallet/summarize.ts';
import { exampleList, exampleNow } from './example-credentials.ts';
import { fakeShare } from './fake-share.ts';

/** The real statements over examples in memory; nothing is opened and nothing examined. */
export function fakeDocuments(items: () => readonly ExaminedCredential[]): DocumentDoors {
  return {
    examineAnew: async (ids) => {
      const anew = ids.flatMap((id): readonly KeptAnew[] => {
        const examined = items().find((item) => item.id === id);
        if (examined === undefined) return [];
        const kept = { summary: summarize(examined, 'received', exampleNow), raw: new TextEncoder().encode('{}'), mediaType: 'application/json', transport: 'file' } as const;
        return [{ kept, examined }];
      });
      return anew.length === 0 ? refuse('vault/not-found') : succeed(anew);
    },
    // An example holds no real badge: the picture is made of one that an original could be.
    bake: async ({ examined }, kind) => examined.axes.unchanged === 'no' ? refuse('present/cannot-bake', { why: 'altered' }) : bakeBadge({ credential: { ...examined, raw: new TextEncoder().encode('{"type":["VerifiableCredential"]}') }, ...(kind === undefined ? {} : { kind }) }),
    statement: async (kept, wishes) => succeed(makeStatement(kept.map(({ examined }) => examined), { ...wishes, now: exampleNow, wallet: { name: 'Mecum', version: '0.1.0' }, lists: [exampleList] })),
    signStatement: async ([first], _made, { purpose }) =>
      first === undefined ? refuse('present/nothing-to-disclose') : succeed(fakeShare(first.examined, { receiver: '', purpose, end: 'application', proof: 'sign' })),
    noteExport: async () => succeed(undefined),
    stacking: async (kept) => succeed(stackingFactsOf(kept.map(({ examined }) => examined))),
  };
}
