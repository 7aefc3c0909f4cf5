import type { Instant } from './instant.ts';

/** How bytes came in. */
export type TransportId = 'file' | 'drop' | 'paste' | 'qr-camera' | 'photo' | 'link' | 'restore' | 'bundled';

/** Bytes exactly as they arrived, with what is known about their way here. */
export interface Received {
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
  readonly fileName?: string;
  /** The address that answered with these bytes at `arrivedAt`, on the person's say. */
  readonly address?: string;
  readonly transport: TransportId;
  readonly arrivedAt: Instant;
}
