export function CredentialScreen() {
  return null;
}
