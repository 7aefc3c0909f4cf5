import { Fragment } from 'react';

const day = /(\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?)/;

/** A path, code or address: a line ends after what parts it, or before a capital, and never within a written date. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(day).map((part, at) =>
    at % 2 === 1 ? (
      <span className="form-day" key={at}>
        {part}
      </span>
    ) : (
      // What marks a place here is in no text that is shown.
      part.replace(/[/.:_-]|\p{Ll}(?=\p{Lu})/gu, '$&\u200B').split('\u200B').map((piece, place) => (
        <Fragment key={`${String(at)} ${String(place)}`}>
          {place === 0 ? null : <wbr />}
          {piece}
        </Fragment>
      ))
    ),
  );
}
