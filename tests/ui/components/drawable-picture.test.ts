import { describe, expect, it } from 'vitest';
import { drawablePicture } from '../../../src/ui/components/credential/drawable-picture.ts';

function address(kind: string, bytes: readonly number[]): string {
  return `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;
}

function png(width: number, height: number): readonly number[] {
  const four = (value: number): readonly number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, ...four(width), ...four(height), 8, 6, 0, 0, 0];
}

const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 40, 0, 30, 3];
const webp = [...Buffer.from('RIFF\0\0\0\0WEBPVP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0];

describe('pictures inside a credential', () => {
  it('B92 PNG, JPEG and WebP of a fair size are drawn from their own bytes', () => {
    expect(drawablePicture(address('png', png(40, 40)))).toBeDefined();
    expect(drawablePicture(address('jpeg', jpeg))).toBeDefined();
    expect(drawablePicture(address('webp', webp))).toBeDefined();
  });

  it('B92 remote addresses, SVG, other bytes than the label says, and huge ones are never drawn', () => {
    expect(drawablePicture('https://example.org/badge.png')).toBeUndefined();
    expect(drawablePicture(address('svg+xml', [...Buffer.from('<svg/>')]))).toBeUndefined();
    expect(drawablePicture(address('png', jpeg))).toBeUndefined();
    expect(drawablePicture(address('png', png(5_000, 5_000)))).toBeUndefined();
    expect(drawablePicture(address('png', [...png(40, 40), ...Array.from({ length: 1_100_000 }, () => 0)]))).toBeUndefined();
    expect(drawablePicture(address('jpeg', [0xff, 0xd8, 0xff]))).toBeUndefined();
  });
});
