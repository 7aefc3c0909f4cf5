export function SampleScreen() {
  return null;
}
