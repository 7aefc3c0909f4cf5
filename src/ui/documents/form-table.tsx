import type { ReactNode } from 'react';
import type { MessageId } from '../languages/en.ts';
import { useText } from '../languages/use-text.ts';

/** A table of a document with a name and a heading for each column. */
export function FormTable({ name, kind, columns, children }: { readonly name: string; readonly kind: 'facts' | 'checks' | 'set'; readonly columns: readonly MessageId[]; readonly children: ReactNode }) {
  const text = useText();
  return (
    <table className="form-table" aria-label={name} data-kind={kind}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {text(column)}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}
