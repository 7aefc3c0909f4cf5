export function HandOverScreen() {
  return null;
}
