import { elmClaims } from '../sampling/elm-claims.ts';
import type { SampleOrganisation } from '../sampling/elm-claims.ts';
import { createSealAuthority } from '../sampling/seal-authority.ts';
import { sealCredential } from '../sampling/seal-credential.ts';
import { impostor } from './impostor.ts';
import type { Casting, Impostor } from './impostor.ts';
import type { University } from './universities.ts';

function organisationOf({ name }: University, identifier = 'NTRIE-10020030'): SampleOrganisation {
  return { id: 'urn:epass:org:1', name, identifier };
}

/** Seals in the name of a university, by certificates that nobody we know has issued or that name somebody else. */
export async function sealImpostors(casting: Casting): Promise<readonly Impostor[]> {
  const { past: sealedAt } = casting.dates;
  const of = (index: number): University => casting.universities[(index + 9) % casting.universities.length] as University;
  const [real, twin] = [await createSealAuthority(sealedAt, 'Real'), await createSealAuthority(sealedAt, 'Real')];
  const sealing: SampleOrganisation = { id: 'urn:epass:org:9', name: 'Harbour Sealing Service', identifier: 'VATIE-44556677' };
  const claimsOf = (issuer: SampleOrganisation, more: object = {}) => elmClaims({ id: 'urn:credential:1', issuer, validFrom: sealedAt, ...more });
  const own = async (university: University, authority = twin) => sealCredential(claimsOf(organisationOf(university)), await authority.createSealer(organisationOf(university)), { sealedAt });
  const sealer = await real.createSealer(sealing);
  const asUniversity = (university: University): SampleOrganisation => ({ ...organisationOf(university), identifier: sealing.identifier });
  const self = await twin.createSealer(organisationOf(of(4)));
  const anchors = [real.root];
  const withOwnRoot = { header: { x5c: [Buffer.from(self.certificate).toString('base64'), Buffer.from(twin.intermediate).toString('base64'), Buffer.from(twin.root).toString('base64')] } };
  return [
    impostor('seal-own-authority', of(0), await own(of(0)), 'unconfirmed'),
    impostor('seal-authority-of-the-same-name', of(1), await own(of(1)), 'invalid', { anchors }),
    impostor('seal-by-another-organisation', of(2), await sealCredential(claimsOf(organisationOf(of(2))), sealer, { sealedAt }), 'unknown', { anchors }),
    impostor('seal-without-mandate', of(3), await sealCredential(claimsOf(sealing, { awardedBy: organisationOf(of(3)) }), sealer, { sealedAt }), 'unknown', { anchors }),
    impostor('seal-brings-its-root', of(4), await sealCredential(claimsOf(organisationOf(of(4))), self, { sealedAt, ...withOwnRoot }), 'unconfirmed', { anchors }),
    impostor('seal-forged-below-a-real-one', of(5), await sealCredential(claimsOf(organisationOf(of(5))), await real.createSealer(organisationOf(of(5)), { forged: true }), { sealedAt }), 'invalid', { anchors }),
    impostor('seal-names-itself-as-the-university', of(6), await sealCredential(claimsOf(asUniversity(of(6))), sealer, { sealedAt }), 'valid', { anchors, names: sealing.name }),
  ];
}

/** The positive twin: a seal by an authority that the learner has loaded. */
export async function genuineSeals(casting: Casting): Promise<readonly Impostor[]> {
  const university = casting.universities[0] as University;
  const { past: sealedAt } = casting.dates;
  const authority = await createSealAuthority(sealedAt, 'Real');
  const organisation = organisationOf(university);
  const sealed = await sealCredential(elmClaims({ id: 'urn:credential:1', issuer: organisation, validFrom: sealedAt }), await authority.createSealer(organisation), { sealedAt });
  return [impostor('genuine-seal', university, sealed, 'valid', { anchors: [authority.root], names: university.name })];
}
