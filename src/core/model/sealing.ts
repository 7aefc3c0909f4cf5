import { isCountryCode } from './country-codes.ts';
import type { Credential, Party } from './credential.ts';
import type { ExaminedCredential } from './examination.ts';
import type { SealingBody } from './recognition-statement.ts';
import { isGlobalId, sameTextKeys } from './same-text.ts';

/** The names and ids that an organisation goes by, to be compared with those of another. */
export function bodyKeys(bodies: readonly Party[]): readonly string[] {
  return [...new Set(bodies.flatMap(({ id, name }) => [...sameTextKeys(name?.value), ...(id !== undefined && isGlobalId(id.raw) ? [id.raw] : [])]))];
}

/**
 * How who sealed or signed stands to who awarded. `on-behalf` only where a mandate stands in the credential; where a seal was
 * judged, its own step decides.
 */
export function sealingRelationOf({ credential, steps = [] }: Pick<ExaminedCredential, 'credential' | 'steps'>): SealingBody['relation'] {
  const judged = steps.find(({ id }) => id === 'on-behalf')?.reason;
  if (judged === 'own-body') return 'same-body';
  if (judged === 'mandate-stated') return 'on-behalf';
  if (judged === 'mandate-missing') return 'other-body';
  const { issuer, awardingBodies, mandates = [], issuerOnlySeals } = credential;
  if (issuer.name === undefined && issuer.id === undefined) return 'not-told';
  // Nobody is named as awarding: there is nothing that it could be the same as.
  if (awardingBodies.length === 0 && (issuer.name === undefined || issuerOnlySeals === true)) return 'not-told';
  const ofIssuer = bodyKeys([issuer]);
  const isSame = awardingBodies.every((body) => bodyKeys([body]).some((key) => ofIssuer.includes(key)));
  if (isSame) return 'same-body';
  return mandates.length > 0 ? 'on-behalf' : 'other-body';
}

/** Countries that a credential states, two letters each, in its order: of the issuer, the awarding bodies and who made the achievement. */
export function statedCountries({ issuer, awardingBodies, achievements }: Credential): readonly string[] {
  const parties = [issuer, ...awardingBodies, ...achievements.flatMap(({ creator }) => creator ?? [])];
  return [...new Set(parties.flatMap(({ places }) => places.flatMap(({ country }) => (country !== undefined && isCountryCode(country.value) ? country.value : []))))];
}
