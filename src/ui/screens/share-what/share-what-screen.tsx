export default function ShareWhatScreen() {
  return null;
}
