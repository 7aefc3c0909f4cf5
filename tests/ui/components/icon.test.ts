import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { iconNames } from '../../../src/ui/components/icon.tsx';

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('icons', () => {
  it('are at most 40', () => {
    expect(iconNames.length).toBeGreaterThan(20);
    expect(iconNames.length).toBeLessThanOrEqual(40);
  });

  it('come through one file', () => {
    const others = sources('src').filter((file) => !file.endsWith(join('components', 'icon.tsx')) && readFileSync(file, 'utf8').includes('lucide-react'));
    expect(others).toEqual([]);
  });
});
