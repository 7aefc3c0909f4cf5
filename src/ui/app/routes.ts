import type { ComponentType } from 'react';

/** One line per screen. `vault`: needs an open vault; the lock screen stands in its place until then. */
export interface Route {
  readonly path: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  readonly vault?: true;
}

export const routes: readonly Route[] = [
  { path: '/', load: () => import('../screens/home/home-screen.tsx') },
  { path: '/add', load: () => import('../screens/add/add-screen.tsx') },
  { path: '/add/scan', load: () => import('../screens/scan/scan-screen.tsx') },
  { path: '/review', load: () => import('../screens/review/review-screen.tsx') },
  { path: '/protect', load: () => import('../screens/protect/protect-screen.tsx') },
  { path: '/credential/:id', load: () => import('../screens/credential/credential-screen.tsx'), vault: true },
  { path: '/sample', load: () => import('../screens/sample/sample-screen.tsx') },
  { path: '/share/:ids', load: () => import('../screens/share/share-screen.tsx'), vault: true },
  { path: '/share/:ids/what', load: () => import('../screens/share-what/share-what-screen.tsx'), vault: true },
  { path: '/share/:ids/to', load: () => import('../screens/share-to/share-to-screen.tsx'), vault: true },
  { path: '/hand-over/:id', load: () => import('../screens/hand-over/hand-over-screen.tsx'), vault: true },
  { path: '/settings', load: () => import('../screens/settings/settings-screen.tsx') },
  { path: '/settings/backup', load: () => import('../screens/backup/backup-screen.tsx'), vault: true },
  { path: '/settings/recovery', load: () => import('../screens/recovery-sheet/recovery-sheet-screen.tsx'), vault: true },
  { path: '/settings/address', load: () => import('../screens/address/address-screen.tsx'), vault: true },
  { path: '/settings/shared', load: () => import('../screens/shared/shared-screen.tsx'), vault: true },
  { path: '/settings/language', load: () => import('../screens/language/language-screen.tsx') },
  { path: '/settings/look', load: () => import('../screens/look/look-screen.tsx') },
  { path: '/settings/storage', load: () => import('../screens/storage/storage-screen.tsx') },
  { path: '/settings/issuers', load: () => import('../screens/known-issuers/known-issuers-screen.tsx'), vault: true },
  { path: '/settings/help', load: () => import('../screens/help/help-screen.tsx') },
  { path: '/settings/delete', load: () => import('../screens/delete-all/delete-all-screen.tsx') },
  { path: '/restore', load: () => import('../screens/restore/restore-screen.tsx') },
  { path: '/check', load: () => import('../screens/check/check-screen.tsx') },
  { path: '/check/scan', load: () => import('../screens/check-scan/check-scan-screen.tsx') },
  { path: '/check/result', load: () => import('../screens/check-result/check-result-screen.tsx') },
];
