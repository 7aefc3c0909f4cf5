import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import type { ItemId } from '../core/model/ids.ts';
import type { MadeStatement } from '../core/model/recognition-statement.ts';
import { bakeBadge } from './bake-badge.ts';
import type { DocumentDoors, ExportNote, KeptAnew, StatementWishes } from './document-doors.ts';
import { examineStored } from './examine-kept.ts';
import { prepareShare } from './prepare-share.ts';
import type { PreparedShare } from './wallet.ts';
import type { Ports } from './ports.ts';

/** `ports` bring an examiner that knows the lists of the app only. */
export function createDocumentDoors(ports: Ports): DocumentDoors {
  return {
    examineAnew: (ids) => examineAnew(ports, ids),
    statement: (items, wishes) => statement(ports, items, wishes),
    bake: (item, kind) => bakeBadge(ports, item, kind),
    signStatement: (items, made, wishes) => signStatement(ports, items, made, wishes),
    noteExport: (items, note) => noteExport(ports, items, note),
    stacking: (items) => ports.examiner.findStacking(items.map(({ examined }) => examined)),
  };
}

async function examineAnew(ports: Ports, ids: readonly ItemId[]): Promise<Attempt<readonly KeptAnew[]>> {
  const anew: KeptAnew[] = [];
  for (const id of new Set(ids)) {
    const kept = await ports.vault.open(id);
    if (!kept.ok) return kept;
    const examined = await examineStored(ports, kept.value, []);
    if (!examined.ok) return examined;
    anew.push({ kept: kept.value, examined: examined.value });
  }
  return anew.length === 0 ? refuse('vault/not-found') : succeed(anew);
}

/** Whoever may read the statement may read the share: it has no receiver of its own, and the end of an application. */
function signStatement(ports: Ports, items: readonly KeptAnew[], { json }: MadeStatement, { purpose }: StatementWishes): Promise<Attempt<PreparedShare>> {
  const ids = items.map(({ kept }) => kept.summary.id);
  const { holders } = ports.vault.snapshot.get();
  const proves = holders.some(({ did }) => items.every(({ kept }) => kept.summary.subjectId === did));
  return prepareShare(ports, ids, { receiver: '', purpose, end: 'application', proof: proves ? 'prove' : 'sign' }, json);
}

async function statement(ports: Ports, items: readonly KeptAnew[], { holder, purpose, originalsEnclosed }: StatementWishes): Promise<Attempt<MadeStatement>> {
  const described = await ports.examiner.describeLists(await ports.bundledLists());
  if (!described.ok) return described;
  return ports.examiner.makeStatement(items.map(({ examined }) => examined), {
    now: ports.clock.now(),
    wallet: { name: 'Mecum', version: ports.installation.state.get().version },
    holder,
    purpose,
    ...(originalsEnclosed === true ? { originalsEnclosed } : {}),
    lists: described.value.filter((meta) => meta !== undefined),
  });
}

/** It has no receiver: whoever has it can pass it on. Signed by nobody. */
function noteExport(ports: Ports, items: readonly KeptAnew[], { id, purpose, statement, way, along }: ExportNote): Promise<Attempt<void>> {
  const shown = new Map(statement.credentials.map(({ original, elements }) => [original.sha256, elements]));
  const told = items.map(({ kept: { summary }, examined }) => ({
    id: summary.id,
    title: summary.title,
    fields: ((way === 'print' ? shown.get(examined.id) : undefined) ?? examined.elements).filter(({ values }) => values.length > 0).map((element) => element.id),
  }));
  return ports.vault.recordShare({ id, at: ports.clock.now(), receiver: '', purpose, items: told, along, way, result: 'handed-over', proof: 'none' });
}
