// npm run icons: draws the PNG icons from the two SVG files. Run it when a drawing changes; the PNGs are kept in git.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './find-browser.mjs';
import { root } from './install.mjs';

const plain = readFileSync(join(root, 'public/icon.svg'), 'utf8');
const maskable = readFileSync(join(root, 'src/tools/icon-maskable.svg'), 'utf8');
const icons = [
  ['icon-192.png', 192, plain],
  ['icon-512.png', 512, plain],
  ['maskable-512.png', 512, maskable],
  ['touch-180.png', 180, maskable],
];

const executablePath = await ensureBrowser();
if (executablePath === undefined) throw new Error('no browser to draw with');
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
const page = await browser.newPage({ colorScheme: 'light' });
mkdirSync(join(root, 'public/icons'), { recursive: true });
for (const [name, size, svg] of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  writeFileSync(join(root, 'public/icons', name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
