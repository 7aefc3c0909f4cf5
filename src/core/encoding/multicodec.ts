import type { Attempt } from '../model/attempt.ts';
import { refuse, succeed } from '../model/attempt.ts';

/** Codes of the multicodec table that keys are written with (Controlled Identifiers 1.0, 2.2.2). */
export const multicodecs = {
  ed25519Public: 0xed,
  p256Public: 0x1200,
  p384Public: 0x1201,
  p521Public: 0x1202,
  /** A JWK in canonical JSON: natural persons of EBSI. */
  jwkJcsPublic: 0xeb51,
} as const;

/** Bytes behind a multicodec code. */
export interface Coded {
  readonly code: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Takes the unsigned varint from the front (multiformats, unsigned-varint): at most 9 bytes and, so that a code has one
 * spelling, in its shortest form. Codes above 2^53 - 1 are refused. Error: `open/malformed`.
 */
export function readMulticodec(bytes: Uint8Array<ArrayBuffer>): Attempt<Coded> {
  let [code, factor] = [0, 1];
  for (let at = 0; at < bytes.length && at < 7; at += 1) {
    const byte = bytes[at] ?? 0;
    code += (byte & 0x7f) * factor;
    factor *= 128;
    if (byte < 0x80) {
      if (byte === 0 && at > 0) return refuse('open/malformed', { encoding: 'varint' });
      return succeed({ code, bytes: bytes.slice(at + 1) });
    }
  }
  return refuse('open/malformed', { encoding: 'varint' });
}

/** Bytes with their code in front. */
export function writeMulticodec(code: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix: number[] = [];
  let rest = code;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) prefix.push((rest % 128) | 0x80);
  prefix.push(rest);
  const all = new Uint8Array(prefix.length + bytes.length);
  all.set(prefix);
  all.set(bytes, prefix.length);
  return all;
}
