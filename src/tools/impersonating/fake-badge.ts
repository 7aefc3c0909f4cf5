import { badgeClaims } from '../sampling/sample-claims.ts';
import { createEdwardsKey } from '../sampling/sample-keys.ts';
import type { EdwardsKey } from '../sampling/sample-keys.ts';
import { signCredential } from '../sampling/sign-samples.ts';
import type { DocumentKey, SampleSuite } from '../sampling/sign-samples.ts';
import type { Casting, Document, ImpostorAnswer } from './impostor.ts';
import type { University } from './universities.ts';

/** A picture of one dot, in place of a seal or logo. */
const logo = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** All that a university would write of itself; anybody can copy it. */
function profileOf({ name, domain }: University, id: string, changes: Document = {}): Document {
  return { id, type: ['Profile'], name, url: `https://${domain}/`, email: `registry@${domain}`, image: { id: logo, type: 'Image' }, ...changes };
}

interface FakeOptions {
  readonly suite?: SampleSuite;
  readonly issuer?: Document;
  readonly changes?: Document;
  readonly isOver?: boolean;
}

const ownContexts: Partial<Readonly<Record<SampleSuite, Parameters<typeof badgeClaims>[1]>>> = { Ed25519Signature2020: 'ed25519-2020', Ed25519Signature2018: 'ed25519-2018' };

/** The claims of a badge in the name of a university, by whoever `issuer` is. */
export function fakeClaims(university: University, issuerId: string, { dates }: Casting, options: FakeOptions = {}): Document {
  const { suite, issuer = {}, changes = {}, isOver = false } = options;
  const period = isOver ? { validFrom: dates.longPast, validUntil: dates.past } : { validFrom: dates.past };
  const claims = badgeClaims({ issuer: issuerId, id: `https://${university.domain}/credentials/1`, ...period }, suite === undefined ? undefined : ownContexts[suite]);
  return { ...claims, image: { id: logo, type: 'Image' }, issuer: profileOf(university, issuerId, issuer), ...changes };
}

/** The same, signed with a Data Integrity proof that fits. */
export async function fakeBadge(university: University, key: DocumentKey, casting: Casting, options: FakeOptions = {}): Promise<Document> {
  const { suite = 'eddsa-rdfc-2022', isOver = false } = options;
  const created = isOver ? casting.dates.longPast : casting.dates.past;
  return signCredential(fakeClaims(university, key.did, casting, options), suite, key, created);
}

/** A key that says it belongs to any controller: a DID on the web, or an address. */
export async function createKeyOf(controller: string, seed: Uint8Array, fragment = 'key-0'): Promise<EdwardsKey> {
  const key = await createEdwardsKey(seed);
  const verificationMethod = `${controller}#${fragment}`;
  key.multikey.id = verificationMethod;
  key.multikey.controller = controller;
  key.key2020.id = verificationMethod;
  key.key2020.controller = controller;
  return { ...key, did: controller, verificationMethod };
}

/** The document of a controller, with the one key of it. */
export function controllerDocument({ did, verificationMethod, multikey }: EdwardsKey): Document {
  const method = { id: verificationMethod, type: 'Multikey', controller: did, publicKeyMultibase: multikey.publicKeyMultibase };
  return { id: did, verificationMethod: [method], assertionMethod: [verificationMethod] };
}

/** An address answers this document. */
export function answers(url: string, document: Document, basis: ImpostorAnswer['basis'] = 'live'): ImpostorAnswer {
  return { url, text: JSON.stringify(document), basis };
}
