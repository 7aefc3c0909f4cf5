import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { keyThumbprint } from '../../src/core/encoding/key-thumbprint.ts';
import type { PublicJwk } from '../../src/core/model/public-key.ts';
import type { JsonObject } from '../../src/core/model/json.ts';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createTestKey, signDocument } from '../support/sign-proof.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

const list = {
  LoTE: {
    ListAndSchemeInformation: { LoTESequenceNumber: 3, SchemeOperatorName: [{ lang: 'en', value: 'Council' }], SchemeName: [{ lang: 'en', value: 'Schools' }], ListIssueDateTime: '2026-10-01T00:00:00Z' },
    TrustedEntitiesList: [],
  },
};

async function signed(): Promise<{ readonly text: string; readonly thumbprint: string }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const text = await new CompactSign(new TextEncoder().encode(JSON.stringify(list))).setProtectedHeader({ alg: 'ES256', jwk }).sign(privateKey);
  return { text, thumbprint: keyThumbprint(jwk as unknown as PublicJwk) };
}

async function open() {
  const world = await createNodeWorld();
  await world.wallet.start();
  valueOf(await world.wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  return world;
}

/** Editions of one list, signed with one key. */
async function editions(...made: readonly { readonly issued: string; readonly dids: readonly string[] }[]): Promise<{ readonly texts: readonly string[]; readonly thumbprint: string }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const texts = made.map(({ issued, dids }) => {
    const entity = { TrustedEntityInformation: { TEName: [{ lang: 'en', value: 'River School' }] }, TrustedEntityServices: [{ ServiceInformation: { ServiceDigitalIdentity: { DIDs: dids } } }] };
    return JSON.stringify({ LoTE: { ListAndSchemeInformation: { ...list.LoTE.ListAndSchemeInformation, ListIssueDateTime: issued }, TrustedEntitiesList: [entity] } });
  });
  const sign = (text: string): Promise<string> => new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ alg: 'ES256', jwk }).sign(privateKey);
  return { texts: await Promise.all(texts.map(sign)), thumbprint: keyThumbprint(jwk as unknown as PublicJwk) };
}

describe('editions of one list', () => {
  it.each([
    ['the newer one comes later', [0, 1]],
    ['the newer one was there first', [1, 0]],
  ])('name nobody whom the newest leaves out: %s', async (_, order) => {
    const { wallet, received } = await open();
    const key = createTestKey();
    const badge = badgeClaims({ issuer: key.did, validFrom: '2026-10-01T09:00:00Z', id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000002' }) as JsonObject;
    const review = valueOf(await wallet.receive(received(JSON.stringify(await signDocument(badge, key)))));
    wallet.setPending(review);
    valueOf(await wallet.save(review.items.map(({ examination }) => examination.id)));
    const { texts, thumbprint } = await editions({ issued: '2026-09-01T00:00:00Z', dids: [key.did] }, { issued: '2026-10-01T00:00:00Z', dids: ['did:web:other.example'] });
    for (const index of order) valueOf(await wallet.addList(received(texts[index] ?? ''), thumbprint));
    expect(wallet.state.get().list[0]?.headline).toBe('unknown-issuer');
  });

  it('name whom the newest holds; lists of other keys are no editions of it', async () => {
    const { wallet, received } = await open();
    const key = createTestKey();
    const badge = badgeClaims({ issuer: key.did, validFrom: '2026-10-01T09:00:00Z', id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000003' }) as JsonObject;
    const file = received(JSON.stringify(await signDocument(badge, key)));
    const older = await editions({ issued: '2026-09-01T00:00:00Z', dids: [key.did] });
    const foreign = await editions({ issued: '2026-10-01T00:00:00Z', dids: [] });
    valueOf(await wallet.addList(received(older.texts[0] ?? ''), older.thumbprint));
    valueOf(await wallet.addList(received(foreign.texts[0] ?? ''), foreign.thumbprint));
    expect(valueOf(await wallet.receive(file)).items[0]?.examination.headline).toBe('no-status');
  });
});

describe('trust lists of the learner', () => {
  it('says what a file is and which key signed it, before anything is kept', async () => {
    const { wallet, received } = await open();
    const { text, thumbprint } = await signed();
    expect(valueOf(await wallet.describeList(received(text)))).toMatchObject({ title: 'Schools', operator: 'Council', edition: '3', signature: 'signed-by-unknown', signerThumbprint: thumbprint });
    const unsigned = valueOf(await wallet.describeList(received(JSON.stringify(list))));
    expect([unsigned.signature, unsigned.signerThumbprint]).toEqual(['unsigned', undefined]);
    expect(valueOf(await wallet.lists())).toEqual([]);
  });

  it('takes no list whose signature does not fit, nor what is none', async () => {
    const { wallet, received } = await open();
    const { text } = await signed();
    const [header = '', payload = '', signature = ''] = text.split('.');
    const other = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('Schools', 'Scholls')).toString('base64url');
    for (const file of [`${header}.${other}.${signature}`, '{}', 'no list']) {
      expect(await wallet.describeList(received(file)), file.slice(0, 20)).toMatchObject({ ok: false, error: { code: 'receive/not-a-list' } });
    }
  });

  it('keeps a list with its pin, shows it as signed by that key, and removes it', async () => {
    const { wallet, received } = await open();
    const { text, thumbprint } = await signed();
    valueOf(await wallet.addList(received(text), thumbprint));
    const [kept] = valueOf(await wallet.lists());
    expect(kept).toMatchObject({ meta: { title: 'Schools', signature: 'signed-by-pinned' }, kept: { pinned: thumbprint } });
    valueOf(await wallet.removeList(kept?.kept?.id ?? ''));
    expect(valueOf(await wallet.lists())).toEqual([]);
  });

  it('names in the list of credentials whom a list names, and nobody any more once it is removed', async () => {
    const { wallet, received } = await open();
    const key = createTestKey();
    const badge = badgeClaims({ issuer: key.did, validFrom: '2026-10-01T09:00:00Z', id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000001' }) as JsonObject;
    const review = valueOf(await wallet.receive(received(JSON.stringify(await signDocument(badge, key)))));
    wallet.setPending(review);
    valueOf(await wallet.save(review.items.map(({ examination }) => examination.id)));
    const headline = () => wallet.state.get().list[0]?.headline;
    expect(headline()).toBe('unknown-issuer');
    const entity = { TrustedEntityInformation: { TEName: [{ lang: 'en', value: 'River School' }] }, TrustedEntityServices: [{ ServiceInformation: { ServiceDigitalIdentity: { DIDs: [key.did] } } }] };
    const naming = { LoTE: { ...list.LoTE, TrustedEntitiesList: [entity] } };
    valueOf(await wallet.addList(received(JSON.stringify(naming))));
    expect(headline()).toBe('no-status');
    valueOf(await wallet.removeList(valueOf(await wallet.lists())[0]?.kept?.id ?? ''));
    expect(headline()).toBe('unknown-issuer');
  });

  it('writes all that a list changed at once: the list of credentials is not judged anew for each', async () => {
    const { wallet, received, rig } = await open();
    const key = createTestKey();
    const badges = await Promise.all(
      Array.from({ length: 12 }, (_, number) => signDocument(badgeClaims({ issuer: key.did, validFrom: '2026-10-01T09:00:00Z', id: `urn:example:${String(number)}` }) as JsonObject, key)),
    );
    const review = valueOf(await wallet.receive(received(JSON.stringify(badges))));
    wallet.setPending(review);
    valueOf(await wallet.save(review.items.map(({ examination }) => examination.id)));
    let snapshots = 0;
    const stop = rig.vault.snapshot.subscribe(() => {
      snapshots += 1;
    });
    valueOf(await wallet.addList(received(JSON.stringify({ meta: { title: 'Known' }, registry: { [key.did]: { name: 'River School' } } }))));
    stop();
    expect(wallet.state.get().list.map(({ headline }) => headline)).toEqual(Array.from({ length: 12 }, () => 'no-status'));
    expect(snapshots, 'one for the list, one for what it changed').toBe(2);
  });
});
