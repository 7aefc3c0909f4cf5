import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const decoder = fileURLToPath(new URL('../../platform/transports/qr-camera/full-frame-decoder.ts', import.meta.url));
const replaced = /(?:^|\/)zxing-html5-qrcode-decoder(?:\.js)?$/;

/**
 * Puts our decoder in the place of the one inside `html5-qrcode`, which would weigh 80 KB and reads only what fits the
 * picture on the page. The build fails if the scanner is in it and the module was not replaced.
 */
export function scannerDecoder(): Plugin {
  return {
    name: 'mecum:scanner-decoder',
    enforce: 'pre',
    config: () => ({ optimizeDeps: { exclude: ['html5-qrcode'] } }),
    resolveId: (source, importer) => (replaced.test(source) && importer?.includes('html5-qrcode') ? decoder : null),
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
      const hasScanner = modules.some((id) => id.includes('html5-qrcode/esm/html5-qrcode'));
      const hasForeign = modules.some((id) => /html5-qrcode\/(?:esm\/zxing-html5|third_party)/.test(id));
      if (hasForeign || (hasScanner && !modules.some((id) => id.endsWith('full-frame-decoder.ts')))) {
        this.error('html5-qrcode still carries its own decoder: its module name has changed');
      }
    },
  };
}
