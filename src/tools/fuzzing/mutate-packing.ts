import { unzipSync, zipSync } from 'fflate';
import { chunksOf, isPng } from '../../core/formats/baked-png/png-chunks.ts';
import { makePdf, pngChunk } from '../sampling/make-packings.ts';
import { joined, mutateBytes } from './mutate-bytes.ts';
import { mutateText } from './mutate-text.ts';
import type { Random } from './random.ts';

/** Changes a file by what it is; where it holds others, mostly by what they are, in a packing that is right again. */
export function mutateFile(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  if (bytes.length === 0 || random.chance(0.1)) return mutateBytes(bytes, random, other);
  if (isPng(bytes)) return mutatePng(bytes, random, other);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return mutateZip(bytes, random, other);
  const text = textOf(bytes);
  if (text === undefined) return mutateBytes(bytes, random, other);
  if (text.startsWith('%PDF')) return mutatePdf(text, bytes, random, other);
  const decoded = /^[\w+/=-]{40,}$/.test(text) ? textOf(Buffer.from(text, 'base64')) : undefined;
  if (decoded !== undefined && random.chance(0.7)) return joined(Buffer.from(Buffer.from(mutateText(decoded, random)).toString('base64')));
  return joined(Buffer.from(mutateText(text, random, textOf(other) ?? text)));
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function mutatePng(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const chunks = [...chunksOf(bytes)].map(({ type, content }): { type: string; content: Uint8Array; lie: number } => ({ type, content, lie: 0 }));
  const at = random.below(chunks.length);
  const chunk = chunks[at];
  if (chunk === undefined) return mutateBytes(bytes, random, other);
  const text = chunks.find(({ type }) => type === 'iTXt' || type === 'tEXt');
  switch (random.below(7)) {
    case 0:
      chunks.splice(random.below(chunks.length + 1), 0, chunk);
      break;
    case 1:
      chunks.splice(at, 1);
      break;
    case 2:
      chunk.lie = random.pick([1, -1, 0x7fff_ffff, 1 << 30, 12]);
      break;
    case 3:
      chunk.content = mutateBytes(chunk.content, random, other);
      break;
    default:
      if (text !== undefined) text.content = mutateChunkText(text.content, random);
  }
  return joined(bytes.subarray(0, 8), ...chunks.map(({ type, content, lie }) => lying(pngChunk(type, content), lie)));
}

/** The same chunk with a length that is not its own. */
function lying(chunk: Uint8Array, lie: number): Uint8Array {
  if (lie !== 0) new DataView(chunk.buffer, chunk.byteOffset).setUint32(0, (chunk.length - 12 + lie) >>> 0);
  return chunk;
}

function mutateChunkText(content: Uint8Array, random: Random): Uint8Array {
  const start = content.lastIndexOf(0) + 1;
  const text = textOf(content.subarray(start));
  return text === undefined ? mutateBytes(content, random, content) : joined(content.subarray(0, start), Buffer.from(mutateText(text, random)));
}

/** What an entry says that it unpacks to may be a lie of gigabytes, which the first change made: those are left alone. */
const maxEntryBytes = 16 * 1024 * 1024;

function filesIn(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  try {
    return { ...unzipSync(bytes, { filter: ({ originalSize }) => originalSize <= maxEntryBytes }) };
  } catch {
    return undefined;
  }
}

function mutateZip(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const files = random.chance(0.3) ? undefined : filesIn(bytes);
  if (files === undefined || Object.keys(files).length === 0) return mutateBytes(bytes, random, other);
  const name = random.pick(Object.keys(files));
  const content = files[name] ?? new Uint8Array();
  if (random.chance(0.2)) delete files[name];
  else files[random.chance(0.2) ? `x/${name}` : name] = mutateFile(content, random, other);
  return zipSync(files as Record<string, Uint8Array<ArrayBuffer>>, { level: random.chance(0.5) ? 0 : 6 });
}

function mutatePdf(text: string, bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const attached = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map((found) => found[1] ?? '');
  const [first] = attached;
  if (first === undefined || random.chance(0.4)) return mutateBytes(bytes, random, other);
  return makePdf([mutateText(first, random), ...attached.slice(1)], { deflated: random.chance(0.5), signed: random.chance(0.3) });
}
