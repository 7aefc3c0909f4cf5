import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCharterUniversities } from '../../../src/core/trust/charter-universities/read.ts';
import { namedHosts, ownDomains, siteOf } from '../../../src/core/trust/charter-universities/own-domains.ts';
import { readTrustList } from '../../../src/core/trust/registry.ts';
import { toInstant } from '../../../src/core/model/instant.ts';
import type { TrustRegister } from '../../../src/core/model/trust.ts';

const columns = ['erasmusCode', 'pic', 'name', 'city', 'country', 'website', 'end'];
const rows = [
  ['AT A01', '1', 'North University', 'A', 'AT', 'www.north.example', '2029-12-31'],
  ['AT A02', '2', 'South University', 'A', 'AT', 'https://south.example/en/', '2029-12-31'],
  ['AT A03', '3', 'School on a shared site', 'A', 'AT', 'https://sites.example/school-3', '2029-12-31'],
  ['AT A04', '4', 'First of two', 'A', 'AT', 'http://both.example', '2029-12-31'],
  ['AT A05', '5', 'Second of two', 'A', 'AT', 'http://both.example/', '2029-12-31'],
  ['AT A06', '6', 'Network of schools', 'A', 'AT', 'http://network.example', '2029-12-31'],
  ['AT A07', '7', 'One of the schools', 'A', 'AT', 'http://one.network.example', '2029-12-31'],
  ['AT A08', '8', 'Former University', 'A', 'AT', 'http://former.example', '2024-12-31'],
  ['AT A09', '9', 'No site', 'A', 'AT', 'north example', '2029-12-31'],
];
const at = toInstant(Date.UTC(2026, 10, 22));

async function register(): Promise<TrustRegister> {
  const file = { kind: 'mecum/1/charter-universities', title: 'Charter', operator: 'EC', edition: '2026-04-08', columns, rows };
  const read = await readTrustList({ bytes: new TextEncoder().encode(JSON.stringify(file)) });
  if (read === undefined) throw new Error('the list is one');
  return read;
}

const nameFor = async (controller: string, when = at): Promise<string | undefined> =>
  (await register()).lookUp({ controller, keyThumbprint: 'k', at: when })[0]?.name;

describe('who owns the domain that a key was fetched from', () => {
  test.each([
    ['did:web:north.example', 'North University'],
    ['did:web:www.north.example', 'North University'],
    ['did:web:badges.north.example:issuers:7', 'North University'],
    ['https://credentials.south.example/issuers/1', 'South University'],
    ['did:web:network.example', 'Network of schools'],
    ['did:web:one.network.example', 'One of the schools'],
    ['did:web:badges.one.network.example', 'One of the schools'],
  ])('%s is of %s', async (controller, name) => expect(await nameFor(controller)).toBe(name));

  test.each([
    ['a site that others share', 'did:web:sites.example'],
    ['a place on a shared site', 'did:web:sites.example:school-3'],
    ['a host that two rows name', 'did:web:both.example'],
    ['a name below a network, of nobody in the list', 'did:web:another.network.example'],
    ['a charter that is over', 'did:web:former.example'],
    ['a domain that begins alike', 'did:web:north.example.evil.example'],
    ['a domain that ends alike', 'did:web:evilnorth.example'],
    ['letters that look alike', 'did:web:xn--nrth-55d.example'],
    ['a page of a person', 'did:web:north.example:~mallory'],
    ['a page of a person, percent-encoded', 'did:web:north.example:%7Emallory'],
    ['a folder of people', 'did:web:north.example:people:mallory'],
    ['a host for people', 'did:web:students.north.example'],
    ['a file in somebody’s repository', 'did:web:gitlab.north.example:mallory:keys:-:raw:main'],
    ['a file that somebody put there', 'https://north.example/uploads/issuer.json'],
    ['what an address answers to a question', 'https://north.example/show?file=issuer.json'],
    ['another port', 'did:web:north.example%3A8443'],
    ['another port of an address', 'https://north.example:8443/issuer'],
    ['an address without encryption', 'http://north.example/issuer'],
    ['a key without a host', 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'],
    ['the name itself', 'North University'],
  ])('%s vouches for nobody', async (_what, controller) => expect(await nameFor(controller)).toBeUndefined());

  test('a charter holds to the end of its last day everywhere, and no longer', async () => {
    expect(await nameFor('did:web:former.example', toInstant(Date.UTC(2025, 0, 1, 11)))).toBe('Former University');
    expect(await nameFor('did:web:former.example', toInstant(Date.UTC(2025, 0, 1, 13)))).toBeUndefined();
  });

  test('says where it is from, and names nobody without a controller', async () => {
    const { meta, lookUp } = await register();
    expect(meta).toMatchObject({ kind: 'charter-universities', edition: '2026-04-08', operator: 'EC', signature: 'unsigned' });
    expect(lookUp({ keyThumbprint: 'k', at })).toEqual([]);
    expect(lookUp({ controller: 'did:web:north.example', keyThumbprint: 'k', at })[0]).toMatchObject({ basis: 'vouched-by-domain', domain: 'north.example', list: 'Charter, 2026-04-08' });
  });
});

test.each([['www.x.example', 'x.example', true], ['https://x.example/en-GB/', 'x.example', true], ['http://x.example/index.php', 'x.example', true], ['x.example/a/b', 'x.example', false], ['http://x.example/?p=1', 'x.example', true]])(
  'the site %s',
  (website, host, isFront) => expect(siteOf(website)).toEqual({ host, isFront }),
);
test.each(['', 'mailto:a@x.example', 'x', 'http://x.example / http://y.example', 'http://élysée.example', '192.168.1.1', 'http//x.example y'])('no site: %s', (website) => expect(siteOf(website)).toBeUndefined());

test.each([[{ columns: ['name'] }], [{ rows: [['a']] }], [{ rows: 'none' }], [{ kind: 'mecum/1/other' }]])('a list of another shape is none: %j', async (change) => {
  const file = { kind: 'mecum/1/charter-universities', title: 'T', operator: 'O', edition: '2026-04-08', columns, rows, ...change };
  expect((await readCharterUniversities({ bytes: new TextEncoder().encode(JSON.stringify(file)) })).ok).toBe(false);
});

describe('the list that the app ships', () => {
  const names = readdirSync('public/lists');
  const bytes = new Uint8Array(readFileSync(`public/lists/${names.find((name) => name.startsWith('charter-')) ?? ''}`));
  const shipped = JSON.parse(new TextDecoder().decode(bytes)) as { readonly rows: readonly (readonly string[])[]; readonly source: string; readonly edition: string };
  const asRows = shipped.rows.map(([, , name = '', , country = '', website = '', end = '']) => ({ name, country, website, end }));

  test('is the edition of 8 April 2026 with its counts and its source', () => {
    expect(shipped.edition).toBe('2026-04-08');
    expect(shipped.source).toContain('a28eb58c03c4028804e71966d72f1ac03d38b85f');
    expect(shipped.rows).toHaveLength(6_142);
    expect(new Set(asRows.map(({ country }) => country)).size).toBe(37);
  });

  test('names a domain of one institution alone for most of them', () => {
    const owned = ownDomains(asRows);
    expect({ named: namedHosts(asRows).size, owned: owned.size, exact: [...owned.values()].filter(({ isExact }) => isExact).length }).toEqual({ named: 5_561, owned: 5_349, exact: 17 });
    for (const shared of ['sites.google.com', 'facebook.com', 'agora.xtec.cat', 'portal.edu.gva.es', 'provincedeliege.be', 'juntadeandalucia.es', 'mvr.bg']) expect(owned.has(shared), shared).toBe(false);
    expect(owned.get('czu.cz')).toMatchObject({ isExact: false });
    expect(owned.get('educagri.fr')?.isExact ?? true).toBe(true);
  });

  test('is read whole', async () => {
    const register = await readTrustList({ bytes });
    expect(register?.lookUp({ controller: 'did:web:credentials.uni-hannover.de', keyThumbprint: 'k', at })[0]).toMatchObject({ name: 'GOTTFRIED WILHELM LEIBNIZ UNIVERSITAET HANNOVER', domain: 'uni-hannover.de' });
  });
});
