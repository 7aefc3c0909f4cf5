/** Within written dates nothing breaks; elsewhere a line may end after what parts a code, or before a capital. */
const parts = /(\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?)|(?<=[/.:_-])|(?<=\p{Ll})(?=\p{Lu})/u;

/** A path, code, address or date as a machine writes it. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(parts).map((part, at) => {
    if (at % 2 === 0) return part;
    return part === undefined ? (
      <wbr key={at} />
    ) : (
      <span className="form-day" key={at}>
        {part}
      </span>
    );
  });
}
