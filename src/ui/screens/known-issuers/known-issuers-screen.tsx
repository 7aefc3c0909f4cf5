export default function KnownIssuersScreen() {
  return null;
}
