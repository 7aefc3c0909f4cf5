import type { ReactNode } from 'react';
import { Mark } from '../components/mark.tsx';

/** The frame before any screen is here: the mark and nothing to press. Small, for it is part of the first bytes. */
export function BareFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="app" data-flow="" data-first="">
      <header className="head">
        <Mark />
      </header>
      <main className="main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
