import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { create } from 'qrcode';

/** A code somewhere in the picture. */
export interface CodeInPicture {
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
export function renderFrame(content: FrameContent, width: number, height: number, noise: number): Uint8Array {
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

/** A still picture as PNG, for photos of codes. Needs ffmpeg. */
export function writePhoto(file: string, content: FrameContent, width = 1280, height = 720): void {
  const raw = renderFrame(content, width, height, 8);
  execFileSync('ffmpeg', ['-loglevel', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${width}x${height}`, '-i', '-', '-frames:v', '1', file], { input: raw });
}

/** Writes the frames as the Y4M video that Chromium's fake camera plays in a loop. No other program is needed. */
export function writeFakeCamera(file: string, frames: readonly FrameContent[], options: FakeCameraOptions): void {
  const { framesPerSecond, holdFrames = 1, width = 1280, height = 720, noise = 10 } = options;
  const chroma = new Uint8Array((width * height) / 2).fill(128);
  const marker = new TextEncoder().encode('FRAME\n');
  const pieces: Uint8Array[] = [new TextEncoder().encode(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`)];
  for (const content of frames) {
    const picture = renderFrame(content, width, height, noise);
    for (let held = 0; held < holdFrames; held += 1) pieces.push(marker, picture, chroma);
  }
  writeFileSync(file, Buffer.concat(pieces));
}

/** Writes screenshots of a code (PNG, all of one size) as the video of a camera that looks at them. Needs ffmpeg. */
export function writeFakeCameraFromPictures(file: string, pictures: readonly Uint8Array[], framesPerSecond: number): void {
  const fit = 'scale=1280:720:force_original_aspect_ratio=decrease:flags=area,pad=1280:720:(ow-iw)/2:(oh-ih)/2:gray,noise=alls=6:allf=t,format=yuv420p';
  execFileSync('ffmpeg', ['-loglevel', 'error', '-y', '-f', 'image2pipe', '-framerate', String(framesPerSecond), '-c:v', 'png', '-i', '-', '-vf', fit, '-r', String(framesPerSecond), '-f', 'yuv4mpegpipe', file], {
    input: Buffer.concat(pictures),
  });
}
