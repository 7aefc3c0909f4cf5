import type { ElementState, EuElementId } from '../model/eu-elements.ts';
import type { IssuerMatch } from '../model/trust.ts';
import type { EvaluatorQuestion, GridFact, GridRow, GridSubject, LisbonElement, StatementCheck, StatementCore, StatementElement, StatementValue } from '../model/recognition-statement.ts';

/** The five elements of the Lisbon Convention practice, and what each is read from (EU-ELEMENTS 6). */
const lisbonRows: readonly (readonly [LisbonElement, readonly GridSubject[]])[] = [
  ['quality', ['M11', 'M4', 'register']],
  ['level', ['M8']],
  ['workload', ['M7']],
  ['profile', ['M2', 'field', 'M10', 'O4', 'setting']],
  ['learning-outcomes', ['M6', 'M9', 'O2', 'O3']],
];

/** The seven questions of evaluators. */
const questionRows: readonly (readonly [EvaluatorQuestion, readonly GridSubject[]])[] = [
  ['quality-assurance', ['M11', 'M4', 'register']],
  ['verification', ['checks']],
  ['level', ['M8']],
  ['learning-outcomes', ['M6']],
  ['workload', ['M7']],
  ['testing', ['M9', 'O3']],
  ['identification', ['O2']],
];

/** What the grid is filled from. */
export interface GridMaterial {
  readonly elements: readonly StatementElement[];
  readonly core: StatementCore;
  readonly checks: readonly StatementCheck[];
  readonly match: IssuerMatch | undefined;
}

/** Facts only: what is stated, where, and whose word it is. Judging is left to the reader. */
export function lisbonGrid(material: GridMaterial): readonly GridRow<LisbonElement>[] {
  return lisbonRows.map(([id, subjects]) => ({ id, facts: subjects.map((about) => factOf(about, material)) }));
}

export function questionGrid(material: GridMaterial): readonly GridRow<EvaluatorQuestion>[] {
  return questionRows.map(([id, subjects]) => ({ id, facts: subjects.map((about) => factOf(about, material)) }));
}

function factOf(about: GridSubject, material: GridMaterial): GridFact {
  switch (about) {
    case 'field':
    case 'setting':
    case 'language':
      return { about, ...beside(material.core[about]) };
    case 'register':
      return { about, ...registerFact(material.match) };
    case 'checks':
      return { about, state: 'stated', values: [], checks: material.checks.map(({ id, state, reason }) => ({ id, state, reason })) };
    default:
      return elementFact(about, material.elements);
  }
}

function elementFact(about: EuElementId, elements: readonly StatementElement[]): GridFact {
  const found = elements.find(({ id }) => id === about);
  return { about, state: found?.state ?? 'not-stated', values: found?.values ?? [] };
}

function beside(values: readonly StatementValue[]): { readonly state: ElementState; readonly values: readonly StatementValue[] } {
  const isCoded = values.some(({ form }) => form === 'structured');
  return { state: values.length === 0 ? 'not-stated' : isCoded ? 'stated' : 'stated-as-text', values };
}

/** A list that others keep. The learner's own list, and a platform that signs for many, name no awarding body here. */
function registerFact(match: IssuerMatch | undefined): Omit<GridFact, 'about'> {
  if (match === undefined || (match.basis !== 'listed' && match.basis !== 'vouched-by-domain')) return { state: 'not-stated', values: [] };
  const value: StatementValue = { text: [{ text: match.name }], path: '', raw: match.name, is: { kind: 'text' }, source: 'in-register', form: 'free-text' };
  return { state: 'stated', values: [value], ...(match.listMeta === undefined ? {} : { list: match.listMeta }) };
}
