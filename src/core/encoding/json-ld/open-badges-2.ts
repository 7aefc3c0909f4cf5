/**
 * Open Badges 2.0, written from the term definitions of its specification; see `[Note: Contexts written here]`.
 *
 * No document that a Data Integrity proof secures may name it: `revoked` and `revokedAssertions` mean the same in it, and
 * two words for one thing are what the context policy refuses. It is here to say what the words of a badge mean.
 */
const [badges, credentials, security, schema, dublinCore] = [
  'https://w3id.org/openbadges#',
  'https://w3id.org/credentials#',
  'https://w3id.org/security#',
  'http://schema.org/',
  'http://purl.org/dc/terms/',
] as const;
const dataTypes = 'http://www.w3.org/2001/XMLSchema#';

/** Terms of one name space, each with the name that it has there. */
function under(space: string, names: Readonly<Record<string, string>>, more: object = {}): readonly (readonly [string, object])[] {
  return Object.entries(names).map(([term, name]) => [term, { '@id': space + name, ...more }]);
}

/** Names that are the same in the name space. */
function same(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

const node = { '@type': '@id' };
const instant = { '@type': `${dataTypes}dateTime` };
const truth = { '@type': `${dataTypes}boolean` };

const classes = {
  ...same('Assertion', 'BadgeClass', 'Criteria', 'Evidence', 'Extension', 'FrameValidation', 'IdentityObject', 'Image', 'HostedBadge', 'Issuer', 'Profile'),
  ...same('RevocationList', 'SignedBadge', 'TypeValidation', 'VerificationObject'),
  hosted: 'HostedBadge',
  signed: 'SignedBadge',
};

export const openBadges2Context: object = {
  '@context': {
    id: '@id',
    type: '@type',
    extensions: 'https://w3id.org/openbadges/extensions#',
    obi: badges,
    cred: credentials,
    dc: dublinCore,
    schema,
    sec: security,
    xsd: dataTypes,
    ...Object.fromEntries([
      ...under(badges, classes),
      ...under(schema, same('AlignmentObject')),
      ...under(security, { CryptographicKey: 'Key' }),
      ...under(credentials, { Endorsement: 'Credential' }),
      ...under(badges, same('allowedOrigins', 'audience', 'endorsementComment', 'narrative', 'revocationReason', 'salt', 'targetCode', 'uid')),
      ...under(badges, same('validatesType', 'validation', 'validationFrame', 'validationSchema', 'verificationProperty')),
      ...under(badges, { identity: 'identityHash', revokedAssertions: 'revoked' }),
      ...under(badges, { ...same('alignment', 'badge', 'criteria', 'evidence', 'issuer', 'recipient', 'revocationList'), verification: 'verify', verify: 'verify' }, node),
      ...under(badges, same('hashed', 'revoked'), truth),
      ...under(badges, { issuedOn: 'issueDate' }, instant),
      ...under(schema, same('caption', 'description', 'email', 'genre', 'name', 'targetDescription', 'targetFramework', 'targetName', 'targetUrl', 'telephone', 'version')),
      ...under(schema, { tags: 'keywords' }),
      ...under(schema, same('author', 'image', 'url'), node),
      ...under(credentials, { claim: 'claim', endorsement: 'credential' }, node),
      ...under(dublinCore, { creator: 'creator', related: 'relation' }, node),
      ...under(dublinCore, same('created'), instant),
      ...under(security, same('owner', 'publicKey'), node),
      ...under(security, same('publicKeyPem')),
      ...under(security, { expires: 'expiration' }, instant),
      ...under('http://purl.org/dqm-vocabulary/v1/dqm#', same('startsWith')),
    ]),
  },
};
