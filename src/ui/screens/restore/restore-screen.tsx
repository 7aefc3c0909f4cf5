export function RestoreScreen() {
  return null;
}
