import { succeed } from '../core/model/attempt.ts';
import type { Holder } from '../core/model/credential.ts';
import type { BakeOrder } from '../core/model/baked.ts';
import type { ExaminationOrder, ExaminedCredential } from '../core/model/examination.ts';
import type { ProofOrder } from '../core/model/proof.ts';
import type { TrustListFile } from '../core/model/trust.ts';
import type { StatementOrder } from '../core/model/recognition-statement.ts';
import type { PresentationDraft, PresentationOrder, Signature } from '../core/model/presentation.ts';
import { examine } from '../core/examine/examine.ts';
import { bundledTools } from '../core/examine/examine-tools.ts';
import { createProofMemo } from '../core/examine/proof-memo.ts';
import { describeLists } from '../core/examine/trust-material.ts';
import { draftPresentation, finishPresentation } from '../core/examine/present.ts';
import { serveCalls } from '../platform/workers/worker-channel.ts';
import type { MessageEnd } from '../platform/workers/worker-channel.ts';

/** The worker lives as long as the page: what it has verified once it need not verify again. With each proof it says that it goes on. */
const tools = {
  ...bundledTools,
  memo: createProofMemo(),
  verifyProof: async (order: ProofOrder) => {
    goOn();
    return bundledTools.verifyProof(order);
  },
};

/** Loaded with the first statement: most visits need none. */
const recognition = async () => ({ ...(await import('../core/recognition/make-statement.ts')), ...(await import('../core/recognition/stacking-facts.ts')) });

const { goOn } = serveCalls(self as unknown as MessageEnd, {
  examine: async (order: ExaminationOrder) => succeed(await examine(order, tools)),
  draft: (order: PresentationOrder) => draftPresentation(order),
  describeLists: async (files: readonly TrustListFile[]) => succeed(await describeLists(files)),
  makeStatement: async ([credentials, order]: readonly [readonly ExaminedCredential[], StatementOrder]) =>
    succeed((await recognition()).makeStatement(credentials, order)),
  findStacking: async (credentials: readonly ExaminedCredential[]) => succeed((await recognition()).stackingFactsOf(credentials)),
  matchesHolder: async ([identifiers, typed]: readonly [Holder['identifiers'], string]) => {
    const { matchesIdentity } = await import('../core/encoding/matches-identity.ts');
    return succeed(identifiers.some(({ value }) => matchesIdentity(value, typed)));
  },
  bake: async (order: BakeOrder) => (await import('../core/examine/bake.ts')).bakeBadge(order),
  finish: async ([draft, signature]: readonly [PresentationDraft, Signature]) => finishPresentation(draft, signature),
});
