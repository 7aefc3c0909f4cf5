/**
 * Every way in which bad input or a refusing world is named. The part before the slash is the stage.
 * Codes are stable: screens map them to sentences, tests compare them. Never decide by a message text.
 */
export type ErrorCode =
  // Bytes arriving.
  | 'receive/empty'
  | 'receive/too-large'
  | 'receive/unrecognized'
  | 'receive/no-code-in-image'
  | 'receive/web-address'
  /** A backup of a wallet: it belongs where wallets are restored. */
  | 'receive/backup'
  | 'receive/incomplete-link'
  | 'receive/wrong-checksum'
  | 'receive/other-code-set'
  | 'receive/foreign-request'
  /** An SD-JWT with a key binding: shown to one receiver once, never issued to its holder so (RFC 9901 7.2). */
  | 'receive/key-bound'
  /** No trust list: of no kind that we know, or broken, or its signature does not fit. */
  | 'receive/not-a-list'
  /** The person pressed Stop: all is as it was before. */
  | 'receive/stopped'
  // Bytes being opened as their format.
  | 'open/malformed'
  | 'open/not-utf8'
  | 'open/duplicate-key'
  | 'open/forbidden-key'
  | 'open/unsafe-number'
  | 'open/too-deep'
  | 'open/too-many-nodes'
  | 'open/string-too-long'
  | 'open/truncated'
  | 'open/unsupported-version'
  | 'open/wrong-shape'
  | 'open/wrong-media-type'
  // Claims being read.
  | 'read/wrong-shape'
  // Presentations being made.
  | 'present/nothing-to-disclose'
  | 'present/key-missing'
  | 'present/cannot-enclose'
  | 'present/request-expired'
  | 'present/too-large'
  /** No Open Badge that an image can hold, or the image would not be read back as the same badge; `why` in the facts. */
  | 'present/cannot-bake'
  // Bytes leaving.
  | 'send/too-large-for-qr'
  | 'send/cancelled'
  | 'send/not-supported'
  // The vault.
  | 'vault/absent'
  | 'vault/exists'
  | 'vault/locked'
  | 'vault/elsewhere'
  | 'vault/wrong-secret'
  | 'vault/wait'
  | 'vault/weak-secret'
  | 'vault/mistyped-code'
  | 'vault/newer-schema'
  | 'vault/fresh-unlock-needed'
  | 'vault/not-found'
  | 'vault/signing-refused'
  // What the owner writes; `field` in the facts.
  | 'own/missing'
  | 'own/too-long'
  | 'own/too-many'
  | 'own/file-too-large'
  | 'own/file-empty'
  // What is stored.
  | 'store/quota'
  | 'store/blocked'
  | 'store/corrupt'
  | 'store/unavailable'
  // Asking other places.
  | 'remote/refused-address'
  | 'remote/offline'
  /** No answer came, or one that browsers are not let read: the two cannot be told apart. */
  | 'remote/no-answer'
  | 'remote/refused'
  | 'remote/too-large'
  /** A page for people came where data was asked for. */
  | 'remote/web-page'
  /** What came holds nothing of what is asked for: a notice of a fault, an empty object. */
  | 'remote/says-nothing'
  // Backup files.
  | 'backup/not-a-backup'
  | 'backup/newer-version'
  | 'backup/wrong-secret'
  | 'backup/damaged'
  | 'backup/not-the-same'
  // The device.
  | 'device/camera-denied'
  | 'device/camera-absent'
  | 'device/camera-busy'
  | 'device/not-supported'
  | 'device/cancelled'
  | 'device/passkey-without-prf'
  | 'device/worker-failed'
  /** A part of the app is not there: no network on the first visit, or a newer version took its place. */
  | 'device/not-loaded'
  | 'device/timed-out';
