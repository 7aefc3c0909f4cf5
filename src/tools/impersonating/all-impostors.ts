import { createHash } from 'node:crypto';
import type { Instant } from '../../core/model/instant.ts';
import { sampleDates } from '../sampling/sample-dates.ts';
import { addressImpostors, genuineAddresses } from './address-impostors.ts';
import type { Casting, Impostor } from './impostor.ts';
import { genuineKnown, knownImpostors } from './known-impostors.ts';
import { nameImpostors } from './name-impostors.ts';
import { packedImpostors } from './packed-impostors.ts';
import { genuineSeals, sealImpostors } from './seal-impostors.ts';
import { chooseUniversities } from './universities.ts';
import { genuineWebsites, websiteImpostors } from './website-impostors.ts';

/** What the impostors and their twins are made from: the same seed gives the same universities and keys. */
export function castingOf(listsFolder: string, now: Instant, seed: string): Casting {
  const universities = chooseUniversities(listsFolder, 16, seed);
  return { universities, dates: sampleDates(now), seeds: (label) => new Uint8Array(createHash('sha256').update(`mecum impostor key ${seed} ${label}`).digest()) };
}

/** Every set of impostors. Certificates, RSA keys and the signatures of P-256 are fresh each time. */
export async function allImpostors(casting: Casting): Promise<readonly Impostor[]> {
  const sets = await Promise.all([nameImpostors(casting), websiteImpostors(casting), addressImpostors(casting), knownImpostors(casting), sealImpostors(casting), packedImpostors(casting)]);
  return sets.flat();
}

/** Their positive twins: by those who are who they say, known by key, domain or certificate. */
export async function allGenuine(casting: Casting): Promise<readonly Impostor[]> {
  const sets = await Promise.all([genuineWebsites(casting), genuineAddresses(casting), genuineKnown(casting), genuineSeals(casting)]);
  return sets.flat();
}
