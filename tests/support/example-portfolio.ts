import type { ExaminedCredential } from '../../src/core/model/examination.ts';
import { saveFile } from '../../src/platform/transports/save/save-file.ts';
import { exampleCredential, exampleNow } from './example-credentials.ts';
import { inLanguage, readings, shortElements } from './example-elements.ts';
import type { FakeStart } from './fake-wallet.ts';

const owned = { origin: 'owner', createdAt: exampleNow, updatedAt: exampleNow } as const;

/** What a stranger may write where people read: markup, scripts, ends of our own parts, addresses that run, turned letters. */
export const hostileTexts: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</style><script>alert(1)</script>',
  '</title></textarea></noscript><iframe src=javascript:alert(1)>',
  '[press here](javascript:alert(1)) <a href="javascript:alert(1)">x</a>',
  '--> ]]> <plaintext> <template><svg><style><a id="</style><img src=x onerror=alert(1)>">',
  '<meta http-equiv=refresh content="0;url=https://evil.example"> <base href=https://evil.example>',
  'href="mecum:0:0" download="x" {name} {{count}} ${x} %s',
  'exe\u202Egnp.\u2066hidden\u2069',
];

const hostile = exampleCredential({
  id: 'f0',
  axes: { issuer: 'unknown', status: 'no-list' },
  issuer: [{ text: hostileTexts[0] ?? '', language: '"><script>alert(1)</script>' }],
  elements: readings({
    M1: [{ text: [{ text: hostileTexts[4] ?? '' }], path: '/credentialSubject/name', raw: hostileTexts[4] ?? '', is: { kind: 'text' } }],
    M2: [{ text: [{ text: hostileTexts[1] ?? '', language: 'en' }], path: '/name', raw: hostileTexts[1] ?? '', is: { kind: 'text' } }],
    M6: hostileTexts.map((text, at) => ({ text: [{ text, language: 'en" onclick="alert(1)' }], path: `/outcomes/${String(at)}`, raw: text, is: { kind: 'text' as const } })),
    O5: [{ text: [{ text: 'javascript:alert(1)' }], path: '/homepage', raw: 'javascript:alert(1)', is: { kind: 'link' } }],
  }),
});

const hundred: readonly ExaminedCredential[] = [
  hostile,
  ...Array.from({ length: 99 }, (_, at) =>
    exampleCredential({ id: `e${at.toString(16).padStart(3, '0')}`, elements: shortElements(inLanguage(`Course number ${String(at)}`), inLanguage('Aalto University'), '2025-03-11T00:00:00Z') }),
  ),
];

/** A hundred credentials in one collection, one of them written by somebody who means harm. Its files are really saved. */
export const manyToExport: FakeStart = {
  items: hundred,
  own: {
    collections: [{ kind: 'collection', id: 'c3', ...owned, name: hostileTexts[2] ?? '', intro: hostileTexts.join('\n'), items: hundred.map(({ id }) => id), priorLearning: ['p3'] }],
    notes: [{ kind: 'note', id: 'n3', ...owned, item: hostile.id, text: hostileTexts.join(' ') }],
    priorLearning: [{ kind: 'prior-learning', id: 'p3', ...owned, title: hostileTexts[0] ?? '', what: hostileTexts.join('\n'), when: hostileTexts[7] ?? '', evidence: [] }],
  },
  transports: { saveFile },
};
