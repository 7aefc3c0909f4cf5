import { encodeUtf8 } from '../encoding/utf8.ts';
import type { ExaminedCredential } from '../model/examination.ts';
import type { MadeStatement, StatementOrder } from '../model/recognition-statement.ts';
import { createStatement } from './create-statement.ts';
import { statementJson } from './statement-json.ts';

/** The statement for the page and for print, and the file for another system, made of it. */
export function makeStatement(credentials: readonly ExaminedCredential[], order: StatementOrder): MadeStatement {
  const statement = createStatement(credentials, order);
  return { statement, json: encodeUtf8(`${JSON.stringify(statementJson(statement), undefined, 2)}\n`) };
}
