import { writeFileSync } from 'node:fs';
import { create } from 'qrcode';
import { decodePng, encodeGreyPng } from './grey-png.ts';
import type { GreyPicture } from './grey-png.ts';

/** A code somewhere in the picture. */
interface CodeInPicture {
  readonly text: string;
  /** Pixels a module; 6 by default: a version 18 code fills most of the height. */
  readonly modulePixels?: number;
  /** Left edge in pixels; centred where absent. */
  readonly left?: number;
  readonly level?: 'L' | 'M';
}

/** What the camera sees in one frame: the codes in it; none for an empty desk. */
export type FrameContent = readonly CodeInPicture[];

export interface FakeCameraOptions {
  /** Frames a second of the video; each content is shown for one frame unless `holdFrames` says more. */
  readonly framesPerSecond: number;
  readonly holdFrames?: number;
  readonly width?: number;
  readonly height?: number;
  /** Greatest change of a pixel by noise, in grey levels. */
  readonly noise?: number;
}

const quietModules = 4;

/** Chromium's switches for a camera that plays a file and never asks. */
export function fakeCameraSwitches(videoFile: string): readonly string[] {
  return ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${videoFile}`];
}

/** Repeatable noise. */
function createNoise(): () => number {
  let state = 0x2545_f491;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** One grey picture of what the camera sees. */
function renderFrame(content: FrameContent, width: number, height: number, noise: number): Uint8Array {
  const picture = new Uint8Array(width * height).fill(150);
  for (const code of content) drawInto(picture, width, height, code);
  const random = createNoise();
  for (let index = 0; index < picture.length; index += 1) picture[index] = Math.round((picture[index] ?? 0) + (random() - 0.5) * 2 * noise);
  return picture;
}

function drawInto(picture: Uint8Array, width: number, height: number, code: CodeInPicture): void {
  const { size, data } = create(code.text, { errorCorrectionLevel: code.level ?? 'L' }).modules;
  const pixels = code.modulePixels ?? 6;
  const side = (size + 2 * quietModules) * pixels;
  const left = code.left ?? Math.floor((width - side) / 2);
  const top = Math.floor((height - side) / 2);
  if (left < 0 || top < 0 || left + side > width) throw new Error('the code does not fit the picture');
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [Math.floor(y / pixels) - quietModules, Math.floor(x / pixels) - quietModules];
      const isInside = row >= 0 && column >= 0 && row < size && column < size;
      picture[(top + y) * width + left + x] = isInside && data[row * size + column] ? 30 : 235;
    }
  }
}

/** A still picture as PNG, for photos of codes. */
export function writePhoto(file: string, content: FrameContent, width = 1280, height = 720): void {
  writeFileSync(file, encodeGreyPng({ width, height, levels: renderFrame(content, width, height, 8) }));
}

/** Writes the frames as the Y4M video that Chromium's fake camera plays in a loop. No other program is needed. */
export function writeFakeCamera(file: string, frames: readonly FrameContent[], options: FakeCameraOptions): void {
  const { framesPerSecond, holdFrames = 1, width = 1280, height = 720, noise = 10 } = options;
  const pictures = frames.flatMap((content) => Array.from({ length: holdFrames }, () => content)).map((content) => renderFrame(content, width, height, noise));
  writeVideo(file, pictures, width, height, framesPerSecond);
}

/** Writes screenshots of a code (PNG) as the video of a camera that looks at them, as large as they fit. */
export function writeFakeCameraFromPictures(file: string, pictures: readonly Uint8Array[], framesPerSecond: number): void {
  const [width, height] = [1280, 720];
  writeVideo(file, pictures.map((png) => fitInto(decodePng(png), width, height)), width, height, framesPerSecond);
}

/** The picture in the middle of a grey one, scaled by averaging what falls into each pixel. */
function fitInto(picture: GreyPicture, width: number, height: number): Uint8Array {
  const scale = Math.min(width / picture.width, height / picture.height);
  const [left, top] = [(width - picture.width * scale) / 2, (height - picture.height * scale) / 2];
  const out = new Uint8Array(width * height).fill(150);
  for (let y = Math.ceil(top); y < Math.floor(height - top); y += 1) {
    for (let x = Math.ceil(left); x < Math.floor(width - left); x += 1) {
      out[y * width + x] = averageAt(picture, (x - left) / scale, (y - top) / scale, 1 / scale);
    }
  }
  return out;
}

function averageAt(picture: GreyPicture, fromX: number, fromY: number, size: number): number {
  const samples = [0.25, 0.75].flatMap((dy) => [0.25, 0.75].map((dx) => [fromX + dx * size, fromY + dy * size] as const));
  const sum = samples.reduce((total, [x, y]) => total + (picture.levels[Math.floor(y) * picture.width + Math.floor(x)] ?? 255), 0);
  return Math.round(sum / samples.length);
}

function writeVideo(file: string, pictures: readonly Uint8Array[], width: number, height: number, framesPerSecond: number): void {
  const chroma = new Uint8Array((width * height) / 2).fill(128);
  const marker = new TextEncoder().encode('FRAME\n');
  const header = new TextEncoder().encode(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([header, ...pictures.flatMap((picture) => [marker, picture, chroma])]));
}
