import type { Examination, ExaminedCredential } from '../../src/core/model/examination.ts';
import type { Want } from '../../src/core/model/answers.ts';
import type { TrustListMeta } from '../../src/core/model/trust.ts';
import { toFormatId, toItemId } from '../../src/core/model/ids.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import { exampleNow, examples, exampleCredential, exampleShares } from './example-credentials.ts';
import { inLanguage, shortElements } from './example-elements.ts';
import { addressOf, stack, unkept } from './example-stack.ts';
import { pageExamples } from './example-pages.ts';
import { manyToExport } from './example-portfolio.ts';
import { fakeReview } from './fake-wallet.ts';
import type { FakeStart } from './fake-wallet.ts';

const unreadable: Examination = { kind: 'unreadable', error: { code: 'open/malformed', facts: {} }, looksLike: 'text', class: 'refused' };
const address: Examination = {
  kind: 'unreadable',
  error: { code: 'receive/web-address', facts: {} },
  looksLike: 'text',
  foreign: { kind: 'web-address', text: 'https://example.org/badge?id=7' },
  class: 'refused',
};

/** Many short credentials, for the speed of the list. */
function manyCredentials(count: number): readonly ExaminedCredential[] {
  return Array.from({ length: count }, (_, index) => {
    const date = `${String(2010 + (index % 16))}-0${String(1 + (index % 9))}-11T00:00:00Z`;
    return exampleCredential({ id: `b${index.toString(16).padStart(4, '0')}`, elements: shortElements(inLanguage(`Course number ${String(index)}`), inLanguage('Aalto University'), date) });
  });
}

const hostile = exampleCredential({
  id: 'ff',
  axes: { issuer: 'unknown', status: 'no-list' },
  issuer: [{ text: '<b onclick="x()">Аalto University</b> \u202Egnp.exe' }],
  elements: shortElements([{ text: `<img src=x onerror=alert(1)> ${'very long '.repeat(60)}` }], [{ text: 'Аalto' }], '2026-01-01T00:00:00Z', '\u202EaniA'),
});

const shared: FakeStart['shares'] = [
  {
    id: 's2',
    at: toInstant(exampleNow - 86_400_000),
    receiver: 'Kotihoiva Oy',
    purpose: 'Job interview',
    items: [{ id: examples.valid.id, title: inLanguage('Data Protection in Care Work'), fields: ['M1', 'M2', 'M5', 'M6'] }],
    along: ['statement', 'prior-learning'],
    expires: toInstant(exampleNow + 6 * 86_400_000),
    way: 'moving-code',
    result: 'shown',
    proof: 'proves-key',
  },
  { id: 's1', at: toInstant(exampleNow - 9 * 86_400_000), receiver: '', purpose: '', items: [], way: 'file', result: 'cancelled', proof: 'signed' },
];

/** A person who has used the wallet for a while. */
const used: FakeStart = {
  shares: shared,
  issuers: [{ id: 'i1', keyThumbprint: 'k1', issuerId: 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH', name: 'Aalto University', since: exampleNow }],
  backup: { lastVerifiedAt: toInstant(exampleNow - 19 * 86_400_000), changesSince: 1, sheetSeen: true },
  installation: { persisted: true, usedBytes: 4_300_000, canInstall: true },
};

const owned = { origin: 'owner', createdAt: exampleNow, updatedAt: exampleNow } as const;

/** A person who has put credentials together, and written words of her own. */
const writing: FakeStart = {
  own: {
    collections: [
      {
        kind: 'collection', id: 'c1', ...owned, name: 'Application at the hospital', intro: 'What I bring for work with people.\nI am glad to show more.',
        items: [examples.valid.id, examples.expired.id, examples.revoked.id, examples['unknown-issuer'].id], priorLearning: ['p1'],
      },
      { kind: 'collection', id: 'c2', ...owned, name: `For ${'a very long purpose '.repeat(8)}`, intro: '', items: [], priorLearning: [] },
    ],
    notes: [{ kind: 'note', id: 'n1', ...owned, item: examples.valid.id, text: 'Taken beside work.\nThe practical part was in Espoo.' }],
    priorLearning: [
      {
        kind: 'prior-learning', id: 'p1', ...owned, title: 'Night shifts in home care', what: 'Caring for people on my own at night.', when: '2019 to 2021',
        evidence: [{ id: 'e1', name: 'letter-of-thanks.pdf', mediaType: 'application/pdf', size: 48_213, sha256: '0'.repeat(64) }],
      },
    ],
  },
};

const keyWant: Want = { url: 'https://school.example/.well-known/did.json', purpose: 'did-document' };
const listWant: Want = { url: 'https://lists.example/status/1', purpose: 'status-list' };
const badgeWant: Want = { url: 'https://badges.example/classes/a-badge-with-a-very-long-name-in-its-address/1', purpose: 'badge-part' };

/** Something that has to be asked for, before and after. */
const unasked: ExaminedCredential = { ...examples['not-checked'], wants: [keyWant, badgeWant], packing: [toFormatId('baked-png')], disclosures: { disclosed: ['/name'], hidden: [{ path: '', count: 3 }], weakSalts: 0 } };
const answered: ExaminedCredential = { ...examples['unknown-issuer'], wants: [badgeWant, listWant] };
const asking: FakeStart = { items: [unasked], pending: fakeReview(unasked), receives: unasked, answered, refuses: { [badgeWant.url]: 'remote/no-answer' } };

const finding = { facts: {} } as const;
/** In many languages, with each kind of step of a seal, and a text wider than any window. */
const sealed: ExaminedCredential = {
  ...examples['unknown-issuer'],
  elements: shortElements(['en', 'de', 'el', 'et', 'fi', 'fr', 'ga'].map((language) => ({ text: `Care of wounds (${language})`, language })), inLanguage('Example Relief Society'), '2026-09-27T00:00:00Z'),
  text: JSON.stringify({ type: ['VerifiableCredential', 'EuropeanDigitalCredential'], seal: `eyJhbGciOiJFUzI1NiJ9..${'QmFzZTY0'.repeat(12)}`, lines: Array.from({ length: 40 }, (_, line) => line) }, null, 2),
  certificate: { commonName: 'Seal of the example', organisation: 'Example Relief Society', organisationIdentifier: 'VATEE-100000001', country: 'EE' },
  steps: [
    { id: 'certificate', state: 'passed', reason: 'certificate-read', ...finding },
    { id: 'key-usage', state: 'passed', reason: 'may-seal', ...finding },
    { id: 'seal-policy', state: 'failed', reason: 'not-a-seal', ...finding },
    { id: 'on-behalf', state: 'unknown', reason: 'mandate-stated', ...finding },
    { id: 'chain', state: 'unknown', reason: 'no-anchor', ...finding },
    { id: 'sealing-time', state: 'unknown', reason: 'time-claimed', ...finding },
    { id: 'revocation', state: 'unknown', reason: 'step-not-done', ...finding },
  ],
};

const schools: TrustListMeta = {
  kind: 'lote',
  title: 'Partner schools of the river region',
  operator: 'River Region Education Council',
  edition: '7',
  issuedAt: toInstant(exampleNow - 90 * 86_400_000),
  nextUpdate: toInstant(exampleNow - 3 * 86_400_000),
  digest: 'e1',
  signature: 'signed-by-pinned',
  signerThumbprint: 'mQ0pIVQhZsCkyNcW1gX8E2nPqN7i8nOX5c7Wv5hXg1E',
};
const lists: FakeStart = {
  lists: [
    { meta: schools, kept: { id: 'e1', addedAt: toInstant(exampleNow - 9 * 86_400_000), pinned: 'mQ0pIVQhZsCkyNcW1gX8E2nPqN7i8nOX5c7Wv5hXg1E' } },
    { kept: { id: 'e2', addedAt: exampleNow } },
    { meta: { kind: 'charter-universities', title: 'European list of chartered universities', edition: '2026-04-08', digest: 'e3', signature: 'unsigned' } },
    { meta: { kind: 'platforms', title: 'Badge platforms', edition: '2026-11-22', digest: 'e4', signature: 'unsigned' } },
  ],
  describes: { ...schools, digest: 'e5', edition: '8', signature: 'signed-by-unknown', signerThumbprint: 'another-key-X8E2nPqN7i8nOX5c7Wv5hXg1EmQ0pIVQ' },
};

const awarded = { value: { text: '2026-06-10' }, path: '/awardedDate', raw: '2026-06-10' };
/** Two dates, a long name, several bodies, an address of the issuer, and much that is not stated. */
const taken: ExaminedCredential = {
  ...examples['unknown-issuer'],
  credential: {
    ...examples['unknown-issuer'].credential,
    id: { value: 'https://badges.example/credentials/7f3a', path: '/id', raw: 'https://badges.example/credentials/7f3a' },
    awarded,
    validUntil: { value: { text: '2029-06-09T22:00:00Z' }, path: '/validUntil', raw: '2029-06-09T22:00:00Z' },
    issuer: { ...examples['unknown-issuer'].credential.issuer, email: { value: 'badges@relief.example', path: '/issuer/email', raw: 'badges@relief.example' } },
  },
  elements: shortElements([{ text: 'Caring for people with dementia at home, at night and over long distances. '.repeat(4).trim(), language: 'en' }], inLanguage('Example Relief Society'), '2026-09-27T00:00:00Z'),
};

/** States of the app that the gallery can show, by name. */
export const galleryStates: Readonly<Record<string, FakeStart>> = {
  first: { vault: 'absent' },
  'first-ephemeral': { vault: 'absent', installation: { ephemeral: true } },
  open: {},
  offline: { installation: { offline: true } },
  'clock-behind': { clockBehind: { now: toInstant(exampleNow - 40 * 86_400_000), seen: exampleNow } },
  empty: { items: [] },
  used,
  writing,
  'to-export': manyToExport,
  stack: { items: Object.values(stack) },
  asking,
  'asking-offline': { ...asking, installation: { offline: true }, answered: unasked },
  lists,
  sealed: { items: [sealed] },
  pages: { items: pageExamples },
  taking: { items: [taken] },
  'check-unreadable': { vault: 'absent', receives: unreadable },
  'check-address': { vault: 'absent', receives: address },
  'check-several': { vault: 'absent', receives: { ...exampleShares['no-owner-key'], parts: [examples.valid, examples.expired, examples['unknown-issuer'], unreadable] } },
  'check-collection': { vault: 'absent', receives: { kind: 'collection', parts: [...Object.values(examples), unreadable], class: 'refused' } },
  many: { items: manyCredentials(500) },
  damaged: { damaged: [{ id: 'record-7' }], changesSinceBackup: 3 },
  update: { installation: { updateWaiting: true } },
  unknown: { vault: 'unknown' },
  locked: { vault: 'locked' },
  'locked-words': { vault: 'locked', slots: ['passphrase', 'recovery'] },
  'signed-many': { shareWaitSeconds: 42 },
  'locked-wait': { vault: 'locked', waitSeconds: 30 },
  elsewhere: { vault: 'elsewhere' },
  newer: { vault: 'newer-schema' },
  unavailable: { vault: 'unavailable' },
  hostile: { items: [hostile], pending: fakeReview(hostile) },
  'protect-words': { vault: 'absent', passkey: false, pending: fakeReview(examples['unknown-issuer']) },
  protect: { vault: 'absent', pending: fakeReview(examples['unknown-issuer']) },
  'review-same': { pending: fakeReview(examples.valid, 'same') },
  'review-newer': { pending: fakeReview(examples.valid, 'newer-copy') },
  'review-unreadable': { pending: fakeReview(unreadable) },
  'review-address': { pending: fakeReview(address) },
  'review-several': { pending: fakeReview({ kind: 'collection', parts: [...Object.values(examples), unreadable], class: 'refused' }) },
  ...Object.fromEntries(Object.entries(examples).map(([name, example]) => [`review-${name}`, { pending: fakeReview(example), items: [], receives: example }])),
  ...Object.fromEntries(Object.entries(exampleShares).map(([name, share]) => [`share-${name}`, { pending: fakeReview(share), items: [], receives: share }])),
};

/** Every screen with the states that belong to it: `state#path`. */
export const galleryViews: readonly (readonly [state: string, path: string])[] = [
  ['first', '/'],
  ['first-ephemeral', '/'],
  ['open', '/'],
  ['offline', '/'],
  ['clock-behind', '/'],
  ['empty', '/'],
  ['many', '/'],
  ['damaged', '/'],
  ['update', '/'],
  ['unknown', '/'],
  ['locked', '/'],
  ['locked-words', '/'],
  ['locked-wait', '/'],
  ['elsewhere', '/'],
  ['newer', '/'],
  ['unavailable', '/'],
  ['first', '/add'],
  ['first', '/review'],
  ['protect', '/protect'],
  ['protect-words', '/protect'],
  ['first', '/sample'],
  ['hostile', '/review'],
  ['hostile', `/credential/${toItemId('ff'.padEnd(64, '0'))}`],
  ...Object.keys(galleryStates)
    .filter((name) => name.startsWith('review-') || name.startsWith('share-'))
    .map((name) => [name, '/review'] as const),
  ...Object.values(examples).map((example) => ['open', `/credential/${example.id}`] as const),
  ...pageExamples.map((example) => ['pages', `/credential/${example.id}`] as const),
  ['asking', `/credential/${unasked.id}`],
  ['asking-offline', `/credential/${unasked.id}`],
  ['asking', '/review'],
  ['open', '/collections'],
  ['open', '/collections/new'],
  ['writing', '/collections'],
  ['writing', '/collections/c1'],
  ['writing', '/collections/c2'],
  ['writing', '/collections/c1/edit'],
  ['writing', '/collections/c1/what'],
  ['writing', '/collections/c1/export'],
  ['writing', '/collections/c2/export'],
  ['writing', '/collections/nobody'],
  ['open', '/prior-learning'],
  ['open', '/prior-learning/new'],
  ['writing', '/prior-learning'],
  ['writing', '/prior-learning/p1'],
  ['writing', `/credential/${examples.valid.id}`],
  ['open', `/credential/${examples.valid.id}/take`],
  ['open', `/credential/${examples.altered.id}/take`],
  ['taking', `/credential/${taken.id}/take`],
  ['taking', '/credential/0000/take'],
  ['hostile', `/credential/${toItemId('ff'.padEnd(64, '0'))}/take`],
  ['open', `/statement/${examples.valid.id}`],
  ['open', `/statement/${[examples.valid, examples.expired, examples.altered].map(({ id }) => id).join(',')}`],
  ['open', '/statement/0000'],
  ['stack', '/choose'],
  ['stack', `/choose/${addressOf(stack.care, stack.law)}`],
  ['empty', '/choose'],
  ['stack', `/compare/${addressOf(stack.care, stack.law)}`],
  ['stack', `/compare/${addressOf(stack.care, stack.copy, stack.hours, stack.altered)}`],
  ['stack', `/compare/${addressOf(stack.care)}`],
  ['stack', `/together/${addressOf(...Object.values(stack))},${unkept}`],
  ['stack', '/together/nothing'],
  ['lists', '/settings/lists'],
  ['open', '/settings/lists'],
  ['open', '/credential/0000'],
  ['open', `/share/${examples.valid.id}`],
  ['signed-many', `/share/${examples.valid.id}`],
  ['open', `/share/${examples.valid.id}/what`],
  ['open', `/share/${examples.valid.id}/to`],
  ['open', '/settings'],
  ['used', '/settings'],
  ['used', '/settings/backup'],
  ['used', '/settings/shared'],
  ['used', '/settings/issuers'],
  ['used', '/settings/storage'],
  ['check-several', '/check'],
  ['check-collection', '/check'],
  ['check-unreadable', '/check'],
  ['check-address', '/check'],
  ['open', '/settings/backup'],
  ['open', '/settings/backup/test'],
  ['open', '/settings/recovery'],
  ['open', '/settings/address'],
  ['open', '/settings/shared'],
  ['open', '/settings/language'],
  ['open', '/settings/look'],
  ['open', '/settings/storage'],
  ['open', '/settings/issuers'],
  ['open', '/settings/help'],
  ['open', '/settings/delete'],
  ['first', '/restore'],
  ['first', '/check'],
  ['first', '/check/scan'],
  ['first', '/check/result'],
  ['first', '/add/scan'],
];
