export function SharedScreen() {
  return null;
}
