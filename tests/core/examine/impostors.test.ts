import { describe, expect, test } from 'vitest';
import { credentialsIn } from '../../../src/core/model/examination.ts';
import type { Impostor } from '../../../src/tools/impersonating/impostor.ts';
import { examineImpostor, genuine, impostors } from '../../support/impersonating.ts';

function named(each: readonly Impostor[]): readonly (readonly [string, Impostor])[] {
  return each.map((one) => [`${one.name}: ${one.pretends.name}`, one] as const);
}

describe('correctly signed fakes in the name of real universities', () => {
  test('there are at least 60 of them, of 16 universities, each in a way of its own', () => {
    expect(impostors.length).toBeGreaterThanOrEqual(60);
    expect(new Set(impostors.map(({ name }) => name)).size).toBe(impostors.length);
    expect(new Set(impostors.map(({ pretends }) => pretends.domain)).size).toBe(16);
  });

  test.each(named(impostors))('B89 %s is never valid in that name', async (_name, impostor) => {
    const seen = await examineImpostor(impostor);
    expect(seen.class).toBe(impostor.class);
    const credentials = credentialsIn(seen);
    expect(credentials.length).toBeGreaterThan(0);
    for (const credential of credentials) {
      if (impostor.names === undefined) expect(credential.class).not.toBe('valid');
      expect(credential.issuerMatch?.name).toBe(impostor.names);
    }
  });

  test('who is named where somebody is, is never who they pretend to be, but for a status list that is not the issuer’s', () => {
    const others = impostors.filter(({ names }) => names !== undefined);
    expect(others.filter(({ names, pretends }) => names === pretends.name).every(({ name, class: expected }) => name.startsWith('list-') && expected === 'unknown')).toBe(true);
  });
});

describe('the positive twins', () => {
  test.each(named(genuine))('%s', async (_name, twin) => {
    const seen = await examineImpostor(twin);
    expect(seen.class).toBe(twin.class);
    const [credential] = credentialsIn(seen);
    expect(credential?.issuerMatch?.name).toBe(twin.names);
  });
});
