import { annexOneSamples } from './annex-one-samples.ts';
import { badge2Samples } from './badge-2-samples.ts';
import { containerSamples } from './container-samples.ts';
import { jsonSamples } from './json-samples.ts';
import { otherSamples } from './other-samples.ts';
import { packingSamples } from './packing-samples.ts';
import { platformSamples } from './platform-samples.ts';
import { recordSamples } from './record-samples.ts';
import type { Sample } from './sample.ts';
import type { SampleDates } from './sample-dates.ts';
import type { SeedSource } from './sample-keys.ts';
import { sealSamples } from './seal-samples.ts';
import { selectiveSamples } from './selective-samples.ts';
import { tokenSamples } from './token-samples.ts';

/** Every set of samples; their private keys are thrown away. */
export async function allSamples(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  const sets = await Promise.all([
    jsonSamples(dates, seeds),
    tokenSamples(dates, seeds),
    containerSamples(dates, seeds),
    otherSamples(),
    sealSamples(dates, seeds),
    selectiveSamples(dates, seeds),
    packingSamples(dates, seeds),
    badge2Samples(dates),
    recordSamples(dates, seeds),
    platformSamples(dates, seeds),
    annexOneSamples(dates, seeds),
  ]);
  return sets.flat();
}
