/** The base contexts: one of them stands first in every credential and presentation (VCDM 1.1 4.1, VCDM 2.0 4.3). */
export const credentialsV1 = 'https://www.w3.org/2018/credentials/v1';
export const credentialsV2 = 'https://www.w3.org/ns/credentials/v2';
export const dataIntegrityV1 = 'https://w3id.org/security/data-integrity/v1';
export const dataIntegrityV2 = 'https://w3id.org/security/data-integrity/v2';
export const ed25519Signature2018V1 = 'https://w3id.org/security/suites/ed25519-2018/v1';
export const ed25519Signature2020V1 = 'https://w3id.org/security/suites/ed25519-2020/v1';
export const didV1 = 'https://www.w3.org/ns/did/v1';
export const multikeyV1 = 'https://w3id.org/security/multikey/v1';
/** Of Open Badges 2.0; no secured document may name it, so that it is not among those below. */
export const openBadges2 = 'https://w3id.org/openbadges/v2';
export const openBadges300 = 'https://purl.imsglobal.org/spec/ob/v3p0/context.json';
export const openBadges301 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json';
export const openBadges302 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json';
export const openBadges303 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const openBadgesExtensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
/** The Open Badges 3.0 terms of early 2022, before they were final. */
export const openBadgesPlugfest = 'https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/jff-vc-edu-plugfest-1-context.json';
export const comprehensiveRecord200 = 'https://purl.imsglobal.org/spec/clr/v2p0/context.json';
export const comprehensiveRecord201 = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
export const digitalCredentialsV1 = 'https://w3id.org/dcc/v1';
export const bitstringStatusV1 = 'https://www.w3.org/ns/credentials/status/v1';
export const statusList2021V1 = 'https://w3id.org/vc/status-list/2021/v1';

/** Every context that a secured document may name, all of them bundled. Deliberately without `undefined-terms`, which gives every unknown term a meaning. */
export const bundledContextUrls: ReadonlySet<string> = new Set([
  credentialsV1,
  credentialsV2,
  dataIntegrityV1,
  dataIntegrityV2,
  ed25519Signature2018V1,
  ed25519Signature2020V1,
  didV1,
  multikeyV1,
  openBadges300,
  openBadges301,
  openBadges302,
  openBadges303,
  openBadgesExtensions,
  openBadgesPlugfest,
  comprehensiveRecord200,
  comprehensiveRecord201,
  digitalCredentialsV1,
  bitstringStatusV1,
  statusList2021V1,
]);

/**
 * Contexts that a token or a seal may name, whose claims are read as plain JSON: the bundled ones, the European Learning
 * Model's and the Educredentials terms. Those are known by name to the vocabularies that read them; no graph is made
 * with them, and behind a base context, whose terms are protected, they cannot give another meaning to what decides.
 */
export const tokenContextUrls: ReadonlySet<string> = new Set([
  ...bundledContextUrls,
  'http://data.europa.eu/snb/model/context/edc-ap',
  'https://raw.githubusercontent.com/educredentials/obv3-examples/refs/heads/main/contexts/educredential.json',
]);

/**
 * Contexts of which a document names at most one: versions of each other, in which terms differ. With this rule no
 * bundled context redefines a term of another one beside it; a test goes through all pairs.
 */
export const contextVersions: readonly (readonly string[])[] = [
  [credentialsV1, credentialsV2],
  [dataIntegrityV1, dataIntegrityV2],
  [openBadges300, openBadges301, openBadges302, openBadges303, openBadgesPlugfest, digitalCredentialsV1],
  [comprehensiveRecord200, comprehensiveRecord201],
];

/**
 * Names of types that some bundled context gives the same IRI as a property of nearly the same name, and one property that
 * is another one read backwards. As the name of a member each would say the same triples as that property, unseen by a
 * reader of plain JSON; so they may not be one. A test finds them anew.
 */
export const typesLikeProperties: ReadonlySet<string> = new Set([
  'Achievement',
  'Address',
  'awardedOnCompletionOf',
  'Criteria',
  'GeoCoordinates',
  'Image',
  'Profile',
  'Result',
  'RubricCriterionLevel',
]);
