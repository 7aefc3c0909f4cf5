import { encodeUtf8 } from '../../core/encoding/utf8.ts';
import type { Instant } from '../../core/model/instant.ts';
import type { Received } from '../../core/model/received.ts';
import sample from './sample-credential.json' with { type: 'json' };

/**
 * The sample that the app brings: a micro-credential of a made-up university for a made-up learner, with every European
 * element stated and a signature that fits. Load this file on demand; it is not part of the first screen.
 */
export function sampleReceived(now: Instant): Received {
  return { bytes: encodeUtf8(sample.token), mediaType: 'application/vc+jwt', transport: 'bundled', arrivedAt: now };
}
