import { readJwk } from '../encoding/read-key.ts';
import { readSafeAddress } from '../encoding/safe-address.ts';
import { leastFresh } from '../model/answers.ts';
import type { AnswerFor, Freshness, Want } from '../model/answers.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { KeyResolution } from '../model/public-key.ts';
import { notHere, readDocument, withWant } from './controller-document.ts';

const wellKnown = '/.well-known/jwt-vc-issuer';

/** One document on the way to a key: where it is asked for, and the answer. */
interface Asked {
  readonly document: JsonObject;
  readonly want: Want;
  readonly host: string;
  readonly from: Freshness;
}

/**
 * A key of an issuer of SD-JWT VCs at an https address, out of its metadata (SD-JWT VC 3.5), written as
 * `jwt-vc-issuer:<address>#<kid>`, or without `kid` where there is only one key. The metadata must name exactly this
 * issuer, and holds its keys or the one address where they are. The key's own id is then `<address>#<kid>`.
 */
export async function resolveIssuerMetadata(place: string, answerFor: AnswerFor): Promise<KeyResolution> {
  const [, issuer = '', kid] = /^jwt-vc-issuer:([^#]*)(?:#(.*))?$/s.exec(place) ?? [];
  const address = metadataAddress(issuer);
  if (address === undefined) return { outcome: 'not-here', why: 'issuer-address' };
  const metadata = ask(address, answerFor);
  if ('outcome' in metadata) return metadata;
  const { document } = metadata;
  // 3.5.2: the document of another issuer says nothing about this one.
  if (document['issuer'] !== issuer) return notHere('metadata-issuer', metadata);
  const { jwks, jwks_uri: jwksAddress } = document;
  if ((jwks === undefined) === (jwksAddress === undefined)) return notHere('metadata-keys', metadata);
  if (isJsonObject(jwks)) return withWant(findKey(jwks['keys'], issuer, kid, metadata), metadata.want);
  if (typeof jwksAddress !== 'string') return notHere('metadata-keys', metadata);
  const set = ask(jwksAddress, answerFor);
  if ('outcome' in set) return set;
  // Whose keys they are is what the metadata says: metadata that came as a file makes them nobody's, wherever they are.
  const from = leastFresh([metadata.from, set.from]) ?? metadata.from;
  return withWant(findKey(set.document['keys'], issuer, kid, { ...set, from }), metadata.from.basis === 'live' ? set.want : metadata.want);
}

/** 3.5.1: the well-known part stands between the host and the path; an address with more than these has no metadata. */
function metadataAddress(issuer: string): string | undefined {
  const parts = /^(https:\/\/[^/?#]+)(\/[^?#]*)?$/.exec(issuer);
  return parts === null ? undefined : `${parts[1] ?? ''}${wellKnown}${(parts[2] ?? '').replace(/\/$/, '')}`;
}

function ask(address: string, answerFor: AnswerFor): Asked | KeyResolution {
  const safe = readSafeAddress(address);
  if (!safe.ok) return { outcome: 'not-here', why: String(safe.error.facts['why']) };
  const { url, host } = safe.value;
  const want: Want = { url, purpose: 'key' };
  const answer = answerFor(url) ?? answerFor(address);
  if (answer === undefined) return notHere('not-asked', { want, host });
  const from = { basis: answer.basis, at: answer.at };
  const document = readDocument(answer);
  return document === undefined || document === 'too-large' ? notHere('no-document', { want, host, from }) : { document, want, host, from };
}

/** The key of exactly this `kid`, once; without `kid` the only one there is. */
function findKey(keys: JsonValue | undefined, issuer: string, kid: string | undefined, asked: Asked): KeyResolution {
  const all = Array.isArray(keys) ? (keys as readonly JsonValue[]).filter(isJsonObject) : [];
  const found = kid === undefined ? all : all.filter((key) => key['kid'] === kid);
  const [jwk] = found;
  if (jwk === undefined || found.length !== 1) {
    const why = found.length > 1 ? 'several-keys' : 'not-in-document';
    return asked.from.basis === 'live' ? { outcome: 'not-here', why, host: asked.host, from: asked.from } : notHere(why, asked);
  }
  const reading = readJwk(jwk);
  if (reading.outcome === 'unsupported') return { outcome: 'method-unknown', method: `key:${reading.kind}` };
  if (reading.outcome === 'malformed') return notHere(`method-${reading.why}`, asked);
  const name = kid ?? jwk['kid'];
  return {
    outcome: 'key',
    key: {
      ...reading.key,
      id: `${issuer}#${typeof name === 'string' ? name : ''}`,
      controller: issuer,
      relationships: jwk['use'] === 'enc' ? [] : ['assertionMethod'],
      from: asked.from,
    },
  };
}
