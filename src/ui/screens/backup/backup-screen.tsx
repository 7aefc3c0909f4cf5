export default function BackupScreen() {
  return null;
}
