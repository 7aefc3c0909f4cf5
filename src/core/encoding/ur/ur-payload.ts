import { decodeCbor, encodeCbor } from '../cbor.ts';

/** The message of `ur:bytes`: a CBOR byte string (BCR-2020-006). */
export function toMessage(payload: Uint8Array): Uint8Array {
  return encodeCbor(payload);
}

/** Reads a message: the CBOR byte string of the specification, or, as some programs send it, the bytes themselves. */
export function fromMessage(message: Uint8Array): Uint8Array {
  const read = decodeCbor(message);
  return read.ok && read.value instanceof Uint8Array ? read.value : message;
}
