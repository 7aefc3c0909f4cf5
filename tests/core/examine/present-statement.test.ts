import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../src/core/encoding/sha256.ts';
import { draftPresentation, finishPresentation } from '../../../src/core/examine/present.ts';
import type { ExaminedShare } from '../../../src/core/model/examination.ts';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import { toItemId } from '../../../src/core/model/ids.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { makeStatement } from '../../../src/core/recognition/make-statement.ts';
import { openKeyRoom } from '../../../src/platform/keys/open-key-room.ts';
import type { KeyRoom } from '../../../src/platform/vault/key-room.ts';
import type { HolderKey } from '../../../src/wallet/ports.ts';
import { createMemoryKeyStore, toolsOn } from '../../platform/keys/memory-key-store.ts';
import { examineBytes, testNow } from '../../support/examining.ts';
import { badge, cast, signRdfc } from '../../support/signing.ts';
import { verifyByDigitalBazaar } from './present-oracle.ts';

const [challenge, domain] = ['0123456789abcdef', 'Admissions office'];
let room: KeyRoom;
let holder: HolderKey;
let credential: Uint8Array;
let statement: Uint8Array;

beforeAll(async () => {
  room = await openKeyRoom(toolsOn(createMemoryKeyStore()));
  const key = await room.holderKey('Ed25519');
  if (!key.ok) throw new Error(key.error.code);
  holder = key.value;
  const { issuer } = await cast();
  credential = new TextEncoder().encode(JSON.stringify(await signRdfc(badge(issuer.did, {}, holder.did), issuer)));
  const items = credentialsIn(await examineBytes(credential));
  statement = makeStatement(items, { now: testNow, wallet: { name: 'Mecum', version: '0.1.0' }, holder: 'name', purpose: 'Zulassung für Übung', lists: [] }).json;
});

async function share(enclosed: Uint8Array | undefined, raws: readonly Uint8Array[] = [credential], purpose = 'Admission'): Promise<JsonObject> {
  const drafted = await draftPresentation({
    credentials: raws.map((raw, index) => ({ id: toItemId(`item-${String(index)}`), raw })),
    holder: holder.did,
    verificationMethod: holder.verificationMethod,
    created: testNow,
    expires: toInstant(testNow + 86_400_000),
    domain,
    challenge,
    purpose,
    ...(enclosed === undefined ? {} : { statement: enclosed }),
  });
  if (!drafted.ok) throw new Error(JSON.stringify(drafted.error));
  const signature = await room.sign(drafted.value.request);
  if (!signature.ok) throw new Error(signature.error.code);
  const finished = finishPresentation(drafted.value, signature.value);
  if (!finished.ok) throw new Error(finished.error.code);
  return JSON.parse(new TextDecoder().decode(finished.value.bytes)) as JsonObject;
}

async function seen(json: JsonObject): Promise<ExaminedShare> {
  const examination = await examineBytes(new TextEncoder().encode(JSON.stringify(json)), { expectation: { challenge, domain, used: false } });
  if (examination.kind !== 'share') throw new Error(examination.kind);
  return examination;
}

/** The share with the enclosed file changed, and its digest made to fit. */
async function withOther(json: JsonObject, text: string): Promise<JsonObject> {
  const [words, file] = json['description'] as [string, JsonObject];
  const bytes = Buffer.from(text);
  const digestSRI = `sha256-${Buffer.from(await sha256Hex(bytes), 'hex').toString('base64')}`;
  return { ...json, description: [words, { ...file, id: `data:application/json;base64,${bytes.toString('base64')}`, digestSRI }] };
}

describe('a recognition statement within a share', () => {
  test('stands under the signature with the originals, and @digitalbazaar/vc takes all of it', async () => {
    const json = await share(statement);
    expect(json['@context']).toEqual(['https://www.w3.org/ns/credentials/v2']);
    const answer = await verifyByDigitalBazaar(json, challenge, domain, new Date(testNow));
    expect(answer).toMatchObject({ verified: true, presentationResult: { verified: true } });
  });

  test('one letter changed in it is found by us and by @digitalbazaar/vc, even where its digest is made to fit', async () => {
    const other = await withOther(await share(statement), new TextDecoder().decode(statement).replace('Zulassung', 'Zulessung'));
    const answer = await verifyByDigitalBazaar(other, challenge, domain, new Date(testNow));
    expect(answer.presentationResult?.verified).toBe(false);
    const examined = await seen(other);
    expect(examined.headline).toBe('share-altered');
    expect(examined.statement).toBeUndefined();
  });

  test('is read back byte for byte, beside the purpose and the original, and changes no verdict', async () => {
    const [bare, full] = [await seen(await share(undefined)), await seen(await share(statement))];
    expect(full.statement?.sha256).toBe(await sha256Hex(statement));
    expect(Buffer.from(full.statement?.json ?? [])).toEqual(Buffer.from(statement));
    expect(full.purpose).toBe('Admission');
    expect([full.headline, full.class, full.axes]).toEqual([bare.headline, bare.class, bare.axes]);
    expect(full.parts.map((part) => ('headline' in part ? part.headline : part.kind))).toEqual(bare.parts.map((part) => ('headline' in part ? part.headline : part.kind)));
    expect(bare.statement).toBeUndefined();
  });

  test('goes without a purpose too', async () => {
    const examined = await seen(await share(statement, [credential], ''));
    expect(examined.purpose).toBeUndefined();
    expect(examined.headline).toBe('proven');
    expect(examined.statement?.sha256).toBe(await sha256Hex(statement));
  });

  test.each([
    ['another kind of JSON', '{"type":"Letter"}'],
    ['no JSON', 'hello'],
    ['a list', '[{"type":"RecognitionStatement"}]'],
    ['the same name twice', '{"type":"RecognitionStatement","type":"RecognitionStatement"}'],
  ])('%s under its name is none', async (_name, text) => {
    const examined = await seen(await share(new TextEncoder().encode(text)));
    expect(examined.headline).toBe('proven');
    expect(examined.statement).toBeUndefined();
  });

  test('is refused with the credential that cannot stand in a share', async () => {
    const sealed = new Uint8Array(readFileSync('tests/fixtures/credentials/jws-json/european-learning-model--annex-one.json'));
    const order = { credentials: [credential, sealed].map((raw, index) => ({ id: toItemId(`item-${String(index)}`), raw })), holder: holder.did, verificationMethod: holder.verificationMethod, created: testNow, domain, challenge, statement };
    expect(await draftPresentation(order)).toMatchObject({ ok: false, error: { code: 'present/cannot-enclose', facts: { item: 'item-1' } } });
  });
});
