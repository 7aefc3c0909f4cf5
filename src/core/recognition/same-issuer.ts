import type { ExaminedCredential } from '../model/examination.ts';
import { isGlobalId } from '../model/same-text.ts';

/** Who issued what, as far as signatures and lists show it; what a credential claims of itself shows nothing. */
export interface Issuers {
  /** These ids as this issuer says them: two that share one of the keys are of one issuer. */
  readonly keysOf: (item: ExaminedCredential, ids: readonly string[]) => readonly string[];
  readonly isSame: (one: ExaminedCredential, other: ExaminedCredential) => boolean;
  /** A list of others, or the website of a listed institution, knows the key. */
  readonly isKnown: (item: ExaminedCredential) => boolean;
}

export function createIssuers(items: readonly ExaminedCredential[]): Issuers {
  const found = new Map(items.map((item) => [item, new Set(signsOf(item))]));
  const of = (item: ExaminedCredential): ReadonlySet<string> => found.get(item) ?? new Set(signsOf(item));
  return {
    keysOf: (item, ids) => ids.flatMap((id) => [...of(item)].map((sign) => `${id} ${sign}`)),
    isSame: (one, other) => one === other || [...of(one)].some((sign) => of(other).has(sign)),
    isKnown,
  };
}

export function isKnown({ axes: { issuer } }: ExaminedCredential): boolean {
  return issuer === 'listed' || issuer === 'vouched-by-domain';
}

/** The key, the DID that it was read from, the name on a list; where a page of the issuer confirmed it, the issuer's address. */
function signsOf(item: ExaminedCredential): readonly string[] {
  const { signer, issuerMatch, credential, checks } = item;
  // A key that came along in the file is nobody's, whatever it calls itself; and a document that was added as a file anybody can write.
  const isBound = checks.every((check) => check.id !== 'binding' || (check.state === 'passed' && check.basis !== 'file'));
  const did = isBound ? /^did:[^#?/]+/.exec(signer?.verificationMethod ?? '')?.[0] : undefined;
  const { id } = credential.issuer;
  return [
    ...(signer === undefined ? [] : [`key ${signer.keyThumbprint}`]),
    ...(did === undefined ? [] : [`did ${did}`]),
    ...(isKnown(item) && issuerMatch !== undefined ? [`name ${issuerMatch.name}`] : []),
    ...(signer === undefined ? [`id ${id !== undefined && isGlobalId(id.raw) ? id.raw : ''}`] : []),
  ];
}
