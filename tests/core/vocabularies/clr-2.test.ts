import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examineCredentialOf } from '../../support/examining.ts';
import { badge, cast, signJcs, signRaw } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const { issuer, other } = await cast();
const text = readFileSync(join(import.meta.dirname, '../../fixtures/credentials/json-credential/clr-2--record.json'), 'utf8');
const record = JSON.parse(text) as Document;
const inside = await signJcs(badge(issuer.did), issuer);

function recordOf(items: unknown): Document {
  const { proof: _proof, ...claims } = record;
  return { ...claims, issuer: other.did, credentialSubject: { ...(record['credentialSubject'] as Document), verifiableCredential: items } };
}

describe('a learner record', () => {
  test('is read by its own name, with its holder, and lists how its parts belong together', async () => {
    const seen = await examineCredentialOf(text);
    expect([seen.vocabulary, seen.headline]).toEqual(['clr-2', 'unknown-issuer']);
    expect(seen.credential.title?.raw).toBe('Transcript of the summer school (sample)');
    expect(seen.credential.holder.names.map(({ raw }) => raw)).toEqual(['Mira Solberg']);
    expect(seen.elements.find(({ id }) => id === 'O4')).toMatchObject({
      state: 'stated',
      values: [{ path: '/credentialSubject/association/0', is: { kind: 'association', relation: 'isChildOf', source: 'Measuring Air Quality with Open Data', target: 'https://brightwater.example/records/1' } }],
    });
    expect(seen.credential.further.some(({ path }) => path.includes('association'))).toBe(false);
    expect(seen.credential.further.some(({ path }) => path.includes('verifiableCredential'))).toBe(false);
  });

  test('an id that several achievements of different names bear is told as an id, in whatever order they stand', async () => {
    const named = (id: string, name: string): Document => ({ id, type: ['Achievement'], name, description: 'd', criteria: { narrative: 'n' } });
    const targetsOf = async (achievement: readonly Document[]): Promise<unknown> => {
      const claims = recordOf([]);
      const association = [{ type: 'Association', associationType: 'isParentOf', sourceId: 'urn:uuid:1', targetId: 'urn:uuid:2' }];
      const seen = await examineCredentialOf({ ...claims, credentialSubject: { ...(claims['credentialSubject'] as Document), achievement, association } });
      return seen.elements.find(({ id }) => id === 'O4')?.values.map(({ is }) => is);
    };
    const is = { kind: 'association', relation: 'isParentOf', source: 'Nursing', target: 'urn:uuid:2' };
    const several = [named('urn:uuid:1', 'Nursing'), named('urn:uuid:2', 'Anatomy'), named('urn:uuid:2', 'First aid'), named('urn:uuid:2', 'Anatomy')];
    expect(await targetsOf(several)).toEqual([is]);
    expect(await targetsOf(several.toReversed())).toEqual([is]);
    expect(await targetsOf([...several.slice(0, 2), named('urn:uuid:2', 'Anatomy')])).toEqual([{ ...is, target: 'Anatomy' }]);
  });

  test('who created an achievement of the record itself is its awarding body, beside the issuer', async () => {
    const claims = recordOf([]);
    const bodiesOf = async (creator?: Document): Promise<unknown> => {
      const achievement = { id: 'urn:uuid:1', type: ['Achievement'], name: 'Nursing', ...(creator === undefined ? {} : { creator }) };
      const subject = { ...(claims['credentialSubject'] as Document), achievement };
      const seen = await examineCredentialOf({ ...claims, issuer: { id: other.did, name: 'Registrar' }, credentialSubject: subject });
      return seen.elements.find(({ id }) => id === 'M4')?.values.map(({ raw }) => raw);
    };
    expect(await bodiesOf({ id: 'urn:d', type: ['Profile'], name: 'School of Care' })).toEqual(['School of Care']);
    expect(await bodiesOf({ id: 'urn:d', type: ['Profile'] })).toEqual(['Registrar']);
    expect(await bodiesOf()).toEqual(['Registrar']);
  });

  test('each part is examined on its own bytes and has a verdict of its own', async () => {
    const seen = await examineCredentialOf(text);
    const [json, token] = seen.parts ?? [];
    if (json?.kind !== 'credential' || token?.kind !== 'credential') throw new Error('two parts');
    expect([json.headline, json.vocabulary, token.headline, token.format]).toEqual(['unknown-issuer', 'open-badges-3', 'unknown-issuer', 'jwt-credential']);
    expect(text).toContain(new TextDecoder().decode(json.raw));
    expect((await examineCredentialOf(new TextDecoder().decode(json.raw))).headline).toBe('unknown-issuer');
  });

  test('a record that holds changes nothing of a part that does not, nor the other way round', async () => {
    const seen = await examineCredentialOf(await signJcs(recordOf([inside, { ...inside, name: 'Other' }, 'eyJ', 7]), other));
    expect(seen.headline).toBe('unknown-issuer');
    expect(seen.parts?.map((part) => part.class)).toEqual(['unconfirmed', 'invalid', 'refused', 'refused']);
    const changed = await examineCredentialOf({ ...(await signJcs(recordOf([inside]), other)), name: 'Other' });
    expect([changed.headline, changed.parts?.[0]?.class]).toEqual(['altered', 'unconfirmed']);
  });

  test('as a token, one part alone and parts of several subjects', async () => {
    const claims = recordOf(inside);
    const alone = await examineCredentialOf(await signRaw({ alg: 'EdDSA', kid: other.verificationMethod, typ: 'vc+jwt' }, claims, other));
    expect([alone.headline, alone.vocabulary, alone.parts?.map((part) => part.class)]).toEqual(['unknown-issuer', 'clr-2', ['unconfirmed']]);
    const older = await examineCredentialOf(await signRaw({ alg: 'EdDSA', kid: other.verificationMethod, typ: 'JWT' }, { iss: other.did, vc: claims }, other));
    expect(older.parts?.map((part) => part.class)).toEqual(['unconfirmed']);
    const subject = claims['credentialSubject'] as Document;
    const several = await examineCredentialOf(await signJcs({ ...claims, credentialSubject: [subject, { ...subject, verifiableCredential: [inside, inside] }] }, other));
    expect(several.parts?.length).toBe(3);
  });

  test('B06 records within records are opened three deep', async () => {
    let nested = inside;
    for (let depth = 0; depth < 4; depth += 1) nested = await signJcs(recordOf([nested]), other);
    let seen = await examineCredentialOf(nested);
    for (let depth = 0; depth < 3; depth += 1) {
      const [part] = seen.parts ?? [];
      if (part?.kind !== 'credential') throw new Error('a record');
      seen = part;
    }
    expect(seen.parts).toMatchObject([{ kind: 'unreadable', error: { code: 'open/too-deep' } }]);
  });

  test('what a part would have to ask is asked for the whole', async () => {
    const { proof: _proof, ...unsigned } = inside;
    const hosted = { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id: 'https://badges.example.org/1', badge: {}, recipient: {}, verification: { type: 'hosted' } };
    const seen = await examineCredentialOf(await signJcs(recordOf([unsigned, hosted]), other));
    expect(seen.wants).toEqual([{ url: 'https://badges.example.org/1', purpose: 'credential' }]);
  });
});
