import { lazy, Suspense, useEffect } from 'react';
import type { MouseEvent } from 'react';
import { Redirect, Route as Match, Switch, useLocation } from 'wouter';
import type { Wallet } from '../../wallet/wallet.ts';
import { forgetWish } from '../components/list/list-wish.ts';
import { Waiting } from '../components/waiting.tsx';
import { allWords } from '../languages/current-language.ts';
import { useText } from '../languages/use-text.ts';
import { BareFrame } from './bare-frame.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { forgetFlows } from './flow-memory.ts';
import { LiveRegions } from './live-regions.tsx';
import { routes } from './routes.ts';
import { VaultGate } from './vault-gate.tsx';
import { useWallet } from './wallet-context.ts';

const NotFound = lazy(() => import('./not-found.tsx').then((module) => ({ default: module.NotFound })));

/** Check and the sample need no vault: nothing of it is started for them. */
const withoutVault = /^\/(check|sample)(\/|$)/;

const screens = routes.map((route) => {
  const Screen = lazy(async () => {
    const [screen] = await Promise.all([route.load(), route.path === '/' ? undefined : allWords()]);
    return { default: screen };
  });
  const shown = route.vault === true ? <VaultGate absent={<Redirect to="/" replace />}>{<Screen />}</VaultGate> : <Screen />;
  return (
    <Match key={route.path} path={route.path}>
      {shown}
    </Match>
  );
});

function SkipLink() {
  const text = useText();
  const skip = (event: MouseEvent): void => {
    event.preventDefault();
    document.getElementById('main')?.focus();
  };
  return (
    <a className="skip" href="#main" onClick={skip}>
      {text('frame.skip')}
    </a>
  );
}

/** Starts the vault where a page needs it, and forgets what flows held as soon as it is locked. */
function useVault(wallet: Wallet, path: string): void {
  const needed = !withoutVault.test(path);
  useEffect(() => {
    if (needed) void wallet.start();
  }, [wallet, needed]);
  useEffect(() => {
    let before = wallet.state.get().vault.status.kind;
    return wallet.state.subscribe(() => {
      const now = wallet.state.get().vault.status.kind;
      if (before === 'open' && now !== 'open') {
        forgetFlows();
        forgetWish();
      }
      before = now;
    });
  }, [wallet]);
}

/** Files that were opened with the app or shared into it are read on the page for adding, wherever the person is. */
function useArrivals(wallet: Wallet): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    const { arrived } = wallet.installation;
    const lead = (): void => {
      if (arrived.get().length > 0) navigate('/add');
    };
    lead();
    return arrived.subscribe(lead);
  }, [wallet, navigate]);
}

/** Every screen, by its route. */
export function App() {
  const wallet = useWallet();
  const [path] = useLocation();
  useVault(wallet, path);
  useArrivals(wallet);
  return (
    <>
      <SkipLink />
      <LiveRegions />
      <ErrorBoundary key={path} wallet={wallet}>
        <Suspense
          fallback={
            <BareFrame>
              <Waiting />
            </BareFrame>
          }
        >
          <Switch>
            {screens}
            <Match>
              <NotFound />
            </Match>
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </>
  );
}
