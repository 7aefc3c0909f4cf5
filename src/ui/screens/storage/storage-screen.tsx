export default function StorageScreen() {
  return null;
}
