export default function CredentialScreen() {
  return null;
}
