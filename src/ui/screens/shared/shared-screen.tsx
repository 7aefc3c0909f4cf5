export default function SharedScreen() {
  return null;
}
