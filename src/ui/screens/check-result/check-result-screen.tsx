export function CheckResultScreen() {
  return null;
}
