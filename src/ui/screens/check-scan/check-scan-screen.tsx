import { useText } from '../../languages/use-text.ts';
import { toCheckResult } from '../scan/destinations.ts';
import { ScanView } from '../scan/scan-view.tsx';
import { useScan } from '../scan/use-scan.ts';

/** Scan to check: leads to the result. Never touches the vault. */
export function CheckScanScreen() {
  const text = useText();
  return <ScanView scan={useScan(toCheckResult)} back={{ to: '/check', label: text('frame.check') }} />;
}
