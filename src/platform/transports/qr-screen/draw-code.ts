import { create } from 'qrcode';
import type { QRCode } from 'qrcode';

/** Modules of white around a code (ISO/IEC 18004). */
const quietModules = 4;
const minModulePixels = 3;
const maxModulePixels = 8;
/** Height that bars and the words around a code take on the page. */
const barPixels = 200;
const namespace = 'http://www.w3.org/2000/svg';

/**
 * Draws a code as SVG into the element, black on white in every theme, whole pixels, at least 3 CSS px a module.
 * A code drawn before is changed in place, so that a moving code does not flash. Made of elements, never of markup:
 * the page's policy forbids markup.
 */
export function drawCode(element: HTMLElement, code: QRCode, label: string): void {
  const modules = code.modules.size + 2 * quietModules;
  const room = Math.min(element.clientWidth, innerHeight - barPixels);
  const pixels = Math.min(maxModulePixels, Math.max(minModulePixels, Math.floor(room / modules)));
  const { svg, path } = partsOf(element);
  svg.setAttribute('aria-label', label);
  svg.setAttribute('viewBox', `0 0 ${modules} ${modules}`);
  svg.setAttribute('width', String(modules * pixels));
  svg.setAttribute('height', String(modules * pixels));
  path.setAttribute('d', outline(code));
}

/** Builds the symbol for a text: level L and a fixed version for moving codes, else as small as it gets. */
export function createCode(text: string, level: 'L' | 'M', version?: number): QRCode {
  return create(text, { errorCorrectionLevel: level, ...(version === undefined ? {} : { version }) });
}

function partsOf(element: HTMLElement): { readonly svg: Element; readonly path: Element } {
  const known = element.querySelector(':scope > svg');
  const drawn = known?.querySelector('path');
  if (known && drawn) return { svg: known, path: drawn };
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('shape-rendering', 'crispEdges');
  const ground = document.createElementNS(namespace, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', '#ffffff');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('fill', '#000000');
  svg.append(ground, path);
  element.prepend(svg);
  return { svg, path };
}

/** The dark modules as one path: a bar for each run in each row. */
export function outline(code: QRCode): string {
  const { size, data } = code.modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const start = column;
      while (column < size && data[row * size + column]) column += 1;
      if (column > start) path += `M${start + quietModules} ${row + quietModules}h${column - start}v1h-${column - start}z`;
    }
  }
  return path;
}
