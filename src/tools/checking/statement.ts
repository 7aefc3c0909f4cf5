import { describeLists } from '../../core/examine/trust-material.ts';
import { credentialsIn } from '../../core/model/examination.ts';
import type { Examination, ExaminationContext } from '../../core/model/examination.ts';
import type { JsonObject } from '../../core/model/json.ts';
import { createStatement } from '../../core/recognition/create-statement.ts';
import { statementJson } from '../../core/recognition/statement-json.ts';
import { version } from '../../../package.json';

/**
 * The recognition statement of all credentials in what was examined, as JSON; nothing of the learner is in it. Undefined where
 * there is no credential to make one of.
 */
export async function statementOf(seen: Examination, { now, lists = [] }: ExaminationContext): Promise<JsonObject | undefined> {
  const items = credentialsIn(seen);
  if (items.length === 0) return undefined;
  const metas = (await describeLists(lists)).filter((meta) => meta !== undefined);
  const wallet = { name: 'Mecum', version };
  return statementJson(createStatement(items, { now, wallet, holder: 'none', lists: metas }));
}
