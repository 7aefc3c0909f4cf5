import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonize } from '../../../src/core/encoding/json-ld/canonize.ts';
import { canonicalProofOptions, presentationContext, proofOptionsOf } from '../../../src/core/encoding/proof-options.ts';
import type { ProofRequest } from '../../../src/core/encoding/proof-options.ts';
import { toInstant } from '../../../src/core/model/instant.ts';

const method = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';

function request(over: Partial<ProofRequest> = {}): ProofRequest {
  return {
    kind: 'di',
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod: method,
    created: toInstant(Date.UTC(2026, 10, 21, 12, 30, 5)),
    domain: 'anyone',
    challenge: 'f00dfeed',
    documentHash: new Uint8Array(32),
    ...over,
  };
}

/** What the JSON-LD processor makes of the same options under the context of our presentations. */
async function processed(from: ProofRequest): Promise<string> {
  const canonized = await canonize({ '@context': presentationContext, ...proofOptionsOf(from) });
  return canonized.outcome === 'ok' ? canonized.nquads : `refused: ${JSON.stringify(canonized)}`;
}

const hardTexts = [
  'a "quoted" name',
  'back\\slash \\n \\u0041',
  'line\nfeed\r\ntab\tend',
  'bell\u0007 delete\u007f null\u0000 form\u000c back\u0008 vertical\u000b',
  'Universität zu Köln – Prüfungsamt',
  'Ελλάδα · Україна · 日本大学 · جامعة',
  '\u200fright to left\u200e and \u2028 line separator',
  '👩‍🎓 graduate \u{1F600}',
  'https://example.org/?a=1&b=<2>#x',
  '_:c14n0 <http://example.org> "injected" .',
  '@en',
  ' ',
  'true',
  '12',
  'did:key:z6Mk',
];

describe('canonical proof options', () => {
  test('by template equal what the JSON-LD processor gives, for hard texts in domain and challenge', async () => {
    for (const text of hardTexts) {
      const one = request({ domain: text, challenge: `${text}!`, expires: toInstant(Date.UTC(2027, 0, 1)) });
      expect(canonicalProofOptions(one)).toBe(await processed(one));
      const other = request({ domain: 'anyone', challenge: text });
      expect(canonicalProofOptions(other)).toBe(await processed(other));
    }
  });

  test('by template equal what the JSON-LD processor gives, for any text and any instant', async () => {
    const instants = fc.integer({ min: 0, max: 253_402_300_799_999 }).map(toInstant);
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    const requests = fc.record({ domain: texts, challenge: texts, created: instants, expires: instants }, { requiredKeys: ['domain', 'challenge', 'created'] });
    await fc.assert(
      fc.asyncProperty(requests, async (over) => {
        const one = request(over);
        expect(canonicalProofOptions(one)).toBe(await processed(one));
      }),
      { numRuns: 300 },
    );
  });

  test('of the JCS suite are canonical JSON with the context of the document', () => {
    expect(canonicalProofOptions(request({ cryptosuite: 'eddsa-jcs-2022', domain: 'a "b"\n', expires: toInstant(Date.UTC(2027, 0, 1)) }))).toBe(
      '{"@context":["https://www.w3.org/ns/credentials/v2"],"challenge":"f00dfeed","created":"2026-11-21T12:30:05Z",' +
        '"cryptosuite":"eddsa-jcs-2022","domain":"a \\"b\\"\\n","expires":"2027-01-01T00:00:00Z","proofPurpose":"authentication",' +
        `"type":"DataIntegrityProof","verificationMethod":"${method}"}`,
    );
  });

  test('change with every member of the request', () => {
    const base = canonicalProofOptions(request());
    const others = [
      request({ domain: 'anyone ' }),
      request({ challenge: 'f00dfeee' }),
      request({ created: toInstant(Date.UTC(2026, 10, 21, 12, 30, 6)) }),
      request({ expires: toInstant(Date.UTC(2027, 0, 1)) }),
      request({ verificationMethod: `${method}x` }),
      request({ cryptosuite: 'eddsa-jcs-2022' }),
    ];
    expect(new Set([base, ...others.map(canonicalProofOptions)]).size).toBe(7);
  });
});
