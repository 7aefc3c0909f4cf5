/** True for any text that begins as a UR, in either case. Cheap and total. */
export function isUr(text: string): boolean {
  return /^ur:/i.test(text);
}
