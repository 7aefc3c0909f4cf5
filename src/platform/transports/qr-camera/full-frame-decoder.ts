import { findCodes } from './decode-client.ts';
import { newFrame } from './new-frame.ts';

/** What `html5-qrcode` expects of a decoder; format 0 is a QR code in its list. */
interface Decoded {
  readonly text: string;
  readonly format: { readonly format: 0; readonly formatName: 'QR_CODE' };
  readonly debugData: { readonly decoderName: 'mecum' };
}

/**
 * Takes the place of the decoder module of `html5-qrcode` at build (src/tools/plugins/scanner-decoder.ts). The library
 * hands a canvas as small as the picture on the page; dense codes do not survive that. So the video beside the canvas
 * is read at its full resolution, in a worker. `text` is a JSON array of the texts of all codes in the frame.
 * The name is the one the library imports.
 */
export class ZXingHtml5QrcodeDecoder {
  async decodeAsync(canvas: HTMLCanvasElement): Promise<Decoded> {
    const video = canvas.parentElement?.querySelector('video');
    if (!video || video.videoWidth === 0) throw new NothingFound();
    await newFrame(video);
    const found = await findCodes(await createImageBitmap(video), 'frame');
    if (!found.ok || found.value.length === 0) throw new NothingFound();
    return {
      text: JSON.stringify(found.value),
      format: { format: 0, formatName: 'QR_CODE' },
      debugData: { decoderName: 'mecum' },
    };
  }

  decodeRobustlyAsync(canvas: HTMLCanvasElement): Promise<Decoded> {
    return this.decodeAsync(canvas);
  }
}

class NothingFound extends Error {}
