import { annexOne, annexOneBadge, annexOneEuropean, annexOneFlat } from './annex-one-claims.ts';
import { brightwater } from './elm-claims.ts';
import { jsonSample, known } from './json-samples.ts';
import type { Sample } from './sample.ts';
import type { SampleDates } from './sample-dates.ts';
import { createEdwardsKey, edwardsTokenKey } from './sample-keys.ts';
import type { SeedSource } from './sample-keys.ts';
import { createSealAuthority } from './seal-authority.ts';
import { sealCredential } from './seal-credential.ts';
import { signToken } from './sign-samples.ts';
import { createCurveKey, issueSelective } from './sign-selective.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The same micro-credential sealed as a European credential, signed as an Open Badge and issued as an SD-JWT VC. */
export async function annexOneSamples(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  const more = { stated: 11, title: annexOne.title };
  const sealer = await (await createSealAuthority(dates.past)).createSealer(brightwater, {});
  const sealed = await sealCredential(annexOneEuropean('urn:credential:0f4f3d6c-0b9e-4c52-9a6f-7a0d5a2f8c33'), sealer, { sealedAt: dates.past });
  const key = edwardsTokenKey(await createEdwardsKey(seeds('issuer')));
  const badge = await signToken(annexOneBadge(key.issuer, 'https://brightwater.example/credentials/annex-one'), key, 'vc+jwt');
  const curve = await createCurveKey(seeds('issuer'), 'ES256');
  const flat = await issueSelective(annexOneFlat(curve.did, 'MC-2026-0007'), { _sd: ['givenName', 'familyName'] }, curve);
  return [
    jsonSample('european-learning-model', 'annex-one', sealed, { ...known('valid', 'jades'), ...more }, 'jws-json'),
    { name: 'jwt-credential/open-badges-3--annex-one', extension: 'jwt', bytes: encode(badge), expected: { ...known('valid', 'jws'), ...more, format: 'jwt-credential', vocabulary: 'open-badges-3' } },
    { name: 'sd-jwt/micro-credential--annex-one', extension: 'txt', bytes: encode(flat), expected: { ...known('valid', 'sd-jwt'), ...more, format: 'sd-jwt', vocabulary: 'micro-credential' } },
  ];
}
