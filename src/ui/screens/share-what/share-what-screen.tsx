export function ShareWhatScreen() {
  return null;
}
