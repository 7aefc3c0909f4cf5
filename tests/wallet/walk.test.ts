import { describe, expect, it } from 'vitest';
import { credentialsIn } from '../../src/core/model/examination.ts';
import { badgeClaims } from '../../src/tools/sampling/sample-claims.ts';
import { createEdwardsKey, freshSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { signCredential } from '../../src/tools/sampling/sign-samples.ts';
import { createNodeWorld } from '../support/node-world.ts';
import type { NodeWorld } from '../support/node-world.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

const words = 'correct horse battery staple';
const settings = { receiver: 'Anna, Ward 3', purpose: 'job', end: 'interview', proof: 'sign' } as const;

async function badge(subjectId?: string): Promise<string> {
  const key = await createEdwardsKey(freshSeeds('issuer'));
  const claims = badgeClaims({
    issuer: key.did,
    id: 'urn:uuid:7b0a1c52-4e7f-4b1b-9d9c-6a3e1d5b2f90',
    validFrom: '2026-06-12T10:00:00Z',
    ...(subjectId === undefined ? {} : { subject: subjectId }),
  });
  return JSON.stringify(await signCredential(claims, 'eddsa-rdfc-2022', key, '2026-06-12T10:00:00Z'));
}

async function protectedWorld(): Promise<NodeWorld> {
  const world = await createNodeWorld();
  valueOf(await world.wallet.protectByPassphrase(words));
  return world;
}

async function keep({ wallet, received }: NodeWorld, text: string) {
  const review = valueOf(await wallet.receive(received(text)));
  wallet.setPending(review);
  return valueOf(await wallet.save(review.items.map(({ examination }) => examination.id)));
}

describe('the main job, without a browser', () => {
  it('reviews before there is a vault, keeps the review through Protect, then saves', async () => {
    const { wallet, received } = await createNodeWorld();
    const review = valueOf(await wallet.receive(received(await badge())));
    expect(review.items[0]?.examination.headline).toBe('unknown-issuer');
    wallet.setPending(review);
    const ids = review.items.map(({ examination }) => examination.id);
    expect(await wallet.save(ids)).toMatchObject({ ok: false, error: { code: 'vault/absent' } });
    const sheet = valueOf(await wallet.protectByPassphrase(words));
    expect(sheet.groups).toHaveLength(8);
    expect(wallet.state.get().pending).toBeDefined();
    expect(valueOf(await wallet.save(ids)).saved).toEqual(ids);
    expect(wallet.state.get().pending).toBeUndefined();
    expect(wallet.state.get().list).toHaveLength(1);
  });

  it('says "you have this already" and adds nothing twice', async () => {
    const world = await protectedWorld();
    const text = await badge();
    await keep(world, text);
    const again = valueOf(await world.wallet.receive(world.received(text)));
    expect(again.items[0]?.already).toBe('same');
    expect((await keep(world, text)).skipped).toBe(1);
    expect(world.wallet.state.get().list).toHaveLength(1);
  });

  it('an issuer put on the own list turns the headline, undoing turns it back', async () => {
    const world = await protectedWorld();
    const id = (await keep(world, await badge())).saved[0];
    if (id === undefined) throw new Error('nothing saved');
    const { examined } = valueOf(await world.wallet.open(id));
    const entry = valueOf(await world.wallet.knowIssuer(examined, 'My school'));
    expect(world.wallet.state.get().list[0]?.headline).toBe('no-status');
    expect(valueOf(await world.wallet.open(id)).examined.issuerMatch).toMatchObject({ basis: 'own-list', name: 'My school' });
    valueOf(await world.wallet.forgetIssuer(entry.id));
    expect(valueOf(await world.wallet.open(id)).examined.headline).toBe('unknown-issuer');
    expect(world.wallet.state.get().list[0]?.headline).toBe('unknown-issuer');
  });

  it('an issuer known before the first save counts at once and is kept with it', async () => {
    const { wallet, received } = await createNodeWorld();
    const text = await badge();
    const first = valueOf(await wallet.receive(received(text)));
    const examined = first.items[0]?.examination;
    if (examined === undefined) throw new Error('nothing to review');
    const undone = valueOf(await wallet.knowIssuer(examined, 'Typed by mistake'));
    valueOf(await wallet.forgetIssuer(undone.id));
    expect(wallet.state.get().vault.issuers).toHaveLength(0);
    valueOf(await wallet.knowIssuer(examined, 'My school'));
    const again = valueOf(await wallet.receive(received(text)));
    expect(again.items[0]?.examination.headline).toBe('no-status');
    wallet.setPending(again);
    valueOf(await wallet.protectByPassphrase(words));
    valueOf(await wallet.save([examined.id]));
    const { vault, list } = wallet.state.get();
    expect(vault.issuers.map(({ name, id }) => [name, id.startsWith('waiting:')])).toEqual([['My school', false]]);
    expect(list[0]?.headline).toBe('no-status');
  });

  it('survives lock and restart: the same bytes, the same verdict', async () => {
    const world = await protectedWorld();
    const text = await badge();
    const id = (await keep(world, text)).saved[0];
    await world.wallet.lock();
    expect(world.wallet.state.get().list).toHaveLength(0);
    const later = await createNodeWorld(world.rig.factory);
    expect(await later.wallet.unlock({ type: 'passphrase', passphrase: 'wrong words here' })).toMatchObject({ ok: false, error: { code: 'vault/wrong-secret' } });
    later.rig.time.now += 60_000;
    valueOf(await later.wallet.unlock({ type: 'passphrase', passphrase: words }));
    if (id === undefined) throw new Error('nothing saved');
    const opened = valueOf(await later.wallet.open(id));
    expect(new TextDecoder().decode(opened.examined.raw)).toBe(text);
    expect(opened.examined.headline).toBe('unknown-issuer');
  });

  it('makes a backup of everything, also of a credential that a stranger has dated to the end of time', async () => {
    const world = await protectedWorld();
    const claims = JSON.parse(await badge()) as { issuer: object };
    const issuer = { ...claims.issuer, address: { type: ['Address'], addressCountryCode: 'NL' } };
    const [id] = (await keep(world, JSON.stringify({ ...claims, issuer, awardedDate: '9999-12-31T23:00:00Z' }))).saved;
    expect(world.wallet.state.get().list[0]?.summary.issuedOn).toBe('9999-12-31');
    const sheet = valueOf(await world.wallet.recoverySheet());
    const { bytes, count } = valueOf(await world.wallet.makeBackup('recovery-code'));
    expect(count).toBe(1);
    const other = await protectedWorld();
    expect(valueOf(await other.wallet.restore(bytes, { type: 'recovery', code: sheet.groups.join('') }, 'merge'))).toEqual({ added: 1, unreadable: [] });
    expect(other.wallet.state.get().list[0]?.summary.id).toBe(id);
  });

  it('shares with the own signature: the receiver reads who signed and that no key is named', async () => {
    const world = await protectedWorld();
    const ids = (await keep(world, await badge())).saved;
    const share = valueOf(await world.wallet.prepareShare(ids, settings));
    expect(share.seen).toMatchObject({ kind: 'share', headline: 'no-owner-key', label: 'Anna, Ward 3' });
    const seen = valueOf(await world.wallet.check({ ...world.received(share.presentation.bytes) }, 'none'));
    expect(seen).toMatchObject({ kind: 'share', headline: 'no-owner-key' });
    expect(credentialsIn(seen)[0]?.headline).toBe('unknown-issuer');
    valueOf(await world.wallet.recordShare(share, 'code', 'prepared'));
    valueOf(await world.wallet.recordShare(share, 'code', 'shown'));
    const [record, ...more] = world.wallet.state.get().vault.shares;
    expect(more).toHaveLength(0);
    expect(record).toMatchObject({ result: 'shown', receiver: 'Anna, Ward 3', proof: 'signed' });
    expect(record?.items[0]?.fields).toContain('M2');
    expect(record?.items[0]?.id).toBe(ids[0]);
  });

  it('proves the key that the credential names, and answers a challenge once (B79, B80)', async () => {
    const world = await protectedWorld();
    const { did } = valueOf(await world.wallet.address());
    const ids = (await keep(world, await badge(did))).saved;
    const first = ids[0];
    if (first === undefined) throw new Error('nothing saved');
    expect(valueOf(await world.wallet.open(first)).namesOurKey).toBe(true);
    const share = valueOf(await world.wallet.prepareShare(ids, { ...settings, proof: 'prove', challenge: 'code-4711' }));
    const bytes = share.presentation.bytes;
    const expected = { challenge: 'code-4711', domain: 'Anna, Ward 3' };
    const answer = valueOf(await world.wallet.check(world.received(bytes), expected));
    expect(answer).toMatchObject({ kind: 'share', headline: 'proven', axes: { holder: 'proven-now' } });
    expect(valueOf(await world.wallet.check(world.received(bytes), expected))).toMatchObject({ headline: 'wrong-receiver' });
    const other = await world.wallet.check(world.received(bytes), { challenge: 'code-9999', domain: 'Anna, Ward 3' });
    expect(valueOf(other)).toMatchObject({ headline: 'wrong-receiver' });
    expect(valueOf(await world.wallet.check(world.received(bytes), 'none'))).toMatchObject({ headline: 'proven', axes: { holder: 'proven-dated' } });
  });

  it('an ended share says so beside the credential\'s own verdict', async () => {
    const world = await protectedWorld();
    const ids = (await keep(world, await badge())).saved;
    const share = valueOf(await world.wallet.prepareShare(ids, settings));
    world.rig.time.now += 8 * 86_400_000;
    const seen = valueOf(await world.wallet.check(world.received(share.presentation.bytes), 'none'));
    expect(seen).toMatchObject({ kind: 'share', headline: 'share-ended' });
    expect(credentialsIn(seen)[0]?.headline).toBe('unknown-issuer');
  });

  it('a restored backup holds the same bytes and the same address', async () => {
    const world = await protectedWorld();
    const { did } = valueOf(await world.wallet.address());
    const text = await badge(did);
    const id = (await keep(world, text)).saved[0];
    valueOf(await world.wallet.confirm({ type: 'passphrase', passphrase: words }));
    const sheet = valueOf(await world.wallet.recoverySheet());
    const file = valueOf(await world.wallet.makeBackup('recovery-code'));
    const phone = await createNodeWorld();
    const code = sheet.groups.join(' ');
    valueOf(await phone.wallet.protectByPassphrase('another long passphrase', code));
    valueOf(await phone.wallet.restore(file.bytes, { type: 'recovery', code }, 'merge'));
    expect(phone.wallet.state.get().list.map(({ headline }) => headline)).toEqual(['unknown-issuer']);
    if (id === undefined) throw new Error('nothing saved');
    const opened = valueOf(await phone.wallet.open(id));
    expect(new TextDecoder().decode(opened.examined.raw)).toBe(text);
    expect(valueOf(await phone.wallet.address()).did).toBe(did);
  });
});
