import { expect, test } from 'vitest';
import { selectByPointers } from '../../../src/core/proofs/ecdsa-sd-2023/select-by-pointers.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const document = { '@context': ['a'], id: 'urn:1', issuer: { id: 'urn:2', name: 'A', url: 'b' }, list: [{ x: 1 }, { x: 2 }] };

test('pointers select a part, with the names and types of everything on the way', () => {
  expect(selectByPointers(document, ['/issuer/name', '/list/1'])).toEqual({ '@context': ['a'], id: 'urn:1', issuer: { id: 'urn:2', name: 'A' }, list: [{ x: 2 }] });
  expect(selectByPointers(document, ['/issuer/none'])).toBe('no-match');
  expect(selectByPointers(document, [])).toBeUndefined();
});

test('B41 fifty thousand pointers into one place take no longer than so many elsewhere', async () => {
  const { result, ms } = await cpuTimeOf(() => selectByPointers(document, Array.from({ length: 50_000 }, () => '/issuer/name')));
  expect(result).toEqual({ '@context': ['a'], id: 'urn:1', issuer: { id: 'urn:2', name: 'A' } });
  expect(ms).toBeLessThan(1_500);
});
