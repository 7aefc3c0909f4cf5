import { toDisplayText } from '../../core/model/display-text.ts';
import { useFormats } from '../languages/use-formats.ts';
import { useText } from '../languages/use-text.ts';
import type { PortfolioFile } from './portfolio.ts';

/** A size as people say it. */
export function useSize(): (bytes: number) => string {
  const text = useText();
  const formats = useFormats();
  return (bytes) => (bytes < 1_000_000 ? text('portfolio.size.kb', { size: formats.number(Math.max(1, Math.round(bytes / 1_000))) }) : text('portfolio.size.mb', { size: formats.number(Math.round(bytes / 100_000) / 10) }));
}

/** A file: a link to it where it can be had, its size, and what it can be compared by. `bare`: its link stands elsewhere, for it is in the page once. */
export function FileLine({ file: { path, given, size, sha256, href }, bare }: { readonly file: PortfolioFile; readonly bare?: true }) {
  const text = useText();
  const sizeOf = useSize();
  const name = <bdi>{toDisplayText(given, 300)}</bdi>;
  return (
    <p className="document-file">
      {href === undefined || bare === true ? (
        name
      ) : (
        <a href={href} download={path.slice(path.lastIndexOf('/') + 1)}>
          {name}
        </a>
      )}{' '}
      ({sizeOf(size)})
      <br />
      {text('portfolio.sha256')} <bdi className="document-code">{sha256}</bdi>
    </p>
  );
}
