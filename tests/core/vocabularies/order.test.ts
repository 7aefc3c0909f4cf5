import { describe, expect, test } from 'vitest';
import { titleOf } from '../../../src/core/model/credential-title.ts';
import type { ExaminedCredential } from '../../../src/core/model/examination.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { createStatement } from '../../../src/core/recognition/create-statement.ts';
import { summarize } from '../../../src/wallet/summarize.ts';
import { examineCredentialOf, examineShareOf, testNow } from '../../support/examining.ts';
import { european } from '../../support/sealing.ts';
import { createTestKey, signDocument } from '../../support/sign-proof.ts';
import { badge, presentation } from '../../support/signing.ts';
import type { Document } from '../../support/signing.ts';

const key = createTestKey(new Uint8Array(32).fill(7));

/** A copy with every array turned round, save the contexts and types: the same to a signature over RDF. */
function turned(value: unknown, member = ''): unknown {
  if (Array.isArray(value)) return member.startsWith('@') || member === 'type' ? value : value.map((item) => turned(item)).toReversed();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, turned(each, name)]));
}

async function bothWays(document: Document): Promise<readonly [ExaminedCredential, ExaminedCredential]> {
  const signed = await signDocument(document as JsonObject, key);
  const other = turned(signed);
  expect(other).not.toEqual(signed);
  return [await examineCredentialOf(signed), await examineCredentialOf(other)];
}

/** An achievement with a result description of its own. */
function achievement(name: string, more: Document = {}): Document {
  return {
    id: `urn:achievement:${name}`,
    type: ['Achievement'],
    name,
    description: `${name} in one term.`,
    criteria: { narrative: `Pass ${name}.` },
    resultDescription: [{ id: `urn:result:${name}`, type: ['ResultDescription'], name: `Exam ${name}`, resultType: 'RawScore', valueMax: '10' }],
    ...more,
  };
}

const image = (name: string): Document => ({ image: { id: `https://brightwater.example/${name}.png`, type: 'Image' } });

describe('the order of an array is nobody’s word', () => {
  test('a result stays with the achievement that describes it, whichever stands first', async () => {
    const document = badge(key.did, {
      credentialSubject: {
        type: ['AchievementSubject'],
        creditsEarned: 30,
        achievement: [achievement('Statistics'), achievement('Yoga')],
        result: [
          { type: ['Result'], resultDescription: 'urn:result:Yoga', value: '10' },
          { type: ['Result'], resultDescription: 'urn:result:Statistics', value: '6' },
        ],
      },
    });
    for (const seen of await bothWays(document)) {
      expect(seen.headline).toBe('unknown-issuer');
      const results = seen.credential.achievements.map(({ title, results: found }) => [title?.raw, found.map(({ value, name }) => [name?.raw, value.raw])]);
      expect(results).toContainEqual(['Yoga', [['Exam Yoga', '10']]]);
      expect(results).toContainEqual(['Statistics', [['Exam Statistics', '6']]]);
      // Credits of the subject name no achievement: they are shown as they stand, as nobody's workload.
      expect(seen.credential.achievements.flatMap(({ workloads }) => workloads)).toEqual([]);
      expect(seen.credential.further).toContainEqual({ path: '/credentialSubject/creditsEarned', text: '30' });
    }
  });

  test('one achievement has the credits and every result', async () => {
    const subject = { type: ['AchievementSubject'], creditsEarned: 30, achievement: [achievement('Statistics')], result: [{ type: ['Result'], value: '6' }] };
    const seen = await examineCredentialOf(badge(key.did, { credentialSubject: subject }));
    expect(seen.credential.achievements[0]?.workloads.map(({ raw }) => raw)).toEqual(['30']);
    expect(seen.credential.achievements[0]?.results.map(({ value }) => value.raw)).toEqual(['6']);
  });

  test('title, picture, country and names are the same; nothing that was said is left out', async () => {
    const address = (addressCountryCode: string): Document => ({ type: ['Address'], addressCountryCode });
    const [one, other] = await bothWays(
      badge(key.did, {
        issuer: { id: key.did, type: ['Profile'], name: ['Riverside', 'Brightwater'], address: [address('NL'), address('BE')] },
        credentialSubject: { type: ['AchievementSubject'], achievement: [achievement('Zoology', image('z')), achievement('Algebra', image('a'))] },
      }),
    );
    for (const seen of [one, other]) {
      expect(seen.headline).toBe('unknown-issuer');
      expect(seen.credential.title?.value).toEqual([{ text: 'Algebra' }]);
      expect(summarize(seen, 'received', testNow).title).toEqual([{ text: 'Algebra' }]);
      expect(seen.credential.image?.raw).toBe('https://brightwater.example/a.png');
      expect(seen.credential.issuer.name?.value).toEqual([{ text: 'Brightwater · Riverside' }]);
      const element = (id: string): unknown => seen.elements.find((reading) => reading.id === id)?.values.map(({ raw }) => raw).sort();
      expect([element('M2'), element('M3')]).toEqual([['Algebra', 'Zoology'], ['BE', 'NL']]);
    }
  });

  test('texts of several languages: one for each, several of one language together', async () => {
    const name = [{ '@value': 'Wheels', '@language': 'en' }, { '@value': 'Räder', '@language': 'de' }, { '@value': 'Bikes', '@language': 'en' }];
    const read = async (value: unknown): Promise<unknown> => (await examineCredentialOf(badge(key.did, { credentialSubject: { achievement: { name: value } } }))).credential.title?.value;
    const expected = [{ text: 'Räder', language: 'de' }, { text: 'Bikes · Wheels', language: 'en' }];
    expect(await read(name)).toEqual(expected);
    expect(await read(name.toReversed())).toEqual(expected);
    expect(await read({ en: ['Wheels', 'Bikes'], de: 'Räder' })).toEqual(expected);
  });

  test('a share tells all its receivers and its earliest end', async () => {
    const proofOf = async (domain: string, expires: string): Promise<unknown> =>
      (await signDocument(presentation(key.did, []) as JsonObject, key, { proof: { proofPurpose: 'authentication', domain, expires } }))['proof'];
    const proofs = [await proofOf('Harbour', '2027-01-01T00:00:00Z'), await proofOf('Airport', '2026-12-01T00:00:00Z')];
    for (const proof of [proofs, proofs.toReversed()]) {
      const seen = await examineShareOf(presentation(key.did, [], { proof }));
      expect(seen).toMatchObject({ axes: { unchanged: 'yes' }, label: 'Airport, Harbour', expires: Date.UTC(2026, 11, 1) });
    }
  });
});

describe('what a European record of several things is called', () => {
  test('after its display, not after the course that comes first in the alphabet; list, page and statement agree', async () => {
    const course = (title: string): Document => ({ id: `urn:claim:${title}`, type: 'LearningAchievement', title: { en: title }, awardedBy: { type: 'AwardingProcess', awardingBody: { id: 'urn:org:1', type: 'Organisation', legalName: { en: 'Brightwater University' } } } });
    const record = (courses: readonly string[]): Document => european({ displayParameter: { id: 'urn:display:1', type: 'DisplayParameter', title: { en: 'Transcript of records' } }, credentialSubject: { id: 'urn:person:1', type: 'Person', hasClaim: courses.map(course) } });
    for (const courses of [['Trade in the west', 'Axe making'], ['Axe making', 'Trade in the west']]) {
      const seen = await examineCredentialOf(record(courses));
      const [page] = createStatement([seen], { now: testNow, wallet: { name: 'Mecum', version: '0' }, holder: 'none', lists: [] }).credentials;
      expect([titleOf(seen), page?.title].map((title) => title?.[0]?.text)).toEqual(['Transcript of records', 'Transcript of records']);
    }
    expect(titleOf(await examineCredentialOf(record(['Axe making'])))[0]?.text).toBe('Axe making');
  });
});
