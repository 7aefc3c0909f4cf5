import { toDisplayText } from '../../core/model/display-text.ts';
import { useSize } from '../components/use-size.ts';
import { useText } from '../languages/use-text.ts';
import type { PortfolioFile } from './portfolio.ts';

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
