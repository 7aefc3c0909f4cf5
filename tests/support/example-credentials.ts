import type { CheckId, CheckResult, ReasonCode } from '../../src/core/model/check-result.ts';
import type { Achievement, Credential, LocalizedText, Stated } from '../../src/core/model/credential.ts';
import type { ElementReading, ElementValue, EuElementId } from '../../src/core/model/eu-elements.ts';
import type { ExaminedCredential, ExaminedShare } from '../../src/core/model/examination.ts';
import { toFormatId, toItemId, toSuiteId, toVocabularyId } from '../../src/core/model/ids.ts';
import { parseInstant, toInstant } from '../../src/core/model/instant.ts';
import type { Instant } from '../../src/core/model/instant.ts';
import type { IssuerMatch, TrustListMeta } from '../../src/core/model/trust.ts';
import { classOf, headlineOf, shareHeadlineOf } from '../../src/core/model/verdict.ts';
import type { CredentialAxes, CredentialHeadline, Origin, ShareAxes, ShareHeadline } from '../../src/core/model/verdict.ts';
import { careElements, firstAidElements, inLanguage, shortElements } from './example-elements.ts';

/** The present of the examples. */
export const exampleNow: Instant = toInstant(Date.parse('2026-11-21T14:32:00Z'));

export interface Example {
  readonly id: string;
  readonly axes?: Partial<CredentialAxes>;
  readonly origin?: Origin;
  readonly elements?: readonly ElementReading[];
  readonly issuer?: LocalizedText;
  readonly issuerMatch?: IssuerMatch;
  readonly reasons?: Partial<Record<CheckId, ReasonCode>>;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly subject?: string;
}

const good: CredentialAxes = { unchanged: 'yes', issuer: 'listed', status: 'in-force', time: 'within' };
/** The list that knows the known issuers, as a statement names it. */
export const exampleList: TrustListMeta = { kind: 'charter-universities', title: 'European list of chartered universities', edition: '2026-04-08', digest: 'e3'.repeat(32), signature: 'unsigned' };
const onList = (name: string): IssuerMatch => ({ basis: 'listed', name, list: exampleList.title });

function stated(path: string, text: string): { value: string; path: string; raw: string } {
  return { value: text, path, raw: text };
}

function dateAt(path: string, text: string): NonNullable<Credential['validFrom']> {
  const at = parseInstant(text);
  return { value: { text, ...(at === undefined ? {} : { at }) }, path, raw: text };
}

/** The achievement that these elements are read from, so that sums and statements tell the same. */
function achievementOf(elements: readonly ElementReading[]): Achievement {
  const of = (id: EuElementId): readonly ElementValue[] => elements.find((reading) => reading.id === id)?.values ?? [];
  const told = <T>(value: T, { path, raw }: ElementValue): Stated<T> => ({ value, path, raw });
  const texts = (id: EuElementId): readonly Stated<LocalizedText>[] => of(id).flatMap((value) => (value.is.kind === 'text' ? [told(value.text, value)] : []));
  const terms = (id: EuElementId): Achievement['assessment'] => of(id).map((value) => told({ text: value.text, ...(value.is.kind === 'term' ? { list: value.is.list, code: value.is.code } : {}) }, value));
  const [title] = texts('M2');
  return {
    ...(title === undefined ? {} : { title }),
    outcomes: texts('M6'),
    workloads: of('M7').flatMap((value) => (value.is.kind === 'workload' ? [told({ amount: value.is.amount, system: value.is.system }, value)] : [])),
    levels: of('M8').flatMap((value) => (value.is.kind === 'level' ? [told({ framework: value.is.framework, value: value.is.level }, value)] : [])),
    assessment: terms('M9'),
    participation: terms('M10'),
    supervision: terms('O2'),
    prerequisites: texts('O1'),
    languages: of('O5').flatMap((value) => (value.is.kind === 'language' ? [told(value.is.code, value)] : [])),
    alignments: [], qualityAssurance: [], results: [], stacking: [], tags: [],
  };
}

function credentialOf(example: Example, elements: readonly ElementReading[]): Credential {
  const issuer = example.issuer ?? inLanguage('Aalto University');
  const issued = elements.find((reading) => reading.id === 'M5')?.values[0]?.raw;
  const names = elements.find((reading) => reading.id === 'M1')?.values.filter((value) => value.is.kind === 'text') ?? [];
  return {
    reader: { vocabulary: toVocabularyId('open-badges-3'), version: 1 },
    id: stated('/id', `urn:credential:${example.id}`),
    types: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: {
      id: stated('/issuer/id', 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'),
      name: { value: issuer, path: '/issuer/name', raw: issuer[0]?.text ?? '' },
      identifiers: [],
      places: [],
      parents: [],
    },
    awardingBodies: [],
    holder: {
      id: stated('/credentialSubject/id', example.subject ?? 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH'),
      names: names.map((value) => ({ value: value.text, path: value.path, raw: value.raw })),
      identifiers: [],
    },
    ...(issued === undefined ? {} : { issued: dateAt('/validFrom', issued) }),
    ...(example.validFrom === undefined ? {} : { validFrom: dateAt('/validFrom', example.validFrom) }),
    ...(example.validUntil === undefined ? {} : { validUntil: dateAt('/validUntil', example.validUntil) }),
    achievements: [achievementOf(elements)],
    evidence: [],
    status: [],
    further: [{ path: '/credentialSubject/studyPlace', text: 'Otaniemi' }],
  };
}

type Outcome = readonly [state: CheckResult['state'], reason: ReasonCode];

/** As the checks themselves say it: nothing passes without a reason to. */
const outcomes: { readonly [Axis in keyof CredentialAxes]: Readonly<Record<CredentialAxes[Axis], Outcome>> } = {
  unchanged: { yes: ['passed', 'signature-fits'], no: ['failed', 'changed'], unsigned: ['unknown', 'no-proof'], 'could-not-check': ['unknown', 'unknown-suite'] },
  time: { within: ['passed', 'within'], over: ['failed', 'over'], 'not-yet': ['failed', 'not-yet'], 'not-stated': ['not-applicable', 'no-dates'], 'could-not-check': ['unknown', 'clock-wrong'] },
  status: { 'in-force': ['passed', 'in-force'], 'in-force-earlier': ['passed', 'in-force'], cancelled: ['failed', 'revoked'], 'on-hold': ['failed', 'suspended'], 'no-list': ['not-applicable', 'no-status-entry'], 'could-not-check': ['unknown', 'not-asked'] },
  issuer: { listed: ['passed', 'listed'], 'vouched-by-domain': ['passed', 'vouched-by-domain'], 'own-list': ['passed', 'on-own-list'], unknown: ['unknown', 'on-no-list'], 'could-not-check': ['unknown', 'on-no-list'] },
};

function checksOf(axes: CredentialAxes, reasons: Example['reasons']): readonly CheckResult[] {
  const result = (id: CheckId, [state, reason]: Outcome, basis: CheckResult['basis'] = 'offline'): CheckResult => ({ id, state, reason: reasons?.[id] ?? reason, facts: {}, basis, at: exampleNow });
  const isAnswered = axes.status !== 'no-list' && axes.status !== 'could-not-check';
  return [
    result('proof', outcomes.unchanged[axes.unchanged]),
    result('validity-period', outcomes.time[axes.time]),
    result('status', outcomes.status[axes.status], isAnswered ? 'cached' : 'offline'),
    result('issuer', axes.unchanged === 'unsigned' ? ['not-applicable', 'no-proof'] : outcomes.issuer[axes.issuer]),
  ];
}

/** A credential as the examiner would report it. */
export function exampleCredential(example: Example): ExaminedCredential {
  const axes = { ...good, ...example.axes };
  const elements = example.elements ?? careElements;
  const headline = headlineOf(axes, example.origin ?? 'received');
  const known = axes.issuer === 'listed' || axes.issuer === 'own-list' || axes.issuer === 'vouched-by-domain';
  const text = JSON.stringify({ id: `urn:credential:${example.id}`, type: ['VerifiableCredential'], elements: elements.length }, null, 2);
  return {
    kind: 'credential',
    wants: [],
    id: toItemId(example.id.padEnd(64, '0')),
    sameness: `same-${example.id}`,
    claimsDigest: example.id.padStart(64, 'c'),
    raw: new TextEncoder().encode(text),
    mediaType: 'application/vc',
    fileName: `${example.id}.json`,
    format: toFormatId('json-credential'),
    vocabulary: toVocabularyId('open-badges-3'),
    credential: credentialOf(example, elements),
    elements,
    proofs:
      axes.unchanged === 'unsigned'
        ? []
        : [{ suite: toSuiteId('eddsa-rdfc-2022'), name: 'eddsa-rdfc-2022', verificationMethod: 'did:key:z6Mkha#z6Mkha', created: '2026-06-12T09:00:00Z' }],
    ...(axes.unchanged === 'yes' ? { signer: { verificationMethod: 'did:key:z6Mkha#z6Mkha', keyThumbprint: 'mQ0pIVQhZsCkyNcW1gX8E2nPqN7i8nOX5c7Wv5hXg1E' } } : {}),
    ...(known ? { issuerMatch: example.issuerMatch ?? onList('Aalto University') } : {}),
    checks: checksOf(axes, example.reasons),
    axes,
    period: {},
    headline,
    class: classOf(headline),
    text,
  };
}

const sanad: LocalizedText = [{ text: 'جمعية سند للإغاثة', language: 'ar' }];
const care = shortElements(inLanguage('Responsible AI in Health Care'), inLanguage('Delft University of Technology'), '2026-05-03T00:00:00Z');
const unsignedOne = shortElements(inLanguage('Forklift driving'), inLanguage('Training Centre North'), '2022-04-02T00:00:00Z');
const patras = shortElements([{ text: 'Φροντίδα ατόμων με άνοια στο σπίτι', language: 'el' }], [{ text: 'Πανεπιστήμιο Πατρών', language: 'el' }], '2023-11-27T00:00:00Z');
const uab = shortElements([{ text: 'Suport vital bàsic i desfibril·lació', language: 'ca' }], inLanguage('Universitat Autònoma de Barcelona', 'ca'), '2023-10-09T00:00:00Z');

/** One credential for each headline a credential can have. */
export const examples: Readonly<Record<Exclude<CredentialHeadline, 'unreadable'>, ExaminedCredential>> = {
  valid: exampleCredential({ id: 'a1' }),
  'valid-earlier': exampleCredential({ id: 'a2', axes: { status: 'in-force-earlier' }, elements: care, issuer: inLanguage('Delft University of Technology'), issuerMatch: onList('Delft University of Technology') }),
  'no-status': exampleCredential({ id: 'a3', axes: { issuer: 'own-list', status: 'no-list' }, issuerMatch: { basis: 'own-list', name: 'Aalto, by Liisa', since: toInstant(Date.parse('2026-11-02T09:00:00Z')) } }),
  'unknown-issuer': exampleCredential({ id: 'a4', axes: { issuer: 'unknown', status: 'no-list', time: 'not-stated' }, elements: firstAidElements, issuer: sanad }),
  'not-checked': exampleCredential({ id: 'a5', axes: { unchanged: 'could-not-check', issuer: 'could-not-check', status: 'no-list' }, elements: patras, issuer: [{ text: 'Πανεπιστήμιο Πατρών', language: 'el' }] }),
  unsigned: exampleCredential({ id: 'a6', axes: { unchanged: 'unsigned', issuer: 'could-not-check', status: 'no-list' }, elements: unsignedOne, issuer: inLanguage('Training Centre North') }),
  expired: exampleCredential({ id: 'a7', axes: { time: 'over' }, elements: uab, issuer: inLanguage('Universitat Autònoma de Barcelona'), issuerMatch: onList('Universitat Autònoma de Barcelona'), validUntil: '2025-10-09T00:00:00Z' }),
  'not-yet': exampleCredential({ id: 'a8', axes: { time: 'not-yet', status: 'no-list' }, validFrom: '2027-01-01T00:00:00Z' }),
  'on-hold': exampleCredential({ id: 'a9', axes: { status: 'on-hold', issuer: 'unknown' } }),
  revoked: exampleCredential({ id: 'aa', axes: { status: 'cancelled', time: 'over' }, validUntil: '2026-10-31T00:00:00Z' }),
  altered: exampleCredential({ id: 'ab', axes: { unchanged: 'no', issuer: 'could-not-check' } }),
  'self-made': exampleCredential({ id: 'ac', origin: 'self-made', axes: { unchanged: 'unsigned', issuer: 'unknown', status: 'no-list' } }),
  sample: exampleCredential({ id: 'ad', origin: 'sample', axes: { issuer: 'unknown', status: 'no-list' }, issuer: inLanguage('Example College'), elements: shortElements(inLanguage('First Aid for Everyday Life'), inLanguage('Example College'), '2026-09-01T00:00:00Z', 'Sam Sample') }),
};

const shareAxes: ShareAxes = { unchanged: 'yes', holder: 'proven-now', binding: 'label-only', end: 'within' };

/** A share around a credential, as the examiner would report it. */
export function exampleShare(changes: Partial<ShareAxes> = {}, part: ExaminedCredential = examples.valid): ExaminedShare {
  const axes = { ...shareAxes, ...changes };
  const headline = shareHeadlineOf(axes);
  const day = 86_400_000;
  return {
    kind: 'share',
    format: toFormatId('json-presentation'),
    axes,
    headline,
    checks: [{ id: 'holder', state: 'passed', reason: 'proven-now', facts: {}, basis: 'offline', at: exampleNow }],
    holder: 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH',
    label: 'Kotihoiva Oy',
    created: toInstant(exampleNow - 3_600_000),
    expires: toInstant(exampleNow + (axes.end === 'ended' ? -1 : 7) * day),
    parts: [part],
    class: classOf(headline),
  };
}

/** One share for each headline a share can have. */
export const exampleShares: Readonly<Record<ShareHeadline, ExaminedShare>> = {
  proven: exampleShare(),
  'owner-unproven': exampleShare({ holder: 'not-proven', unchanged: 'unsigned', binding: 'none', end: 'none' }),
  'no-owner-key': exampleShare({ holder: 'no-key' }),
  'other-owner': exampleShare({ holder: 'other-key' }),
  'wrong-receiver': exampleShare({ binding: 'challenge-wrong' }),
  'share-ended': exampleShare({ end: 'ended' }),
  'share-altered': exampleShare({ unchanged: 'no' }),
};
