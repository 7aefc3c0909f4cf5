import type { ComponentType } from 'react';

/** One line per screen. `vault`: needs an open vault; the lock screen stands in its place until then. */
export interface Route {
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
  readonly vault?: true;
}

export const routes: readonly Route[] = [
  { path: '/', load: () => import('../screens/home/home-screen.tsx').then((m) => m.HomeScreen) },
  { path: '/add', load: () => import('../screens/add/add-screen.tsx').then((m) => m.AddScreen) },
  { path: '/add/scan', load: () => import('../screens/scan/scan-screen.tsx').then((m) => m.ScanScreen) },
  { path: '/review', load: () => import('../screens/review/review-screen.tsx').then((m) => m.ReviewScreen) },
  { path: '/protect', load: () => import('../screens/protect/protect-screen.tsx').then((m) => m.ProtectScreen) },
  { path: '/credential/:id', load: () => import('../screens/credential/credential-screen.tsx').then((m) => m.CredentialScreen), vault: true },
  { path: '/credential/:id/take', load: () => import('../screens/take/take-screen.tsx').then((m) => m.TakeScreen), vault: true },
  { path: '/sample', load: () => import('../screens/sample/sample-screen.tsx').then((m) => m.SampleScreen) },
  { path: '/share/:ids', load: () => import('../screens/share/share-screen.tsx').then((m) => m.ShareScreen), vault: true },
  { path: '/share/:ids/what', load: () => import('../screens/share-what/share-what-screen.tsx').then((m) => m.ShareWhatScreen), vault: true },
  { path: '/share/:ids/to', load: () => import('../screens/share-to/share-to-screen.tsx').then((m) => m.ShareToScreen), vault: true },
  { path: '/statement/:ids', load: () => import('../screens/statement/statement-screen.tsx').then((m) => m.StatementScreen), vault: true },
  { path: '/hand-over/:id', load: () => import('../screens/hand-over/hand-over-screen.tsx').then((m) => m.HandOverScreen), vault: true },
  { path: '/collections', load: () => import('../screens/collections/collections-screen.tsx').then((m) => m.CollectionsScreen), vault: true },
  { path: '/collections/new', load: () => import('../screens/collections/collection-form-screen.tsx').then((m) => m.CollectionFormScreen), vault: true },
  { path: '/collections/:id', load: () => import('../screens/collections/collection-screen.tsx').then((m) => m.CollectionScreen), vault: true },
  { path: '/collections/:id/edit', load: () => import('../screens/collections/collection-form-screen.tsx').then((m) => m.CollectionFormScreen), vault: true },
  { path: '/collections/:id/what', load: () => import('../screens/collections/collection-what-screen.tsx').then((m) => m.CollectionWhatScreen), vault: true },
  { path: '/collections/:id/export', load: () => import('../screens/portfolio/portfolio-screen.tsx').then((m) => m.PortfolioScreen), vault: true },
  { path: '/choose', load: () => import('../screens/choose/choose-screen.tsx').then((m) => m.ChooseScreen), vault: true },
  { path: '/choose/:ids', load: () => import('../screens/choose/choose-screen.tsx').then((m) => m.ChooseScreen), vault: true },
  { path: '/compare/:ids', load: () => import('../screens/compare/compare-screen.tsx').then((m) => m.CompareScreen), vault: true },
  { path: '/together/:ids', load: () => import('../screens/together/together-screen.tsx').then((m) => m.TogetherScreen), vault: true },
  { path: '/prior-learning', load: () => import('../screens/prior-learning/prior-learning-screen.tsx').then((m) => m.PriorLearningScreen), vault: true },
  { path: '/prior-learning/new', load: () => import('../screens/prior-learning/prior-learning-form-screen.tsx').then((m) => m.PriorLearningFormScreen), vault: true },
  { path: '/prior-learning/:id', load: () => import('../screens/prior-learning/prior-learning-form-screen.tsx').then((m) => m.PriorLearningFormScreen), vault: true },
  { path: '/settings', load: () => import('../screens/settings/settings-screen.tsx').then((m) => m.SettingsScreen) },
  { path: '/settings/backup', load: () => import('../screens/backup/backup-screen.tsx').then((m) => m.BackupScreen), vault: true },
  { path: '/settings/backup/test', load: () => import('../screens/backup/backup-screen.tsx').then((m) => m.TestScreen), vault: true },
  { path: '/settings/recovery', load: () => import('../screens/recovery-sheet/recovery-sheet-screen.tsx').then((m) => m.RecoverySheetScreen), vault: true },
  { path: '/settings/address', load: () => import('../screens/address/address-screen.tsx').then((m) => m.AddressScreen), vault: true },
  { path: '/settings/shared', load: () => import('../screens/shared/shared-screen.tsx').then((m) => m.SharedScreen), vault: true },
  { path: '/settings/language', load: () => import('../screens/language/language-screen.tsx').then((m) => m.LanguageScreen) },
  { path: '/settings/look', load: () => import('../screens/look/look-screen.tsx').then((m) => m.LookScreen) },
  { path: '/settings/storage', load: () => import('../screens/storage/storage-screen.tsx').then((m) => m.StorageScreen) },
  { path: '/settings/issuers', load: () => import('../screens/known-issuers/known-issuers-screen.tsx').then((m) => m.KnownIssuersScreen), vault: true },
  { path: '/settings/lists', load: () => import('../screens/trust-lists/trust-lists-screen.tsx').then((m) => m.TrustListsScreen), vault: true },
  { path: '/settings/help', load: () => import('../screens/help/help-screen.tsx').then((m) => m.HelpScreen) },
  { path: '/settings/delete', load: () => import('../screens/delete-all/delete-all-screen.tsx').then((m) => m.DeleteAllScreen) },
  { path: '/restore', load: () => import('../screens/restore/restore-screen.tsx').then((m) => m.RestoreScreen) },
  { path: '/check', load: () => import('../screens/check/check-screen.tsx').then((m) => m.CheckScreen) },
  { path: '/check/scan', load: () => import('../screens/check-scan/check-scan-screen.tsx').then((m) => m.CheckScanScreen) },
  { path: '/check/result', load: () => import('../screens/check-result/check-result-screen.tsx').then((m) => m.CheckResultScreen) },
];
