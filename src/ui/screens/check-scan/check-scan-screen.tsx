export default function CheckScanScreen() {
  return null;
}
