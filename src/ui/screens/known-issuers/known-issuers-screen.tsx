export function KnownIssuersScreen() {
  return null;
}
