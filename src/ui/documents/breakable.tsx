import { Fragment } from 'react';

/** Within a day nothing breaks; elsewhere a line may end after what parts a code, before a capital, or before the time. */
const parts = /(\d{4}-\d\d-\d\d)|(?<=[/._-])|(?<=:)(?!\d)|(?<=\p{Ll})(?=\p{Lu})/u;

/** A path, code, address or date as a machine writes it. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(parts).map((part, at) => {
    if (part === undefined) return <wbr key={at} />;
    if (at % 2 === 0) {
      return (
        <Fragment key={at}>
          {/^T\d/.test(part) ? <wbr /> : null}
          {part}
        </Fragment>
      );
    }
    return (
      <span className="form-day" key={at}>
        {part}
      </span>
    );
  });
}
