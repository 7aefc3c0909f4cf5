import type { CredentialHeadline } from '../../core/model/verdict.ts';
import { encodeBase64 } from '../../core/encoding/base64.ts';
import { encodeUtf8 } from '../../core/encoding/utf8.ts';
import { makePdf, makePng, makeSvg, makeZip, textChunk } from './make-packings.ts';
import type { Expected, Sample, SampleKind } from './sample.ts';
import { badgeClaims } from './sample-claims.ts';
import type { SampleDates } from './sample-dates.ts';
import { createEdwardsKey, edwardsTokenKey } from './sample-keys.ts';
import type { SeedSource } from './sample-keys.ts';
import { signCredential } from './sign-samples.ts';
import { alterToken, makeToken } from './token-samples.ts';

/** One credential in two forms, as it is packed. */
interface Packed {
  readonly kind: Extract<SampleKind, 'valid' | 'altered' | 'foreign'>;
  readonly json: string;
  readonly token: string;
}

/** The same badge in every packing: good, changed, and signed by a key that is not its issuer's. */
export async function packingSamples(dates: SampleDates, seeds: SeedSource): Promise<readonly Sample[]> {
  const [issuer, other] = await Promise.all([createEdwardsKey(seeds('issuer')), createEdwardsKey(seeds('other issuer'))]);
  const claims = (did: string): Record<string, unknown> => badgeClaims({ issuer: did, id: 'https://brightwater.example/credentials/packed', validFrom: dates.past });
  const sign = async (did: string): Promise<string> => JSON.stringify(await signCredential(claims(did), 'eddsa-rdfc-2022', issuer, dates.past));
  const [json, foreignJson] = [await sign(issuer.did), await sign(other.did)];
  const token = await makeToken('vc-jwt-2', edwardsTokenKey(issuer), { validFrom: dates.past });
  const foreignToken = await makeToken('vc-jwt-2', { ...edwardsTokenKey(issuer), issuer: other.did }, { validFrom: dates.past });
  const forms: readonly Packed[] = [
    { kind: 'valid', json, token },
    { kind: 'altered', json: json.replace('"8.5"', '"9.5"'), token: alterToken(token) },
    { kind: 'foreign', json: foreignJson, token: foreignToken },
  ];
  return forms.flatMap((form) => [...images(form), ...texts(form), ...folders(form)]);
}

function headline(kind: Packed['kind']): CredentialHeadline {
  return kind === 'valid' ? 'unknown-issuer' : 'altered';
}

function ending(kind: Packed['kind']): string {
  return kind === 'valid' ? '' : `-${kind}`;
}

function alone(format: string, name: string, extension: Sample['extension'], bytes: Uint8Array, kind: Packed['kind'], suite: string): Sample {
  const expected: Expected = { kind, format, vocabulary: 'open-badges-3', suite, class: kind === 'valid' ? 'unconfirmed' : 'invalid', headline: headline(kind), title: 'Measuring Air Quality with Open Data' };
  return { name: `${format}/open-badges-3--${name}${ending(kind)}`, extension, bytes, expected };
}

function several(format: string, name: string, extension: Sample['extension'], bytes: Uint8Array, kind: Packed['kind'], parts: readonly CredentialHeadline[]): Sample {
  const isUnsigned = parts.includes('unsigned');
  const best = isUnsigned || parts.includes('not-checked') ? 'unknown' : 'unconfirmed';
  const expected: Expected = { kind, format, vocabulary: 'open-badges-3', suite: 'none', class: kind === 'valid' ? best : 'invalid', headline: 'collection', parts };
  return { name: `${format}/open-badges-3--${name}${ending(kind)}`, extension, bytes, expected };
}

function images({ kind, json, token }: Packed): readonly Sample[] {
  const decoration = textChunk('XML:com.adobe.xmp', '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>');
  const png = (name: string, chunk: Uint8Array, suite: string): Sample => alone('baked-png', name, 'png', makePng(decoration, chunk), kind, suite);
  const svg = (name: string, text: string, suite: string): Sample => alone('baked-svg', name, 'svg', encodeUtf8(text), kind, suite);
  return [
    png('json', textChunk('openbadgecredential', json), 'eddsa-rdfc-2022'),
    png('token', textChunk('openbadgecredential', token), 'jws'),
    png('compressed', textChunk('openbadgecredential', json, 'compressed'), 'eddsa-rdfc-2022'),
    svg('json', makeSvg('ob3', { json }), 'eddsa-rdfc-2022'),
    svg('token', makeSvg('ob3', { verify: token }), 'jws'),
  ];
}

function texts({ kind, json, token }: Packed): readonly Sample[] {
  const wrapped = (name: string, text: string, suite: string): Sample => alone('wrapped', name, text.startsWith('{') ? 'json' : 'txt', encodeUtf8(text), kind, suite);
  return [
    wrapped('object', JSON.stringify({ status: 'issued', credential: JSON.parse(json) as unknown }), 'eddsa-rdfc-2022'),
    wrapped('object-with-token', JSON.stringify({ format: 'jwt_vc_json', credential: token }), 'jws'),
    wrapped('json-in-json', JSON.stringify(json), 'eddsa-rdfc-2022'),
    wrapped('base64', encodeBase64(encodeUtf8(json)), 'eddsa-rdfc-2022'),
    wrapped('data-address', `data:application/vc+jwt,${token}`, 'jws'),
  ];
}

function folders({ kind, json, token }: Packed): readonly Sample[] {
  const own = headline(kind);
  const wallet = [
    {
      '@context': ['https://w3id.org/wallet/v1'],
      id: 'urn:uuid:0e6b0c2a-52d1-4f6b-9a8e-6f5f0a1c2b3d',
      type: 'UniversalWallet2020',
      status: 'UNLOCKED',
      contents: [
        { '@context': ['https://www.w3.org/ns/did/v1'], id: 'did:key:z6MkSample', verificationMethod: [] },
        { id: 'did:key:z6MkSample#key', type: 'Ed25519VerificationKey2020', controller: 'did:key:z6MkSample', publicKeyMultibase: 'z6MkSample', privateKeyMultibase: 'zrvSampleThatIsNoKey' },
        { type: 'X25519KeyAgreementKey2020', privateKeyMultibase: 'zrvSampleThatIsNoKey' },
        { '@context': [], id: 'metadata', type: 'ProfileMetadata', data: { profileName: 'Mira' } },
        JSON.parse(json) as unknown,
      ],
    },
  ];
  const files = { 'README.txt': 'Two credentials and a picture.\n', 'badge.json': json, 'folder/token.jwt': token, 'folder/plain.png': makePng() };
  return [
    several('zip', 'folder', 'zip', makeZip(files), kind, [own, own]),
    several('pdf', 'attached', 'pdf', makePdf([json]), kind, [own, 'unsigned']),
    several('pdf', 'attached-deflated-signed', 'pdf', makePdf([json, token], { deflated: true, signed: true }), kind, [own, own, 'not-checked']),
    several('wallet-backup', 'contents', 'json', encodeUtf8(JSON.stringify(wallet, null, 2)), kind, [own]),
  ];
}
