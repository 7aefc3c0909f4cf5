export default function LanguageScreen() {
  return null;
}
