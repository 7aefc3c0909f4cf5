import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cast, plain, signJcs } from '../support/signing.ts';
import { bitstringClaims, bitstringEntry, listAddress } from '../support/status-lists.ts';
import type { Expected } from '../../src/tools/sampling/sample.ts';

const root = join(import.meta.dirname, '../..');
const fixtures = join(root, 'tests/fixtures/credentials');
const scratch = mkdtempSync(join(tmpdir(), 'mecum-check-'));
const now = ['--now', '2026-11-21T12:00:00Z'];
afterAll(() => rmSync(scratch, { recursive: true }));

interface Line {
  readonly file: string;
  readonly verdict: string;
  readonly class: string;
  readonly [key: string]: unknown;
}

async function run(tool: string, ...args: readonly string[]): Promise<{ code: number; lines: readonly Line[]; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'src/tools/run.mjs'), tool, ...args], { cwd: scratch, maxBuffer: 32 * 1024 * 1024 }, (error, stdout, stderr) => {
      const lines = stdout.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Line);
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, lines, stdout, stderr });
    });
  });
}

const badge = join(fixtures, 'json-credential/open-badges-3--eddsa-rdfc-2022.json');

describe('npm run -s check', () => {
  test('one JSON object a line, with everything the interface promises, exit 0 whatever the verdict', async () => {
    const share = join(fixtures, 'json-presentation/open-badges-3--two.json');
    const rubbish = join(scratch, 'rubbish.json');
    writeFileSync(rubbish, 'not a credential');
    const { code, lines } = await run('check', ...now, '--offline', badge, share, rubbish);
    expect(code).toBe(0);
    expect(lines.map((line) => [line.verdict, line.class])).toEqual([['unknown-issuer', 'unconfirmed'], ['proven', 'unconfirmed'], ['unreadable', 'refused']]);
    expect(lines[0]).toMatchObject({
      file: badge,
      format: 'json-credential',
      vocabulary: 'open-badges-3',
      proofs: [{ suite: 'eddsa-rdfc-2022', issuer: expect.stringMatching(/^did:key:/), verificationMethod: expect.stringMatching(/^did:key:.*#/) }],
      axes: { unchanged: 'yes', issuer: 'unknown', status: 'no-list', time: 'within' },
      checks: expect.arrayContaining([expect.objectContaining({ id: 'proof', state: 'passed', reason: 'signature-fits' })]),
      elements: { M2: { state: 'stated', text: 'Measuring Air Quality with Open Data', path: '/credentialSubject/achievement/name', raw: 'Measuring Air Quality with Open Data' }, M9: { state: 'not-stated' } },
    });
    expect(lines[1]).toMatchObject({ share: { label: 'Harbour Employment Office (sample)', axes: { holder: 'proven-dated' } } });
    expect(lines[1]?.['credentials']).toHaveLength(2);
  }, 60_000);

  test('--statement prints a recognition statement of the credentials in each file, and nothing of the learner', async () => {
    const share = join(fixtures, 'json-presentation/open-badges-3--two.json');
    const rubbish = join(scratch, 'rubbish-statement.json');
    writeFileSync(rubbish, 'not a credential');
    const { code, lines } = await run('check', ...now, '--offline', '--statement', badge, share, rubbish);
    expect(code).toBe(0);
    expect(lines.map(({ type, verdict }) => type ?? verdict)).toEqual(['RecognitionStatement', 'RecognitionStatement', 'unreadable']);
    expect(lines[0]).toMatchObject({
      file: badge,
      generated: '2026-11-21T12:00:00Z',
      wallet: { name: 'Mecum', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
      credentials: [{ headline: 'unknown-issuer', elements: { M2: { state: 'stated', value: 'Measuring Air Quality with Open Data' }, M1: { values: [] } } }],
    });
    expect(lines[0]?.['holder']).toBeUndefined();
    expect(lines[1]?.['cover']).toMatchObject({ items: [{}, {}] });
    expect((await run('check', '--statement', '--manifest', 'x.json')).code).toBe(2);
  }, 60_000);

  test('--elements prints the European elements to read: in order, with state, values, places, gaps and how many are stated', async () => {
    const sealed = join(fixtures, 'jws-json/european-learning-model--annex-one.json');
    const rubbish = join(scratch, 'rubbish-elements.json');
    writeFileSync(rubbish, 'not a credential');
    const { code, stdout } = await run('check', ...now, '--offline', '--elements', sealed, badge, rubbish);
    expect(code).toBe(0);
    const ids = [...stdout.matchAll(/^ {2}([MO]\d{1,2}) /gm)].map(([, id]) => id);
    const order = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'O1', 'O2', 'O3', 'O4', 'O5'];
    expect(ids).toEqual([...order, ...order]);
    expect(stdout).toContain('11 of 11 mandatory elements stated\n');
    expect(stdout).toMatch(/\n {2}M7 {2}workload +stated +2\.5 ECTS \(2\.5\) {2}\/credentialSubject\/hasClaim\/specifiedBy\/creditPoint\/point\n/);
    expect(stdout).toMatch(/\d of 11 mandatory elements stated; not stated: .*M9 assessment/);
    expect(stdout).toMatch(/\n {2}M9 {2}assessment +not-stated\n/);
    expect(stdout).toMatch(/rubbish-elements\.json\n {2}unreadable: /);
    expect((await run('check', '--elements', '--statement', badge)).code).toBe(2);
  }, 60_000);

  test('--elements tells a terminal nothing but what can be seen', async () => {
    const hostile = join(scratch, 'hostile.json');
    const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], name: 'Red \u001b[31mtitle\u001b]0;x\u0007\n  M11 quality assurance stated', issuer: { id: 'did:web:x.example', name: '\u202eevil\u0085' }, credentialSubject: {} };
    writeFileSync(hostile, JSON.stringify(document));
    const { code, stdout } = await run('check', ...now, '--elements', hostile);
    expect(code).toBe(0);
    expect(stdout).toContain('title');
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect([...stdout.matchAll(/^ {2}M11 /gm)]).toHaveLength(1);
  }, 60_000);

  test('the report says how many elements are stated, and which are not', async () => {
    const { lines } = await run('check', ...now, '--offline', badge);
    const { completeness, elements } = lines[0] as unknown as { completeness: { stated: number; excused: number; of: number; gaps: string[] }; elements: Record<string, { state: string }> };
    expect(completeness.of).toBe(11);
    expect(completeness.stated + completeness.excused + completeness.gaps.length).toBe(11);
    expect(completeness.gaps).toEqual(Object.keys(elements).filter((id) => id.startsWith('M') && elements[id]?.state === 'not-stated'));
  }, 60_000);

  test('an own list and a list of DIDs make an issuer known; nothing else does', async () => {
    const signed = JSON.parse(readFileSync(badge, 'utf8')) as { issuer: { id: string } };
    const dids = join(scratch, 'dids.json');
    writeFileSync(dids, JSON.stringify([signed.issuer.id]));
    const first = await run('check', ...now, '--list', dids, badge);
    expect(first.lines[0]).toMatchObject({ verdict: 'no-status', class: 'valid', axes: { issuer: 'own-list' } });
    const own = join(scratch, 'own.json');
    const { keyThumbprint } = (first.lines[0]?.['signer'] ?? {}) as { readonly keyThumbprint?: string };
    writeFileSync(own, JSON.stringify({ issuers: [{ id: '1', keyThumbprint, issuerId: signed.issuer.id, name: 'Evening school', since: 0 }] }));
    expect((await run('check', ...now, '--list', own, badge)).lines[0]).toMatchObject({ verdict: 'no-status', issuerMatch: { name: 'Evening school' } });
  }, 60_000);

  test('the present and what a share must be bound to can be said', async () => {
    const share = join(fixtures, 'json-presentation/open-badges-3--proven.json');
    const bound = ['--challenge', '9f2d4c1b7a6e43d0b8f1c2d3e4a5b6c7', '--domain', 'Harbour Employment Office (sample)'];
    expect((await run('check', ...now, ...bound, share)).lines[0]).toMatchObject({ verdict: 'proven', share: { axes: { holder: 'proven-now' } } });
    expect((await run('check', ...now, '--challenge', 'x', '--domain', 'y', share)).lines[0]).toMatchObject({ verdict: 'wrong-receiver', class: 'invalid' });
    expect((await run('check', '--now', '2099-01-01T00:00:00Z', badge)).lines[0]).toMatchObject({ verdict: 'expired', class: 'lapsed' });
  }, 60_000);

  test('what the network would answer is used as if asked now, and left aside offline; what would have to be asked is named', async () => {
    const { issuer } = await cast();
    const did = 'did:web:uni.example:issuers:7';
    const address = 'https://uni.example/issuers/7/did.json';
    const method = { id: `${did}#key-0`, type: 'Multikey', controller: did, publicKeyMultibase: issuer.multikey.publicKeyMultibase };
    const signed = await signJcs({ ...plain(did), credentialStatus: bitstringEntry() }, issuer, { verificationMethod: method.id });
    const list = await signJcs(bitstringClaims(did, []), issuer, { verificationMethod: method.id });
    const files = { credential: signed, document: { id: did, verificationMethod: [method], assertionMethod: [method.id] }, list, known: [{ did, name: 'Evening school' }] };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(scratch, `${name}.json`), JSON.stringify(content));
    const at = (name: string): string => join(scratch, `${name}.json`);
    const asked = ['--fetched', `${address}=${at('document')}`, '--fetched', `${listAddress}=${at('list')}`, '--list', at('known')];
    expect((await run('check', ...now, at('credential'))).lines[0]).toMatchObject({ verdict: 'not-checked', wants: [{ url: address, purpose: 'did-document' }] });
    expect((await run('check', ...now, ...asked.slice(0, 2), at('credential'))).lines[0]).toMatchObject({ verdict: 'unknown-issuer', wants: [{ url: listAddress, purpose: 'status-list' }] });
    expect((await run('check', ...now, ...asked, at('credential'))).lines[0]).toMatchObject({
      verdict: 'valid',
      wants: [],
      issuerMatch: { name: 'Evening school' },
      checks: expect.arrayContaining([
        expect.objectContaining({ id: 'proof', state: 'passed', basis: 'live', at: '2026-11-21T12:00:00Z' }),
        expect.objectContaining({ id: 'status', reason: 'in-force', basis: 'live' }),
        expect.objectContaining({ id: 'validity-period', basis: 'offline' }),
      ]),
    });
    expect((await run('check', ...now, ...asked.slice(0, 4), '--offline', at('credential'))).lines[0]).toMatchObject({ verdict: 'not-checked', wants: [{ url: address }] });
  }, 120_000);

  test('a register of DIDs makes an issuer known by its list', async () => {
    const signed = JSON.parse(readFileSync(badge, 'utf8')) as { issuer: { id: string } };
    const register = join(scratch, 'register.json');
    writeFileSync(register, JSON.stringify({ meta: { created: '2026-01-01T00:00:00Z' }, registry: { [signed.issuer.id]: { name: 'Evening school', location: 'Oslo', url: 'https://school.example' } } }));
    expect((await run('check', ...now, '--list', register, badge)).lines[0]).toMatchObject({ verdict: 'no-status', class: 'valid', issuerMatch: { basis: 'listed', name: 'Evening school' } });
  }, 60_000);

  test('a manifest: how far its verdicts and ours agree; 1 where they differ without a reason', async () => {
    const folder = join(scratch, 'others');
    mkdirSync(folder, { recursive: true });
    copyFileSync(badge, join(folder, 'badge.json'));
    const files = [{ file: 'badge.json', format: 'OB3', suite: 'eddsa-rdfc-2022', expected: { verdict: 'valid' } }, { file: 'step.txt', format: 'step', expected: { verdict: 'vector' } }];
    const [manifest, explained] = [join(folder, 'MANIFEST.json'), join(folder, 'explained.json')];
    const compare = async (classes: object, known: readonly object[], more: readonly string[] = []): Promise<readonly [number, string]> => {
      writeFileSync(manifest, JSON.stringify({ now: '2026-11-21T12:00:00Z', classes, served: {}, files }));
      writeFileSync(explained, JSON.stringify(known));
      const { code, stdout } = await run('check', '--manifest', manifest, '--explained', explained, ...more);
      return [code, stdout];
    };
    const [agreeing, differing] = [{ valid: ['valid', 'unconfirmed'] }, { valid: ['valid'] }];
    const why = { file: 'badge.json', class: 'unconfirmed', clause: 'Nobody knows the issuer.' };
    expect(await compare(agreeing, [])).toEqual([0, expect.stringContaining('1 files judged, 1 vectors left to the tests; 1 agree, 0 do not, 0 of these without a reason.')]);
    expect(await compare(differing, [])).toEqual([1, expect.stringContaining('expected valid, seen unconfirmed (unknown-issuer)\n  NOT EXPLAINED')]);
    expect(await compare(differing, [why])).toEqual([0, expect.stringContaining(`seen unconfirmed (unknown-issuer)\n  ${why.clause}`)]);
    expect(await compare(differing, [{ ...why, class: 'unknown' }])).toEqual([1, expect.stringContaining('NOT EXPLAINED')]);
    expect(await compare(agreeing, [why])).toEqual([1, expect.stringContaining('not a disagreement any more')]);
    expect(await compare(differing, [{ ...why, clause: ' ' }])).toEqual([2, '']);
    // Its day can be another one.
    expect((await compare(agreeing, [], ['--now', '2099-01-01T00:00:00Z']))[1]).toContain('seen lapsed (expired)');
  }, 120_000);

  test.each<[string, readonly string[]]>([
    ['no file', []],
    ['a file that is not there', ['/nowhere.json']],
    ['an unknown option', ['--fast', badge]],
    ['an option without value', [badge, '--now']],
    ['no instant', ['--now', 'today', badge]],
    ['a kind of list that is not read', ['--list', join(root, 'LICENSE'), badge]],
    ['a fetched answer without a file', ['--fetched', 'https://x.example', badge]],
    ['a challenge without a domain', ['--challenge', 'x', badge]],
    ['a manifest that is none', ['--manifest', badge]],
    ['files beside a manifest', ['--manifest', badge, badge]],
    ['explanations of nothing', ['--explained', badge, badge]],
  ])('exit 2 on wrong use: %s', async (_name, args) => {
    const { code, lines, stderr } = await run('check', ...args);
    expect({ code, lines, says: stderr.includes('npm run -s check') }).toEqual({ code: 2, lines: [], says: true });
  }, 60_000);
});

test('npm run samples writes every kind under fresh keys, and each comes to what it should', async () => {
  const folder = join(scratch, 'samples');
  expect((await run('samples', folder)).code).toBe(0);
  const names = ['json-credential/open-badges-3--eddsa-jcs-2022', 'json-credential/open-badges-3--Ed25519Signature2020-expired', 'json-credential/open-badges-3--eddsa-rdfc-2022-altered'];
  const expected = names.map((name) => JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8')) as Expected);
  const { lines } = await run('check', ...names.map((name) => join(folder, `${name}.json`)));
  expect(lines.map((line) => [line.verdict, line.class])).toEqual(expected.map((one) => [one.headline, one.class]));
  expect(readFileSync(join(folder, `${names[0] ?? ''}.json`))).not.toEqual(readFileSync(join(fixtures, `${names[0] ?? ''}.json`)));
}, 60_000);
