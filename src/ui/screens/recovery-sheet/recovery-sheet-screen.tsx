export function RecoverySheetScreen() {
  return null;
}
