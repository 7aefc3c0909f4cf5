import type { Credential, LocalizedText } from '../core/model/credential.ts';
import { titleOf } from '../core/model/credential-title.ts';
import type { ExaminedCredential } from '../core/model/examination.ts';
import type { EuElementId } from '../core/model/eu-elements.ts';
import { parseInstant } from '../core/model/instant.ts';
import type { Instant } from '../core/model/instant.ts';
import { minListLifetimeMs } from '../core/model/limits.ts';
import { readLocalDay } from '../core/model/local-day.ts';
import { statedCountries } from '../core/model/sealing.ts';
import type { TransportId } from '../core/model/received.ts';
import type { ItemSummary, NewItem } from '../core/model/stored.ts';
import type { CredentialAxes, Origin } from '../core/model/verdict.ts';

function firstText(examined: ExaminedCredential, element: EuElementId): LocalizedText | undefined {
  return examined.elements.find((reading) => reading.id === element)?.values[0]?.text;
}

/** A review may lie for days before it is kept: what was in force when it was asked is so of that day. */
function axesAt({ axes, checks }: ExaminedCredential, savedAt: Instant): CredentialAxes {
  const askedAt = checks.find(({ id }) => id === 'status')?.at ?? savedAt;
  return axes.status === 'in-force' && savedAt - askedAt > minListLifetimeMs ? { ...axes, status: 'in-force-earlier' } : axes;
}

/** The date that the credential's own page gives: the day that is meant; of a day alone, its beginning, to sort by. */
function issuedIn(credential: Credential): Pick<ItemSummary, 'issued' | 'issuedOn'> {
  const { issued, validFrom, awarded } = credential;
  for (const date of [issued, validFrom, awarded]) {
    const [day = ''] = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(date?.value.text ?? '') ?? [];
    const at = date?.value.at ?? parseInstant(`${day}T00:00:00Z`);
    if (at !== undefined && day !== '') return { issued: at, issuedOn: readLocalDay(date?.value.text ?? '', statedCountries(credential))?.meant ?? day };
  }
  return {};
}

/** What the list needs of a credential. Keeps what it says apart from what was found. */
export function summarize(examined: ExaminedCredential, origin: Origin, savedAt: Instant): ItemSummary {
  const { credential } = examined;
  const level = firstText(examined, 'M8')?.[0]?.text;
  const workload = firstText(examined, 'M7')?.[0]?.text;
  const asked = examined.checks.find(({ id, basis, state }) => id === 'status' && basis !== 'offline' && state !== 'unknown');
  return {
    id: examined.id,
    sameness: examined.sameness,
    claimsDigest: examined.claimsDigest,
    savedAt,
    format: examined.format,
    vocabulary: examined.vocabulary,
    title: titleOf(examined),
    claimedIssuer: credential.issuer.name?.value ?? firstText(examined, 'M4') ?? [],
    axes: axesAt(examined, savedAt),
    origin,
    types: credential.types,
    ...(credential.issuer.id === undefined ? {} : { issuerId: credential.issuer.id.value }),
    ...(examined.signer === undefined ? {} : { signerThumbprint: examined.signer.keyThumbprint }),
    ...(credential.holder.id === undefined ? {} : { subjectId: credential.holder.id.value }),
    ...(asked === undefined ? {} : { askedAt: asked.at }),
    ...issuedIn(credential),
    ...(examined.period.from === undefined ? {} : { validFrom: examined.period.from }),
    ...(examined.period.until === undefined ? {} : { validUntil: examined.period.until }),
    ...(level === undefined ? {} : { level }),
    ...(workload === undefined ? {} : { workload }),
  };
}

/** A credential ready to be kept: its original bytes with its summary. */
export function toNewItem(examined: ExaminedCredential, origin: Origin, transport: TransportId, savedAt: Instant): NewItem {
  return {
    summary: summarize(examined, origin, savedAt),
    raw: examined.raw,
    mediaType: examined.mediaType,
    transport,
    ...(examined.fileName === undefined ? {} : { fileName: examined.fileName }),
  };
}
