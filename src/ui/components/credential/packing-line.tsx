import type { Examination, ExaminedCredential } from '../../../core/model/examination.ts';
import type { FormatId } from '../../../core/model/ids.ts';
import { useText } from '../../languages/use-text.ts';

/** Packings that people know by a name; a list or an envelope is nothing to tell. */
const known: Readonly<Record<string, string>> = { zip: 'zip', pdf: 'pdf', 'baked-png': 'picture', 'baked-svg': 'picture', 'wallet-backup': 'wallet', wrapped: 'text' };

function useCameIn(format: FormatId | undefined): string | undefined {
  const text = useText();
  const kind = format === undefined ? undefined : known[format];
  return kind === undefined ? undefined : text('leaf.came-in', { kind });
}

/** What a file was, and what it held besides credentials. Private keys in it were not read, which is said. */
export function FilePacking({ examination }: { readonly examination: Examination }) {
  const text = useText();
  const { format, leftOut } = examination.kind === 'collection' ? examination : {};
  const cameIn = useCameIn(format);
  const says = [
    cameIn,
    (leftOut?.others ?? 0) > 0 ? text('leaf.left-out', { count: leftOut?.others ?? 0 }) : undefined,
    (leftOut?.keys ?? 0) > 0 ? text('leaf.keys-left') : undefined,
  ].filter((sentence) => sentence !== undefined);
  return says.length === 0 ? null : <p className="muted">{says.join(' ')}</p>;
}

/** What one credential came in, how much of it is signed and not shown, and that this may be guessed (RFC 9901 9.3). */
export function CredentialPacking({ examined }: { readonly examined: ExaminedCredential }) {
  const text = useText();
  const cameIn = useCameIn(examined.packing?.find((format) => format in known));
  const hidden = examined.disclosures?.hidden.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const isWeak = (examined.disclosures?.weakSalts ?? 0) > 0;
  const says = [cameIn, hidden > 0 ? text('leaf.hidden', { count: hidden }) : undefined, isWeak ? text('leaf.weak') : undefined].filter((sentence) => sentence !== undefined);
  return says.length === 0 ? null : <p className="muted">{says.join(' ')}</p>;
}
