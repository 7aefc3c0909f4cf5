export function CheckScanScreen() {
  return null;
}
