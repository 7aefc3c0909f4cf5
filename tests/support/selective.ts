import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import { fixtureSeeds } from '../../src/tools/sampling/sample-keys.ts';
import { createCurveKey } from '../../src/tools/sampling/sign-selective.ts';
import type { CurveKey } from '../../src/tools/sampling/sign-selective.ts';

type Document = Record<string, unknown>;

/** Keys that are always the same and protect nothing. */
export async function selectiveCast(): Promise<{ issuer: CurveKey; other: CurveKey; holder: CurveKey }> {
  const [issuer, other, holder] = await Promise.all(['issuer', 'other issuer', 'holder'].map((label) => createCurveKey(fixtureSeeds(label), 'ES256')));
  if (issuer === undefined || other === undefined || holder === undefined) throw new Error('three keys were asked for');
  return { issuer, other, holder };
}

export const strongSalt = 'MDEyMzQ1Njc4OWFiY2RlZg';

/** A disclosure of any shape, as text. */
export function disclosure(...parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** A disclosure of one claim with a good salt. */
export function claim(name: string, value: unknown): string {
  return disclosure(strongSalt, name, value);
}

export function digestOf(text: string, algorithm = 'sha256'): string {
  return createHash(algorithm).update(text).digest('base64url');
}

/** The smallest SD-JWT VC: what a test adds stands beside it; `undefined` takes a member away. */
export function vcPayload(key: CurveKey, changes: Document = {}): Document {
  const payload = { iss: key.did, vct: 'VerifiableMicroCredential', title: 'A title', iat: 1_780_000_000, ...changes };
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
}

export interface SignOptions {
  readonly header?: Document;
  readonly keyBinding?: string;
}

/** Any payload with any disclosures, signed as it stands: the way to a signature that fits around a broken SD-JWT. */
export async function signSelective(payload: Document, disclosures: readonly string[], key: CurveKey, { header = {}, keyBinding = '' }: SignOptions = {}): Promise<string> {
  const protectedHeader = { alg: key.alg, typ: 'dc+sd-jwt', kid: key.kid, ...header };
  const written = Object.fromEntries(Object.entries(protectedHeader).filter(([, value]) => value !== undefined)) as { alg: string };
  const token = await new SignJWT(payload).setProtectedHeader(written).sign(key.privateKey);
  return [token, ...disclosures, keyBinding].join('~');
}
