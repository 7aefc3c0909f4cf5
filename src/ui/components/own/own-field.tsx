import { Field } from '../field.tsx';

interface OwnFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A labelled line for the owner's own words, in any direction; the browser has no old ones to offer. */
export function OwnField({ onChange, ...field }: OwnFieldProps) {
  return <Field {...field} urgent dir="auto" autoComplete="off" onChange={(event) => onChange(event.target.value)} />;
}
