export function DeleteAllScreen() {
  return null;
}
