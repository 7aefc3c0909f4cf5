export default function ProtectScreen() {
  return null;
}
