export function ShareToScreen() {
  return null;
}
