import { readFileSync, writeFileSync } from 'node:fs';

interface Source {
  readonly source: { readonly repository: string; readonly commit: string; readonly file: string };
  readonly edition: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const taken = ['erasmusCode', 'PIC', 'legalName', 'city', 'country', 'website', 'end'] as const;

/**
 * Makes the list of charter-holding universities that the app ships out of a table of the published edition: facts only, the
 * source named, a row a line so that a new edition can be compared. `npm run charter-list -- TABLE.json OUT.json`.
 */
function main([from, to]: readonly string[]): number {
  if (from === undefined || to === undefined) {
    process.stderr.write('npm run charter-list -- TABLE.json OUT.json\n');
    return 2;
  }
  const table = JSON.parse(readFileSync(from, 'utf8')) as Source;
  const places = taken.map((name) => table.columns.indexOf(name));
  const head = {
    kind: 'mecum/1/charter-universities',
    title: 'Holders of the Erasmus Charter for Higher Education 2021-2027',
    operator: 'European Commission',
    edition: table.edition,
    source: `${table.source.repository}, ${table.source.file}, ${table.source.commit}`,
    licence: 'European Commission, reuse with the source named (Decision 2011/833/EU)',
    columns: ['erasmusCode', 'pic', 'name', 'city', 'country', 'website', 'end'],
  };
  const rows = table.rows.map((row) => JSON.stringify(places.map((place) => row[place] ?? '')));
  writeFileSync(to, `${JSON.stringify(head).slice(0, -1)},"rows":[\n${rows.join(',\n')}\n]}\n`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
