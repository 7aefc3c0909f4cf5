export default function SampleScreen() {
  return null;
}
