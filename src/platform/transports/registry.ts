/** A way in or out of the wallet. Eager only in what is needed to name it; the rest loads when it is first used. */
export const transportRegistry = {
  file: { direction: 'in', load: () => import('./file/read-file.ts') },
  photo: { direction: 'in', load: () => import('./photo/read-photo.ts') },
  text: { direction: 'in', load: () => import('./text/read-text.ts') },
  'qr-camera': { direction: 'in', load: () => import('./qr-camera/start-scan.ts') },
  'qr-screen': { direction: 'out', load: () => import('./qr-screen/show-code.ts') },
  link: { direction: 'out', load: () => import('./link/create-link.ts') },
  pack: { direction: 'out', load: () => import('./pack/pack-files.ts') },
} as const;
