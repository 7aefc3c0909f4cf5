import { describe, expect, it, test } from 'vitest';
import type { Answer, Want } from '../../src/core/model/answers.ts';
import { refuse, succeed } from '../../src/core/model/attempt.ts';
import { credentialsIn } from '../../src/core/model/examination.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import { createEdwardsKey, freshSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { saysNothing } from '../../src/wallet/says-nothing.ts';
import { testNow } from '../support/examining.ts';
import { createNodeWorld } from '../support/node-world.ts';
import { answered, bitstringEntry, bitstringList, listAddress, withStatus } from '../support/status-lists.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';

const bytesOf = (text: string) => ({ bytes: new TextEncoder().encode(text) });

describe('an answer that says nothing', () => {
  test.each(['{}', ' [ ] ', 'null', '', '{"error":"internal","status":500}', '{"type":"about:blank","title":"Not Found","status":404,"detail":"no"}', '[{"message":"later"}]', 'Service temporarily unavailable'])(
    'is a notice of a fault or empty: %s',
    (text) => expect(saysNothing(bytesOf(text))).toBe(true),
  );

  test.each([
    '{"id":"did:web:school.example"}', '{"kty":"OKP"}', '{"keys":[]}', '{"issuer":"https://a.example","jwks_uri":"https://a.example/k"}', '{"revoked": true}', '{"error":"x","revokedCredentials" : []}', '{"id":"did:web:school.example","deactivated":true}',
    '{"\\u0069d":"did:web:school.example"}', 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln', '{"vc":{}}', '[{"@context":[]}]', '\u0001\u00ff', `{"error":"${'x'.repeat(70_000)}"}`,
  ])('is none that could be a document, a key, a list, or a word against somebody: %.60s', (text) => expect(saysNothing(bytesOf(text))).toBe(false));
});

it('B62 an unhelpful answer takes no place: what was in force when it was asked stays so, dated, and a later cancellation still counts', async () => {
  const key = await createEdwardsKey(freshSeeds('issuer'));
  const answers: Readonly<Record<string, Pick<Answer, 'bytes'>>> = {
    good: answered(await bitstringList(key, [6], { validFrom: '2026-10-01T00:00:00Z' })),
    empty: bytesOf('{}'),
    fault: bytesOf('{"error":"try again","at":2}'),
    cancelled: answered(await bitstringList(key, [5], { validFrom: '2026-11-02T00:00:00Z' })),
  };
  let says = 'good';
  const { wallet, rig, received } = await createNodeWorld(undefined, async () => succeed({ ...answered({}), ...answers[says], at: toInstant(rig.time.now) }));
  rig.time.now = testNow;
  valueOf(await wallet.protectByPassphrase('eleven quiet lemons on the roof'));
  const file = received(JSON.stringify(await withStatus(key, bitstringEntry(), { id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000005' })));
  const review = valueOf(await wallet.receive(file));
  wallet.setPending(review);
  const [id] = valueOf(await wallet.save(review.items.map(({ examination }) => examination.id))).saved;
  if (id === undefined) throw new Error('nothing was saved');
  const want: Want = { url: listAddress, purpose: 'status-list' };
  const look = async (next: string) => {
    says = next;
    rig.time.now += 3 * 3_600_000;
    const codes = [];
    for (const room of ['wallet', 'check'] as const) {
      const asked = await wallet.ask(want, room);
      codes.push(asked.ok ? 'kept' : asked.error.code);
    }
    return [...codes, valueOf(await wallet.open(id)).examined.axes.status, credentialsIn(valueOf(await wallet.check(file, 'none')))[0]?.axes.status];
  };
  expect(await look('good')).toEqual(['kept', 'kept', 'in-force', 'in-force']);
  rig.time.now += 60_000;
  expect(await wallet.answerByFile(want, received('{}'), 'wallet')).toEqual(refuse('remote/says-nothing'));
  expect(valueOf(await wallet.open(id)).examined.axes.status, 'a wrong file takes no place either').toBe('in-force');
  for (const unhelpful of ['empty', 'fault', 'empty']) {
    expect(await look(unhelpful)).toEqual(['remote/says-nothing', 'remote/says-nothing', 'in-force-earlier', 'in-force-earlier']);
  }
  expect(await look('cancelled')).toEqual(['kept', 'kept', 'cancelled', 'cancelled']);
  expect(await look('empty')).toEqual(['remote/says-nothing', 'remote/says-nothing', 'cancelled', 'cancelled']);
});
