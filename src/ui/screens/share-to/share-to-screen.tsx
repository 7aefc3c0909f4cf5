export default function ShareToScreen() {
  return null;
}
