import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { encodeBase64 } from '../../src/core/encoding/base64.ts';
import { encodeUtf8 } from '../../src/core/encoding/utf8.ts';
import { bakeBadge } from '../../src/core/examine/bake.ts';
import { neutralPng } from '../../src/core/examine/neutral-badge.ts';
import { unpacked } from '../../src/core/examine/unpacked.ts';
import { bakePng } from '../../src/core/formats/baked-png/bake-png.ts';
import { refuse, succeed } from '../../src/core/model/attempt.ts';
import type { BadgeImageKind, BakedBadge, PictureProblem } from '../../src/core/model/baked.ts';
import type { ExaminedCredential } from '../../src/core/model/examination.ts';
import { makePng, pngChunk, textChunk } from '../../src/tools/sampling/make-packings.ts';
import { bakeBadge as bakeAndRead } from '../../src/wallet/bake-badge.ts';
import type { Ports } from '../../src/wallet/ports.ts';
import { codeOf, valueOf } from '../platform/vault/vault-rig.ts';
import { examineBytes } from '../support/examining.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { badge, cast, signJcs, signRaw } from '../support/signing.ts';

const { issuer } = await cast();
const folder = 'tests/fixtures/credentials';

async function examined(bytes: Uint8Array | string): Promise<ExaminedCredential> {
  const seen = await examineBytes(bytes);
  if (seen.kind !== 'credential') throw new Error(`no credential: ${seen.kind}`);
  return seen;
}

async function bakedFrom(credential: ExaminedCredential, kind?: BadgeImageKind): Promise<BakedBadge> {
  return valueOf(await bakeBadge({ credential, ...(kind === undefined ? {} : { kind }) }));
}

const verdictOf = ({ headline, axes, sameness, claimsDigest, vocabulary, format }: ExaminedCredential): unknown => ({ headline, axes, sameness, claimsDigest, vocabulary, format });

const files = ['json-credential', 'jwt-credential', 'badge-2', 'wrapped'].flatMap((format) => readdirSync(`${folder}/${format}`).map((name) => `${format}/${name}`));
const found = files.filter((name) => /\/(?:open-badges-[23]|clr-2)--/.test(name) && !name.endsWith('.expected.json'));
const badges = found.filter((name) => !name.startsWith('wrapped/'));
const wrapped = found.filter((name) => name.startsWith('wrapped/'));

describe('every badge and learner record among the samples', () => {
  it('is there in both versions, as JSON and as token, and as a record', () => {
    expect(badges.length).toBeGreaterThan(60);
    for (const part of ['json-credential/open-badges-3', 'jwt-credential/open-badges-3', 'badge-2/open-badges-2--hosted', 'badge-2/open-badges-2--signed', 'json-credential/clr-2']) {
      expect(badges.filter((name) => name.startsWith(part)).length, part).toBeGreaterThan(0);
    }
  });

  test.each(badges)('%s is the same credential with the same verdict in a PNG and in an SVG, and its bytes are those received', async (name) => {
    const received = readFileSync(`${folder}/${name}`);
    const before = await examined(received);
    for (const kind of ['png', 'svg'] as const) {
      const { bytes } = await bakedFrom(before, kind);
      const after = await examined(bytes);
      expect(after.packing).toEqual([`baked-${kind}`]);
      expect(verdictOf(after)).toEqual(verdictOf(before));
      const text = received.toString();
      expect(Buffer.from(bytes).includes(name.endsWith('.jwt') ? text.trim() : text)).toBe(true);
      expect(new TextDecoder().decode(await unpacked(bytes)).trim()).toBe(text.trim());
    }
  });
});

describe('a badge wrapped in another text', () => {
  it('is there', () => expect(wrapped.length).toBeGreaterThan(3));

  test.each(wrapped)('%s goes into the image without what was around it', async (name) => {
    const before = await examined(readFileSync(`${folder}/${name}`));
    const { bytes } = await bakedFrom(before);
    const after = await examined(bytes);
    expect(after.packing).toEqual(['baked-png']);
    expect(verdictOf(after)).toEqual(verdictOf(before));
  });
});

const png = makePng(pngChunk('pHYs', new Uint8Array(9)));
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>';
const inline = (mediaType: string, bytes: Uint8Array): string => `data:${mediaType};base64,${encodeBase64(bytes)}`;

/** A signed badge with this picture. */
async function withPicture(id: string, place: 'credential' | 'achievement' = 'credential'): Promise<ExaminedCredential> {
  const image = { id, type: 'Image' };
  const claims = badge(issuer.did);
  const subject = claims['credentialSubject'] as { readonly achievement: object };
  const changed = place === 'credential' ? { ...claims, image } : { ...claims, credentialSubject: { ...subject, achievement: { ...subject.achievement, image } } };
  return examined(JSON.stringify(await signJcs(changed, issuer)));
}

describe('the picture that a badge is drawn on', () => {
  it('is its own, wherever it stands inline, with all its chunks', async () => {
    for (const place of ['credential', 'achievement'] as const) {
      const credential = await withPicture(inline('image/png', png), place);
      const { bytes, kind, instead } = await bakedFrom(credential);
      expect([kind, instead]).toEqual(['png', undefined]);
      expect(Buffer.from(bytes).equals(Buffer.from(valueOf(bakePng(png, 'openbadgecredential', credential.raw))))).toBe(true);
    }
  });

  it('is its own drawing, in base64 or in percent signs', async () => {
    for (const address of [inline('image/svg+xml', encodeUtf8(drawing)), `data:image/svg+xml;utf8,${encodeURIComponent(drawing)}`]) {
      const { bytes, kind, instead } = await bakedFrom(await withPicture(address));
      expect([kind, instead]).toEqual(['svg', undefined]);
      expect(new TextDecoder().decode(bytes)).toContain('<rect width="1" height="1"/></svg>');
    }
  });

  it('loses the badges that were in it before', async () => {
    const old = makePng(textChunk('openbadges', 'https://old.example/1', 'tEXt'), textChunk('openbadgecredential', '{"old":true}'));
    const { bytes, instead } = await bakedFrom(await withPicture(inline('image/png', old)));
    expect(instead).toBeUndefined();
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.includes('old.example') || text.includes('{"old":true}')).toBe(false);
  });

  const scripted = drawing.replace('<rect', '<script>fetch("https://x.example")</script><rect');
  test.each<readonly [string, string, PictureProblem]>([
    ['on a web page', 'https://badges.example/image.png', 'elsewhere'],
    ['no image', inline('image/png', encodeUtf8('<html></html>')), 'broken'],
    ['cut off', inline('image/png', png.subarray(0, png.length - 7)), 'broken'],
    ['not base64', 'data:image/png;base64,!!', 'broken'],
    ['a JPEG', inline('image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff)), 'other-kind'],
    ['a drawing with a script', inline('image/svg+xml', encodeUtf8(scripted)), 'unsafe'],
    ['a drawing that hides a second badge', inline('image/svg+xml', encodeUtf8('<svg xmlns="http://www.w3.org/2000/svg" data-a=\' xmlns:openbadges="\' xmlns:openbadges="urn:x"><rect/></svg>')), 'broken'],
    ['a drawing that is none', inline('image/svg+xml', encodeUtf8('<svg')), 'broken'],
  ])('is ours where its own is %s', async (_, address, instead) => {
    const made = await bakedFrom(await withPicture(address));
    expect(made).toMatchObject({ kind: 'png', instead });
    expect(Buffer.from(made.bytes).toString('latin1')).not.toContain('<script');
    expect(Buffer.from(made.bytes.subarray(-500)).equals(Buffer.from(neutralPng().subarray(-500)))).toBe(true);
  });

  it('is ours where there is none, and where the other kind is wished', async () => {
    expect(await bakedFrom(await examined(JSON.stringify(await signJcs(badge(issuer.did, { image: undefined }), issuer))))).toMatchObject({ kind: 'png', instead: 'none' });
    expect(await bakedFrom(await withPicture(inline('image/png', png)), 'svg')).toMatchObject({ kind: 'svg', instead: 'other-kind' });
  });
});

describe('what is not baked', () => {
  it.each([
    ['european-learning-model--unsealed.json', 'json-credential', 'no-badge'],
    ['open-badges-3--json.png', 'baked-png', 'is-image'],
    ['open-badges-3--token.svg', 'baked-svg', 'is-image'],
  ])('%s', async (name, format, why) => {
    const seen = await bakeBadge({ credential: await examined(readFileSync(`${folder}/${format}/${name}`)) });
    expect(seen).toEqual(refuse('present/cannot-bake', { why }));
  });

  it('what has characters that XML has not goes into a PNG alone', async () => {
    const credential = await examined(JSON.stringify(await signJcs(badge(issuer.did, { description: 'a\uffffb' }), issuer)));
    expect(await bakedFrom(credential)).toMatchObject({ kind: 'png' });
    expect(await bakeBadge({ credential, kind: 'svg' })).toEqual(refuse('present/cannot-bake', { why: 'character' }));
  });

  it('a token is written without the line end of its file', async () => {
    const token = await signRaw({ alg: 'EdDSA', typ: 'JWT', kid: issuer.verificationMethod }, { iss: issuer.did, vc: badge(issuer.did) }, issuer);
    const { bytes } = await bakedFrom(await examined(`${token}\n`), 'svg');
    expect(new TextDecoder().decode(bytes)).toContain(`verify="${token}"`);
  });
});

describe('the door to badge images', () => {
  const file = `${folder}/json-credential/open-badges-3--ecdsa-jcs-2019`;
  const kept = async (name: string) => {
    const world = await createNodeWorld();
    valueOf(await world.wallet.protectByPassphrase('eleven quiet lemons on the roof'));
    const review = valueOf(await world.wallet.receive(world.received(readFileSync(name))));
    world.wallet.setPending(review);
    const { saved } = valueOf(await world.wallet.save(review.items.map(({ examination }) => examination.id)));
    const doors = await world.wallet.documents();
    const [item] = valueOf(await doors.examineAnew(saved));
    if (item === undefined) throw new Error('nothing kept');
    return { ...world, doors, item };
  };

  it('gives an image that the check page reads as the same, with the same verdict', async () => {
    const { doors, item, wallet, received } = await kept(`${file}.json`);
    const { bytes } = valueOf(await doors.bake(item));
    const seen = valueOf(await wallet.check(received(bytes), 'none'));
    expect(seen).toMatchObject({ kind: 'credential', headline: item.examined.headline, sameness: item.examined.sameness, claimsDigest: item.examined.claimsDigest });
    expect(valueOf(await doors.bake(item, 'svg')).mediaType).toBe('image/svg+xml');
  });

  it('makes none of an altered badge', async () => {
    const { doors, item } = await kept(`${file}-altered.json`);
    expect(item.examined.headline).toBe('altered');
    expect(await doors.bake(item)).toEqual(refuse('present/cannot-bake', { why: 'altered' }));
  });

  it('hands out nothing that is read back as anything else', async () => {
    const { item } = await kept(`${file}.json`);
    const good = await bakedFrom(item.examined);
    const other = await bakedFrom(await examined(readFileSync(`${folder}/json-credential/open-badges-3--Ed25519Signature2020.json`)));
    const altered = await bakedFrom(await examined(readFileSync(`${file}-altered.json`)));
    const plain = { ...good, bytes: item.examined.raw };
    const read = async (badgeMade: BakedBadge) => {
      const examiner = { bake: async () => succeed(badgeMade), examine: async ({ received }: { received: { bytes: Uint8Array } }) => succeed(await examineBytes(received.bytes)) };
      return bakeAndRead({ examiner, clock: { now: () => 0 }, vault: { snapshot: { get: () => ({}) } } } as unknown as Ports, item);
    };
    expect((await read(good)).ok).toBe(true);
    for (const wrong of [other, altered, plain, { ...good, bytes: good.bytes.subarray(0, 60) }, { ...good, kind: 'svg' as const }]) expect(codeOf(await read(wrong))).toBe('present/cannot-bake');
  });
});
