export default function RestoreScreen() {
  return null;
}
