export default function LookScreen() {
  return null;
}
