import type { Received } from './received.ts';
import type { WalletError } from './wallet-error.ts';

/** What a running scan tells. `part` events never fire per frame, only when something new was read. */
export type ScanEvent =
  | { readonly kind: 'started'; readonly torch: boolean; readonly cameras: number }
  | { readonly kind: 'part'; readonly have: number; readonly of: number; readonly received: readonly boolean[] }
  | { readonly kind: 'other-set' }
  /** A code that holds something else: named and shown, never opened. The scan goes on. */
  | { readonly kind: 'named'; readonly what: 'web-address' | 'request' | 'recovery-code' | 'text'; readonly text: string }
  /** A code of ours that could not be taken. The scan goes on. */
  | { readonly kind: 'refused'; readonly error: WalletError }
  | { readonly kind: 'done'; readonly received: Received }
  | { readonly kind: 'failed'; readonly code: 'device/camera-denied' | 'device/camera-absent' | 'device/camera-busy' | 'device/not-supported' };
