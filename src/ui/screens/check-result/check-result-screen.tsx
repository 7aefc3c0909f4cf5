export default function CheckResultScreen() {
  return null;
}
