/** One element of DER (X.690): its tag, its content, and where it ends. */
interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** The elements that stand one after the other in these bytes; undefined where they are no DER of definite lengths. */
export function readDer(bytes: Uint8Array): readonly DerElement[] | undefined {
  const elements: DerElement[] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = readHead(bytes, at);
    if (head === undefined || head.start + head.length > bytes.length) return undefined;
    elements.push({ tag: bytes[at] ?? 0, content: bytes.subarray(head.start, head.start + head.length) });
    at = head.start + head.length;
  }
  return elements;
}

function readHead(bytes: Uint8Array, at: number): { readonly start: number; readonly length: number } | undefined {
  const first = bytes[at + 1];
  if (first === undefined || ((bytes[at] ?? 0) & 0x1f) === 0x1f) return undefined;
  if (first < 0x80) return { start: at + 2, length: first };
  const count = first & 0x7f;
  if (count === 0 || count > 4) return undefined;
  const digits = bytes.subarray(at + 2, at + 2 + count);
  return digits.length < count ? undefined : { start: at + 2 + count, length: digits.reduce((sum, byte) => sum * 256 + byte, 0) };
}

const sequenceTag = 0x30;
const objectIdentifierTag = 0x06;

/** The content of the one SEQUENCE that these bytes are. */
export function readSequence(bytes: Uint8Array): readonly DerElement[] | undefined {
  const [only, ...more] = readDer(bytes) ?? [];
  return only?.tag === sequenceTag && more.length === 0 ? readDer(only.content) : undefined;
}

/** The dotted text of an OBJECT IDENTIFIER (X.690, 8.19). */
export function readObjectIdentifier({ tag, content }: DerElement): string | undefined {
  if (tag !== objectIdentifierTag || content.length === 0 || content.length > 64) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...rest] = arcs;
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...rest].join('.');
}
