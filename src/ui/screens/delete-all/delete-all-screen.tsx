export default function DeleteAllScreen() {
  return null;
}
