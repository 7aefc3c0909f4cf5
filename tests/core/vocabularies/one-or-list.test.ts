import { describe, expect, test } from 'vitest';
import { vocabularyFor } from '../../../src/core/vocabularies/registry.ts';
import type { JsonObject } from '../../../src/core/model/json.ts';
import { plain, fullBadge } from '../../support/signing.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every place of a leaf, the packing left out. */
function leavesOf(value: Json, place: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [place];
  return Object.entries(value).flatMap(([key, inner]) => (key === '@context' || key === 'type' ? [] : leavesOf(inner, [...place, key])));
}

function wrapped(document: Json, place: readonly string[], times: number): Json {
  const copy = structuredClone(document);
  let here = copy as Record<string, Json>;
  for (const step of place.slice(0, -1)) here = here[step] as Record<string, Json>;
  const last = place.at(-1) ?? '';
  here[last] = Array.from({ length: times }, () => here[last] ?? null);
  return copy;
}

/** What is shown, without the places where it stands and without the claims that are listed as they are. */
async function shown(document: Json): Promise<string> {
  const claims = document as JsonObject;
  const { further: _further, ...credential } = (await vocabularyFor(claims).load())(claims);
  return JSON.stringify(credential, (key, value: unknown) => (key === 'path' || key === 'raw' ? undefined : value));
}

describe.each([
  ['a badge', fullBadge('did:example:issuer')],
  ['a plain credential', plain('did:example:issuer')],
])('%s', (_name, claims) => {
  const document = claims as Json;
  test.each(leavesOf(document).map((place) => [place.join('/'), place] as const))('%s as a list of one reads the same', async (_path, place) => {
    expect(await shown(wrapped(document, place, 1))).toBe(await shown(document));
  });
});
