import { decode, encode } from 'cborg';

/** The message of `ur:bytes`: a CBOR byte string (BCR-2020-006). */
export function toMessage(payload: Uint8Array): Uint8Array {
  return encode(payload);
}

/** Reads a message: the CBOR byte string of the specification, or, as some programs send it, the bytes themselves. */
export function fromMessage(message: Uint8Array): Uint8Array {
  if ((message[0] ?? 0) >> 5 !== 2) return message;
  try {
    const value: unknown = decode(message, { strict: true, allowIndefinite: false });
    return value instanceof Uint8Array ? value : message;
  } catch {
    return message;
  }
}
