export default function RecoverySheetScreen() {
  return null;
}
