export default function HandOverScreen() {
  return null;
}
