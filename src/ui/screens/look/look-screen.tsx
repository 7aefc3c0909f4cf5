export function LookScreen() {
  return null;
}
