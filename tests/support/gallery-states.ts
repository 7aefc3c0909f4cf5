import type { Examination, ExaminedCredential } from '../../src/core/model/examination.ts';
import { toItemId } from '../../src/core/model/ids.ts';
import { examples, exampleCredential, exampleShares } from './example-credentials.ts';
import { inLanguage, shortElements } from './example-elements.ts';
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
export function manyCredentials(count: number): readonly ExaminedCredential[] {
  return Array.from({ length: count }, (_, index) => {
    const date = `${String(2010 + (index % 16))}-0${String(1 + (index % 9))}-11T00:00:00Z`;
    return exampleCredential({ id: `b${index.toString(16)}`, elements: shortElements(inLanguage(`Course number ${String(index)}`), inLanguage('Aalto University'), date) });
  });
}

const hostile = exampleCredential({
  id: 'ff',
  axes: { issuer: 'unknown', status: 'no-list' },
  issuer: [{ text: '<b onclick="x()">Аalto University</b> \u202Egnp.exe' }],
  elements: shortElements([{ text: `<img src=x onerror=alert(1)> ${'very long '.repeat(60)}` }], [{ text: 'Аalto' }], '2026-01-01T00:00:00Z', '\u202EaniA'),
});

/** States of the app that the gallery can show, by name. */
export const galleryStates: Readonly<Record<string, FakeStart>> = {
  first: { vault: 'absent' },
  'first-ephemeral': { vault: 'absent', installation: { ephemeral: true } },
  open: {},
  offline: { installation: { offline: true } },
  empty: { items: [] },
  many: { items: manyCredentials(500) },
  damaged: { damaged: [{ id: 'record-7' }], changesSinceBackup: 3 },
  update: { installation: { updateWaiting: true } },
  unknown: { vault: 'unknown' },
  locked: { vault: 'locked' },
  'locked-words': { vault: 'locked', slots: ['passphrase', 'recovery'] },
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
  ['open', '/credential/0000'],
  ['open', `/share/${examples.valid.id}`],
  ['open', `/share/${examples.valid.id}/what`],
  ['open', `/share/${examples.valid.id}/to`],
  ['open', '/settings'],
  ['open', '/settings/backup'],
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
