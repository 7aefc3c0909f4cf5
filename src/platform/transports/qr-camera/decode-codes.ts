import { decodeQR, decodeQRBatch } from 'qr/decode.js';
import { isUr } from '../../../core/encoding/ur/is-ur.ts';

interface NativeDetector {
  detect: (image: ImageBitmap) => Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeDetectorClass {
  new (options: { readonly formats: readonly string[] }): NativeDetector;
  getSupportedFormats: () => Promise<readonly string[]>;
}

/** Milliseconds that one frame may take beyond the first look; a photo gets more, for nobody waits for its next frame. */
const frameTimeMs = 60;
const photoTimeMs = 2_000;

let native: Promise<NativeDetector | undefined> | undefined;

/** Once the browser's own detector has read a code it is trusted to see the others; before, ours looks as well. */
let nativeWorks = false;

async function findNative(): Promise<NativeDetector | undefined> {
  const detector = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  if (detector === undefined) return undefined;
  try {
    return (await detector.getSupportedFormats()).includes('qr_code') ? new detector({ formats: ['qr_code'] }) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The texts of all codes in a picture: by the browser's own detector where there is one, else by `qr`, which also
 * looks where the own detector found nothing yet. The picture is closed afterwards.
 */
export async function decodeCodes(picture: ImageBitmap, from: 'frame' | 'photo'): Promise<readonly string[]> {
  try {
    native ??= findNative();
    const found = await detectNatively(await native, picture);
    if (found.length > 0 || (nativeWorks && from === 'frame')) return found;
    return await decodeOurselves(picture, from);
  } finally {
    picture.close();
  }
}

async function detectNatively(detector: NativeDetector | undefined, picture: ImageBitmap): Promise<readonly string[]> {
  if (detector === undefined) return [];
  try {
    const found = (await detector.detect(picture)).map((code) => code.rawValue).filter((text) => text !== '');
    nativeWorks ||= found.length > 0;
    return found;
  } catch {
    native = Promise.resolve(undefined);
    nativeWorks = false;
    return [];
  }
}

/** Sides, in pixels, to which a large photo is reduced in turn: fine codes need the first, coarse and blurred ones the last. */
const photoSides = [3_200, 1_600, 800];

async function decodeOurselves(picture: ImageBitmap, from: 'frame' | 'photo'): Promise<readonly string[]> {
  const longest = Math.max(picture.width, picture.height);
  const sides = from === 'frame' ? [longest] : photoSides.filter((side, index) => side < longest || index === photoSides.length - 1);
  for (const side of sides) {
    const pixels = pixelsOf(picture, Math.min(1, side / longest));
    const texts = await textsIn(pixels, from === 'frame' ? frameTimeMs : photoTimeMs);
    if (texts.length > 0) return texts;
  }
  return [];
}

/**
 * The quick look stops at the first code it finds. Beside a share there stands the small code of the check page, so
 * whenever the first code is not a part of a share, the picture is searched for all of them.
 */
async function textsIn(pixels: ImageData, timeLimit: number): Promise<readonly string[]> {
  const first = firstText(pixels, timeLimit);
  if (first === undefined || isUr(first)) return first === undefined ? [] : [first];
  const [codes = []] = await decodeQRBatch([pixels], { timeLimit });
  const texts = codes.filter((code) => typeof code === 'string');
  return texts.length === 0 ? [first] : texts;
}

function firstText(pixels: ImageData, timeLimit: number): string | undefined {
  try {
    return decodeQR(pixels, { timeLimit });
  } catch {
    return undefined;
  }
}

let canvas: OffscreenCanvas | undefined;

function pixelsOf(picture: ImageBitmap, scale: number): ImageData {
  const [width, height] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d context in the worker');
  context.drawImage(picture, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
