import type { JsonObject, JsonValue } from '../model/json.ts';
import { formatInstant } from '../model/instant.ts';
import type { Instant } from '../model/instant.ts';
import type { CredentialStatement, GridRow, RecognitionStatement, StatementCheck, StatementElement } from '../model/recognition-statement.ts';
import type { TrustListMeta } from '../model/trust.ts';

const verification = 'http://data.europa.eu/snb/verification/';
const verificationStatus = 'http://data.europa.eu/snb/verification-status/';

/**
 * A statement as JSON, for another system: the same facts as the page, instants as `dateTimeStamp`, each check with the
 * addresses of the EU lists that say what was examined and how it came out.
 */
export function statementJson({ generated, holder, credentials, lists, ...rest }: RecognitionStatement): JsonObject {
  return {
    ...plain(rest),
    generated: formatInstant(generated),
    ...(holder.shown === 'none' ? {} : { holder: plain(holder) }),
    lists: lists.map(listJson),
    credentials: credentials.map(credentialJson),
  };
}

function credentialJson({ examinedAt, elements, completeness, lisbon, questions, checks, ...rest }: CredentialStatement): JsonObject {
  const { gaps, ...counts } = completeness;
  return {
    ...plain(rest),
    examinedAt: formatInstant(examinedAt),
    elements: Object.fromEntries(elements.map((element) => [element.id, elementJson(element)])),
    completeness: plain({ ...counts, of: elements.filter(({ mandatory }) => mandatory).length }),
    gaps: [...gaps],
    lisbon: gridJson(lisbon),
    questions: gridJson(questions),
    checks: checks.map(checkJson),
  };
}

/** The first value stands at the top; all of them in `values`. */
function elementJson({ state, mandatory, values, withheld }: StatementElement): JsonObject {
  const [first] = values;
  const top = first === undefined ? {} : { value: first.text[0]?.text ?? first.raw, path: first.path, source: first.source };
  return { state, mandatory, ...top, values: plain({ values })['values'] ?? [], ...(withheld === undefined ? {} : { withheld }) };
}

function gridJson(rows: readonly GridRow<string>[]): JsonObject {
  return Object.fromEntries(
    rows.map(({ id, facts }) => [
      id,
      facts.map(({ list, ...fact }) => ({ ...plain(fact), ...(list === undefined ? {} : { list: listJson(list) }) })),
    ]),
  );
}

function checkJson({ verification: code, status, at, list, ...rest }: StatementCheck): JsonObject {
  return {
    ...plain(rest),
    type: `${verification}${code}`,
    status: `${verificationStatus}${status}`,
    at: formatInstant(at),
    ...(list === undefined ? {} : { list: listJson(list) }),
  };
}

function listJson({ issuedAt, nextUpdate, ...rest }: TrustListMeta): JsonObject {
  const dates: readonly (readonly [string, Instant | undefined])[] = [['issuedAt', issuedAt], ['nextUpdate', nextUpdate]];
  return { ...plain(rest), ...Object.fromEntries(dates.flatMap(([name, at]) => (at === undefined ? [] : [[name, formatInstant(at)]]))) };
}

/** Plain data as JSON: what is absent is left out. */
function plain(data: object): JsonObject {
  return JSON.parse(JSON.stringify(data)) as JsonObject satisfies JsonValue;
}
