import { packEnvelope } from '../../../core/encoding/envelope.ts';
import { splitUr, writeSingle } from '../../../core/encoding/ur/ur-splitter.ts';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import { maxCodeBytes, maxInflatedBytes, maxLinkCharacters } from '../../../core/model/limits.ts';
import type { Presentation } from '../../../core/model/presentation.ts';
import type { ShownCode, SizeOf } from '../../../wallet/ports.ts';
import { pageAddress } from '../link/page-address.ts';
import { createCode, drawCode } from './draw-code.ts';

/** Characters of a version 18 code, level L, alphanumeric: what a phone reads from a phone. */
const maxPartCharacters = 1_046;
/** The longest part of a set with fragments of this size stays within `maxPartCharacters`, whatever its number. */
const maxFragmentBytes = 480;
/** Number of digits is what makes parts grow; the version is chosen for this one and kept, so the code never jumps. */
const lateSequence = 99_999;

function envelopeOf(presentation: Presentation): Uint8Array {
  return packEnvelope({ bytes: presentation.bytes, mediaType: presentation.mediaType });
}

function partsOf(envelope: Uint8Array): number {
  if (envelope.length + 16 > maxCodeBytes) return 0;
  return writeSingle(envelope).length <= maxPartCharacters ? 1 : splitUr(envelope, maxFragmentBytes).count;
}

/** The numbers by which a screen decides between still code, moving code, file and link. */
export function measure(presentation: Presentation): SizeOf {
  const bytes = presentation.bytes.length;
  if (bytes > maxInflatedBytes) return { bytes, compressedBytes: bytes, codeParts: 0, linkCharacters: 0 };
  const envelope = envelopeOf(presentation);
  const characters = `${pageAddress()}#/check/1/`.length + Math.ceil((envelope.length * 4) / 3);
  return {
    bytes,
    compressedBytes: envelope.length,
    codeParts: partsOf(envelope),
    linkCharacters: characters > maxLinkCharacters ? 0 : characters,
  };
}

/** The presentation as a still code where one part holds it, else as a moving code. `send/too-large-for-qr`. */
export function showCode(presentation: Presentation): Attempt<ShownCode> {
  if (presentation.bytes.length > maxInflatedBytes) return refuse('send/too-large-for-qr', { maxBytes: maxCodeBytes });
  const envelope = envelopeOf(presentation);
  const parts = partsOf(envelope);
  if (parts === 0) return refuse('send/too-large-for-qr', { bytes: envelope.length, maxBytes: maxCodeBytes });
  const split = splitUr(envelope, maxFragmentBytes);
  const text = parts === 1 ? () => writeSingle(envelope) : split.part;
  const version = parts === 1 ? undefined : createCode(text(lateSequence), 'L').version;
  return succeed({ parts, text, draw: (element, part, label) => drawCode(element, createCode(part, 'L', version), label) });
}

/** A plain text as one still code, level M. */
export function drawText(element: HTMLElement, text: string, label: string): Attempt<void> {
  drawCode(element, createCode(text, 'M'), label);
  return succeed(undefined);
}
