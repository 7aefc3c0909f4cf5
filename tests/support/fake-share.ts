import type { ExaminedCredential } from '../../src/core/model/examination.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import type { PreparedShare } from '../../src/wallet/wallet.ts';
import { exampleNow, exampleShare } from './example-credentials.ts';

/** A share as the wallet would have made it. */
export function fakeShare(examined: ExaminedCredential, settings: PreparedShare['settings']): PreparedShare {
  return {
    id: 'share-1',
    items: [examined.id],
    presentation: { bytes: new TextEncoder().encode('{"type":"VerifiablePresentation"}'), mediaType: 'application/vp', fileName: 'share.json' },
    seen: exampleShare({}, examined),
    size: { bytes: 6200, compressedBytes: 2400, codeParts: 8, linkCharacters: 3300 },
    settings,
    ...(settings.end === 'none' ? {} : { expires: toInstant(exampleNow + 7 * 86_400_000) }),
    form: 'presentation',
  };
}
