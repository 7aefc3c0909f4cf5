import { strToU8, zipSync, zlibSync } from 'fflate';
import { crc32 } from '../../core/encoding/ur/crc32.ts';
import { encodeUtf8 } from '../../core/encoding/utf8.ts';

const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

/** One chunk of a PNG with its length and checksum. */
export function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const covered = joined(encodeUtf8(type), content);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, content.length);
  frame.setUint32(4, crc32(covered));
  return joined(new Uint8Array(frame.buffer, 0, 4), covered, new Uint8Array(frame.buffer, 4, 4));
}

/** A text chunk: `iTXt` with or without compression, or `tEXt`. */
export function textChunk(keyword: string, text: string, way: 'plain' | 'compressed' | 'tEXt' = 'plain'): Uint8Array {
  if (way === 'tEXt') return pngChunk('tEXt', encodeUtf8(`${keyword}\0${text}`));
  const content = way === 'compressed' ? zlibSync(encodeUtf8(text), { level: 9 }) : encodeUtf8(text);
  return pngChunk('iTXt', joined(encodeUtf8(`${keyword}\0`), Uint8Array.of(way === 'compressed' ? 1 : 0, 0, 0, 0), content));
}

/** A picture of one dot with these chunks behind its header. */
export function makePng(...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const header = Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0);
  const dot = zlibSync(Uint8Array.of(0, 0x1f, 0x6f, 0x8b));
  return joined(pngSignature, pngChunk('IHDR', header), ...chunks, pngChunk('IDAT', dot), pngChunk('IEND', new Uint8Array()));
}

export type BadgeNamespace = 'ob3' | 'ob2' | 'clr2';
const namespaces: Readonly<Record<BadgeNamespace, readonly [address: string, element: string]>> = {
  ob3: ['https://purl.imsglobal.org/ob/v3p0', 'credential'],
  ob2: ['http://openbadges.org', 'assertion'],
  clr2: ['https://purl.imsglobal.org/clr/v2p0', 'credential'],
};

/** A drawing with a badge in it: JSON in a CDATA section, or a token or address in `verify`. */
export function makeSvg(namespace: BadgeNamespace, content: { readonly json?: string; readonly verify?: string }): string {
  const [address, element] = namespaces[namespace];
  const attribute = content.verify === undefined ? '' : ` verify="${content.verify.replaceAll('&', '&amp;')}"`;
  const section = content.json === undefined ? '' : `<![CDATA[\n${content.json}\n]]>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="${address}" viewBox="0 0 1 1">
  <openbadges:${element}${attribute}>${section}</openbadges:${element}>
  <!-- a square -->
  <rect width="1" height="1" fill="#1f6f8b"/>
</svg>
`;
}

/** An archive with these files, always the same bytes for the same files. */
export function makeZip(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(2026, 0, 2) }));
}

/** A document of one empty page with attached files, and perhaps with a place for a signature. */
export function makePdf(attachments: readonly string[], options: { readonly deflated?: boolean; readonly signed?: boolean } = {}): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [encodeUtf8('%PDF-1.7\n')];
  const starts: number[] = [];
  const add = (body: string, stream?: Uint8Array): void => {
    starts.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(encodeUtf8(`${starts.length} 0 obj\n${body}\n`));
    if (stream !== undefined) parts.push(encodeUtf8('stream\n'), stream, encodeUtf8('\nendstream\n'));
    parts.push(encodeUtf8('endobj\n'));
  };
  const first = 4;
  const names = attachments.map((_text, index) => `(credential-${index}.json) ${first + 2 * index} 0 R`).join(' ');
  add(`<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${names}] >> >> >>`);
  add('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  add('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>');
  for (const [index, text] of attachments.entries()) {
    const bytes = encodeUtf8(text);
    const stream = options.deflated === true ? zlibSync(bytes) : bytes;
    add(`<< /Type /Filespec /F (credential-${index}.json) /AFRelationship /Data /EF << /F ${first + 2 * index + 1} 0 R >> >>`);
    add(`<< /Type /EmbeddedFile /Subtype /application#2Fvc ${options.deflated === true ? '/Filter /FlateDecode ' : ''}/Length ${stream.length} >>`, stream);
  }
  if (options.signed === true) add('<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 10 20 30] /Contents <00> >>');
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const lines = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(encodeUtf8(`xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return joined(...parts);
}
