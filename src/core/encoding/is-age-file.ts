const starts = ['age-encryption.org/v', '-----BEGIN AGE ENCRYPTED FILE-----'];

/** Whether bytes begin as an age file does (C2SP age v1), also in its form as text ("armor"); white space before that is allowed. */
export function isAgeFile(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256)).trimStart();
  return starts.some((known) => start.startsWith(known));
}
