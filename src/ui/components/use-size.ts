import { useFormats } from '../languages/use-formats.ts';
import { useText } from '../languages/use-text.ts';

/** A size as people say it. */
export function useSize(): (bytes: number) => string {
  const text = useText();
  const formats = useFormats();
  return (bytes) => (bytes < 1_000_000 ? text('portfolio.size.kb', { size: formats.number(Math.max(1, Math.round(bytes / 1_000))) }) : text('portfolio.size.mb', { size: formats.number(Math.round(bytes / 100_000) / 10) }));
}
