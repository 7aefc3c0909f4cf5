import { useText } from '../../languages/use-text.ts';
import { toReview } from './destinations.ts';
import { ScanView } from './scan-view.tsx';
import { useScan } from './use-scan.ts';

/** Scan to add: leads to the review. */
export function ScanScreen() {
  const text = useText();
  return <ScanView scan={useScan(toReview)} back={{ to: '/add', label: text('frame.add') }} />;
}
