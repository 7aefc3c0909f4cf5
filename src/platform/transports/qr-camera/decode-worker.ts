import { succeed } from '../../../core/model/attempt.ts';
import { serveCalls } from '../../workers/worker-channel.ts';
import { decodeCodes } from './decode-codes.ts';

/** Serves the search for codes in pictures, away from the page: on a slow phone one frame takes a tenth of a second. */
serveCalls(self, {
  decode: async (picture: ImageBitmap, from: 'frame' | 'photo') => succeed(await decodeCodes(picture, from)),
});
