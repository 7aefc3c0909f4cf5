import type { EuElementId } from '../../core/model/eu-elements.ts';
import type { GridSubject } from '../../core/model/recognition-statement.ts';

/** Where each European element stands in the form: the number of its row, the same on every page. */
export const elementRows: Readonly<Record<EuElementId, string>> = {
  M1: '1.1', M2: '2.1', M4: '2.2', M3: '2.4', M5: '2.5', M6: '2.8', M7: '2.10', M8: '2.11', M9: '3.1', O2: '3.2', O3: '3.3', M10: '4.1', O1: '4.3', M11: '5.1', O4: '6.1', O5: '6.2',
};

const besideRows = { field: '2.12', setting: '2.13', language: '4.2', register: '10', checks: '10' } as const;

/** The row, or the section, that a fact of the grid is told in. */
export function rowOf(about: GridSubject): string {
  return about in besideRows ? besideRows[about as keyof typeof besideRows] : elementRows[about as EuElementId];
}
