export default function HelpScreen() {
  return null;
}
