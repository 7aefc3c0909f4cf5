import { beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../src/core/encoding/sha256.ts';
import { draftPresentation, finishPresentation } from '../../../src/core/examine/present.ts';
import type { ExaminedShare } from '../../../src/core/model/examination.ts';
import { toItemId } from '../../../src/core/model/ids.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { PresentationOrder } from '../../../src/core/model/presentation.ts';
import { openKeyRoom } from '../../../src/platform/keys/open-key-room.ts';
import type { KeyRoom } from '../../../src/platform/vault/key-room.ts';
import type { HolderKey } from '../../../src/wallet/ports.ts';
import { createMemoryKeyStore, toolsOn } from '../../platform/keys/memory-key-store.ts';
import { examineBytes, testNow } from '../../support/examining.ts';
import { badge, cast, plain, signJcs, signRdfc, signToken } from '../../support/signing.ts';

let room: KeyRoom;
let holder: HolderKey;
let people: Awaited<ReturnType<typeof cast>>;
const [challenge, domain] = ['0123456789abcdef', 'Nordland Personalabteilung'];
const expected = { challenge, domain, used: false } as const;

beforeAll(async () => {
  people = await cast();
  room = await openKeyRoom(toolsOn(createMemoryKeyStore()));
  const key = await room.holderKey('Ed25519');
  if (!key.ok) throw new Error(key.error.code);
  holder = key.value;
});

async function share(credentials: readonly (object | string)[], over: Partial<PresentationOrder> = {}): Promise<Uint8Array> {
  const raws = credentials.map((one) => new TextEncoder().encode(typeof one === 'string' ? one : JSON.stringify(one)));
  const drafted = await draftPresentation({
    credentials: raws.map((raw, index) => ({ id: toItemId(String(index)), raw })),
    holder: holder.did,
    verificationMethod: holder.verificationMethod,
    created: testNow,
    expires: toInstant(testNow + 86_400_000),
    domain,
    challenge,
    ...over,
  });
  if (!drafted.ok) throw new Error(JSON.stringify(drafted.error));
  const signature = await room.sign(drafted.value.request);
  if (!signature.ok) throw new Error(JSON.stringify(signature.error));
  const finished = finishPresentation(drafted.value, signature.value);
  if (!finished.ok) throw new Error(finished.error.code);
  return finished.value.bytes;
}

async function seen(bytes: Uint8Array, over: Parameters<typeof examineBytes>[1] = {}): Promise<ExaminedShare> {
  const examination = await examineBytes(bytes, { expectation: expected, ...over });
  if (examination.kind !== 'share') throw new Error(examination.kind);
  return examination;
}

const headlines = (examined: ExaminedShare): readonly string[] => examined.parts.map((part) => ('headline' in part ? part.headline : part.kind));

describe('a share of ours, as the receiver sees it', () => {
  test('proves the key that a credential names, bound to challenge and receiver', async () => {
    const credential = await signRdfc(badge(people.issuer.did, {}, holder.did), people.issuer);
    const examined = await seen(await share([credential], { purpose: 'Interview for "data steward"' }));
    expect(examined).toMatchObject({
      headline: 'proven',
      axes: { unchanged: 'yes', holder: 'proven-now', binding: 'challenge-matched', end: 'within' },
      holder: holder.did,
      label: domain,
      purpose: 'Interview for "data steward"',
      created: testNow,
      expires: testNow + 86_400_000,
    });
    expect(headlines(examined)).toEqual(['unknown-issuer']);
  });

  test('says that no key is named where none is', async () => {
    const examined = await seen(await share([await signRdfc(badge(people.issuer.did), people.issuer)]));
    expect(examined).toMatchObject({ headline: 'no-owner-key', axes: { unchanged: 'yes' } });
    expect(headlines(examined)).toEqual(['unknown-issuer']);
  });

  test('B82 says that it is another key where the credential names somebody else', async () => {
    const examined = await seen(await share([await signRdfc(badge(people.issuer.did, {}, people.holder.did), people.issuer)]));
    expect(examined.headline).toBe('other-owner');
  });

  test('carries every kind of credential unharmed: rdfc, jcs, token, each with its own verdict', async () => {
    const credentials = [
      await signRdfc(badge(people.issuer.did, {}, holder.did), people.issuer),
      await signJcs(plain(people.issuer.did), people.issuer),
      await signToken(badge(people.issuer.did, {}, holder.did), people.token, 'vc+jwt'),
    ];
    const examined = await seen(await share(credentials));
    expect(examined.axes.unchanged).toBe('yes');
    expect(headlines(examined)).toEqual(['unknown-issuer', 'unknown-issuer', 'unknown-issuer']);
  });

  test('keeps the identity of a credential that was written without gaps: the receiver saves the same bytes', async () => {
    const text = JSON.stringify(await signRdfc(badge(people.issuer.did), people.issuer));
    const [part] = (await seen(await share([text]))).parts;
    expect(part).toMatchObject({ kind: 'credential', id: await sha256Hex(text) });
  });

  test('B79 is for another receiver where challenge or receiver are not the expected ones', async () => {
    const bytes = await share([await signRdfc(badge(people.issuer.did, {}, holder.did), people.issuer)]);
    for (const wrong of [{ ...expected, challenge: 'other' }, { ...expected, domain: 'anyone' }, { ...expected, used: true }]) {
      expect((await seen(bytes, { expectation: wrong })).headline).toBe('wrong-receiver');
    }
    expect((await seen(bytes, { expectation: 'none' })).axes).toMatchObject({ binding: 'label-only', holder: 'proven-dated' });
  });

  test('ends when it said it would', async () => {
    const bytes = await share([await signRdfc(badge(people.issuer.did, {}, holder.did), people.issuer)]);
    expect((await seen(bytes, { now: toInstant(testNow + 86_400_001) })).headline).toBe('share-ended');
  });

  test('an altered credential inside is altered, and any altered byte of the share is never proven', async () => {
    const credential = await signRdfc(badge(people.issuer.did, {}, holder.did), people.issuer);
    const examined = await seen(await share([{ ...credential, validFrom: '2020-01-01T00:00:00Z' }]));
    expect(examined.axes.unchanged).toBe('yes');
    expect(headlines(examined)).toEqual(['altered']);
    const text = new TextDecoder().decode(await share([credential], { purpose: 'interview' }));
    const tampered = ['interview', holder.did, 'authentication', '"0123456789abcdef"', 'Nordland'].map((word) =>
      text.replace(word, word.replace(/.(?=.{3}$)/u, (letter) => (letter === 'x' ? 'y' : 'x'))),
    );
    for (const changed of tampered) {
      expect(changed).not.toBe(text);
      const examination = await examineBytes(changed, { expectation: 'none' });
      expect(examination.kind === 'share' ? examination.headline : examination.kind).not.toBe('proven');
    }
  });
});
