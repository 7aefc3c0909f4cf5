const [plain, armored] = ['age-encryption.org/v', '-----BEGIN AGE ENCRYPTED FILE-----'] as const;

function startOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 256)).trimStart();
}

/** Whether bytes begin as an age file does (C2SP age v1), also in its form as text ("armor"); white space before that is allowed. */
export function isAgeFile(bytes: Uint8Array): boolean {
  return startOf(bytes).startsWith(plain) || isArmoredAgeFile(bytes);
}

/** Whether it is the form as text. */
export function isArmoredAgeFile(bytes: Uint8Array): boolean {
  return startOf(bytes).startsWith(armored);
}
