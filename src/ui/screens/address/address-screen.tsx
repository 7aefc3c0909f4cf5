export function AddressScreen() {
  return null;
}
