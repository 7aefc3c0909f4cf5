import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { examineBytes } from '../../support/examining.ts';

const token = readFileSync('tests/fixtures/credentials/sd-jwt/open-badges-3--typed.txt', 'utf8').trim();

/** The same token with members of its header or payload replaced; the signature stays. */
function withMembers(part: 0 | 1, members: object): string {
  const [jwt = '', ...disclosures] = token.split('~');
  const parts = jwt.split('.');
  const read = JSON.parse(Buffer.from(parts[part] ?? '', 'base64url').toString()) as object;
  parts[part] = Buffer.from(JSON.stringify({ ...read, ...members })).toString('base64url');
  return [parts.join('.'), ...disclosures].join('~');
}

test.each(['vct', '_sd_alg', 'iss', 'exp', 'status', 'cnf', 'vct#integrity'])('an object as %s is altered or not checked, and is still read', async (member) => {
  const seen = await examineBytes(withMembers(1, { [member]: { a: 'b' } }));
  expect(seen).toMatchObject({ kind: 'credential' });
  expect(['invalid', 'unknown']).toContain(seen.class);
});

test.each(['alg', 'typ', 'kid', 'x5c'])('an object as %s in the header is never a pass', async (member) => {
  const seen = await examineBytes(withMembers(0, { [member]: { a: 'b' } }));
  expect(['invalid', 'unknown', 'refused']).toContain(seen.class);
});
