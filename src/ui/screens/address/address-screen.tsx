export default function AddressScreen() {
  return null;
}
