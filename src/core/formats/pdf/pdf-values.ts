/** A value of a PDF as far as attachments need it (ISO 32000-1, 7.3). Numbers, strings and the like are `other`. */
export type PdfValue =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'reference'; readonly object: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'dictionary'; readonly entries: PdfDictionary }
  | { readonly kind: 'other' };

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

const maxDepth = 40;
const maxItems = 20_000;
const other: PdfValue = { kind: 'other' };

interface Reading {
  readonly text: string;
  at: number;
  items: number;
}

/**
 * Reads one value from text in which every character is one byte. Lenient and total: what is broken becomes `other`, and
 * what is left open ends with its object. Gives the place after the value.
 */
export function readPdfValue(text: string, from: number): { readonly value: PdfValue; readonly end: number } {
  const reading: Reading = { text, at: from, items: 0 };
  const value = readValue(reading, 0);
  return { value, end: reading.at };
}

function readValue(reading: Reading, depth: number): PdfValue {
  skipSpace(reading);
  reading.items += 1;
  const { text, at } = reading;
  // What is too long is left where it is, and too deep a bracket is passed over: objects that follow are found.
  if (reading.items > maxItems) return other;
  if (depth > maxDepth) {
    reading.at += 1;
    return other;
  }
  if (text.startsWith('<<', at)) return readDictionary(reading, depth);
  switch (text[at]) {
    case '[':
      return readArray(reading, depth);
    case '/':
      return { kind: 'name', name: readName(reading) };
    case '(':
      return skipString(reading);
    case '<': {
      const end = text.indexOf('>', at);
      reading.at = end < 0 ? text.length : end + 1;
      return other;
    }
    default:
      return readWord(reading);
  }
}

function skipSpace(reading: Reading): void {
  const { text } = reading;
  for (;;) {
    const code = text.charCodeAt(reading.at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0) reading.at += 1;
    else if (code === 0x25) {
      while (reading.at < text.length && text[reading.at] !== '\n' && text[reading.at] !== '\r') reading.at += 1;
    } else return;
  }
}

function readName(reading: Reading): string {
  const found = /\/[^\s\0()<>[\]{}/%]{0,127}/y;
  found.lastIndex = reading.at;
  const written = found.exec(reading.text)?.[0] ?? '/';
  reading.at += written.length;
  return written.slice(1).replace(/#([\da-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A number, a reference (`12 0 R`), or a word such as `true`. */
function readWord(reading: Reading): PdfValue {
  const reference = /(\d{1,10})[\s\0]{1,10}\d{1,5}[\s\0]{1,10}R(?![A-Za-z])/y;
  reference.lastIndex = reading.at;
  const found = reference.exec(reading.text);
  if (found !== null) {
    reading.at += found[0].length;
    return { kind: 'reference', object: Number(found[1]) };
  }
  const word = /[^\s\0()<>[\]{}/%]{1,200}/y;
  word.lastIndex = reading.at;
  // A bracket that nothing opened is passed over, not all that follows it.
  const written = word.exec(reading.text)?.[0] ?? reading.text.slice(reading.at, reading.at + 1);
  reading.at += written.length;
  return /^[+-]?\d{1,12}$/.test(written) ? { kind: 'number', value: Number(written) } : other;
}

/** ISO 32000-1, 7.3.4.2: brackets within a string are in pairs, or have a backslash before them. */
function skipString(reading: Reading): PdfValue {
  let depth = 0;
  for (; reading.at < reading.text.length; reading.at += 1) {
    const letter = reading.text[reading.at];
    if (letter === '\\') reading.at += 1;
    else if (letter === '(') depth += 1;
    else if (letter === ')') {
      depth -= 1;
      if (depth === 0) {
        reading.at += 1;
        return other;
      }
    }
  }
  return other;
}

/** Nothing more to read; an object that ends ends what was left open in it, and takes nothing from the next. */
function isOver({ text, at, items }: Reading): boolean {
  return at >= text.length || items > maxItems || text.startsWith('endobj', at);
}

function readArray(reading: Reading, depth: number): PdfValue {
  const items: PdfValue[] = [];
  reading.at += 1;
  for (;;) {
    skipSpace(reading);
    if (isOver(reading)) return { kind: 'array', items };
    if (reading.text[reading.at] === ']') {
      reading.at += 1;
      return { kind: 'array', items };
    }
    items.push(readValue(reading, depth + 1));
  }
}

function readDictionary(reading: Reading, depth: number): PdfValue {
  const entries = new Map<string, PdfValue>();
  reading.at += 2;
  for (;;) {
    skipSpace(reading);
    if (isOver(reading)) return { kind: 'dictionary', entries };
    if (reading.text.startsWith('>>', reading.at)) {
      reading.at += 2;
      return { kind: 'dictionary', entries };
    }
    if (reading.text[reading.at] !== '/') {
      readValue(reading, depth + 1);
      continue;
    }
    const name = readName(reading);
    const value = readValue(reading, depth + 1);
    if (!entries.has(name)) entries.set(name, value);
  }
}
