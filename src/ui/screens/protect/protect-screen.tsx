export function ProtectScreen() {
  return null;
}
