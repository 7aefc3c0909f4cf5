import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/ui/styles/tokens.css', 'utf8');

/** Each block of custom properties, in order, with the selector and media query it stands under. */
function blocks(): readonly { readonly name: string; readonly tokens: ReadonlyMap<string, string> }[] {
  return [...css.matchAll(/(@media[^{]*\{\s*)?(:root[^{]*)\{([^}]*)\}/g)].map(([, media = '', selector = '', body = '']) => ({
    name: `${media.replace(/\s+/g, ' ').trim()} ${selector.replace(/\s+/g, ' ').trim()}`.trim(),
    tokens: new Map([...body.matchAll(/(--[a-z0-9-]+):\s*([^;]+);/g)].map(([, key = '', value = '']) => [key, value.trim()])),
  }));
}

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** WCAG 2.2 contrast ratio of two colours. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const themes = blocks().filter(({ tokens }) => tokens.has('--bg'));
const grounds = ['--bg', '--surface', '--raised'];
const tones = ['ok', 'warn', 'bad', 'info', 'neutral'];

/** Every text on every ground it stands on. */
const textPairs: readonly (readonly [string, string])[] = [
  ...['--text', '--muted', '--link', ...tones.map((tone) => `--${tone}`)].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...tones.flatMap((tone) => [[`--${tone}`, `--${tone}-bg`] as const, ['--text', `--${tone}-bg`] as const]),
  ['--text', '--hatch'],
  ['--neutral', '--hatch'],
  ['--on-accent', '--accent'],
];
const edgePairs: readonly (readonly [string, string])[] = ['--border', '--focus', '--accent'].flatMap((edge) =>
  grounds.map((ground) => [edge, ground] as const),
);

describe('tokens', () => {
  it('are read for light, dark, both with more contrast, and print', () => {
    expect(themes.length).toBeGreaterThanOrEqual(10);
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  });

  it.each(themes)('keep all text at 7:1 in $name', ({ tokens }) => {
    const low = textPairs.filter(([text, ground]) => contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '') < 7);
    expect(low).toEqual([]);
    expect(textPairs.every(([text, ground]) => tokens.has(text) && tokens.has(ground))).toBe(true);
  });

  it.each(themes)('keep edges of controls and focus at 3:1 in $name', ({ tokens }) => {
    const low = edgePairs.filter(([edge, ground]) => contrast(tokens.get(edge) ?? '', tokens.get(ground) ?? '') < 3);
    expect(low).toEqual([]);
  });

  it('are the only source of colours', () => {
    for (const file of ['base.css', 'parts.css']) {
      const own = readFileSync(`src/ui/styles/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      // The white of a code and the black behind the camera are the same in every theme.
      const colours = [...own.matchAll(/#[0-9a-fA-F]{3,8}\b/g)].map(([colour]) => colour);
      expect([...new Set(colours)].sort()).toEqual(file === 'parts.css' ? ['#000000', '#16191d', '#ffffff'] : []);
    }
  });
});
