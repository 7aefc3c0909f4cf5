import { glimpseOf } from '../formats/glimpse.ts';
import { formatFor } from '../formats/registry.ts';
import { maxContainerDepth } from '../model/limits.ts';
import { toInstant } from '../model/instant.ts';
import { bundledTools } from './examine-tools.ts';

/** The bytes of the one credential that stands alone in its packing; bytes without a packing as they are. */
export async function unpacked(raw: Uint8Array): Promise<Uint8Array> {
  let bytes = raw;
  for (let depth = 0; depth < maxContainerDepth; depth += 1) {
    const glimpse = glimpseOf({ bytes, transport: 'bundled', arrivedAt: toInstant(0) });
    const opened = (await formatFor(glimpse)?.load())?.(glimpse, bundledTools);
    if (opened?.ok !== true || opened.value.kind !== 'packing' || 'kind' in opened.value.holds) return bytes;
    bytes = opened.value.holds.bytes;
  }
  return bytes;
}
