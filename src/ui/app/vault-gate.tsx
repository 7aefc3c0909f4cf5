import { lazy } from 'react';
import type { ReactNode } from 'react';
import { Waiting } from '../components/waiting.tsx';
import { useText } from '../languages/use-text.ts';
import { BareFrame } from './bare-frame.tsx';
import { useWalletState } from './wallet-context.ts';

const LockScreen = lazy(() => import('../components/lock/lock-screen.tsx').then((module) => ({ default: module.LockScreen })));
const StandIn = lazy(() => import('../components/lock/stand-in.tsx').then((module) => ({ default: module.StandIn })));

/**
 * Shows `children` while the vault is open. Until then its place is taken by the lock screen, by `absent` where
 * nothing was ever saved, or by a plain screen that says why the credentials cannot be reached here.
 */
export function VaultGate({ absent, children }: { readonly absent: ReactNode; readonly children: ReactNode }) {
  const text = useText();
  const { status } = useWalletState().vault;
  switch (status.kind) {
    case 'open':
      return children;
    case 'absent':
      return absent;
    case 'locked':
      return <LockScreen />;
    case 'unknown':
      return (
        <BareFrame>
          <h1 className="unseen">{text('home.opening')}</h1>
          <Waiting words="home.opening" />
        </BareFrame>
      );
    default:
      return <StandIn kind={status.kind} />;
  }
}
