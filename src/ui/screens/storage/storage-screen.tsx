export function StorageScreen() {
  return null;
}
