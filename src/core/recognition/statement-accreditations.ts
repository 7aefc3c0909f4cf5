import { coverageOf } from '../model/accreditation-coverage.ts';
import type { Credential } from '../model/credential.ts';
import { accreditationValues, bodyValues, termValues } from '../model/eu-values.ts';
import type { StatementAccreditation } from '../model/recognition-statement.ts';
import { tell } from './statement-values.ts';
import type { Telling } from './statement-values.ts';

/**
 * Every accreditation that the credential tells more of than a title: what, by whom, for whom, from when to when, and whether it
 * covers what was awarded. All of it is the issuer's word; no register was asked.
 */
export function tellAccreditations(credential: Credential, telling: Telling): readonly StatementAccreditation[] {
  return coverageOf(credential).map(({ record, covers, because }) => ({
    values: [...termValues(record.terms), ...accreditationValues(record.details)].map((value) => tell(value, telling)),
    organisations: record.organisations.flatMap(bodyValues).map((value) => tell(value, telling)),
    covers,
    because,
  }));
}
