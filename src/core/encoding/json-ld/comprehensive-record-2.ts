/**
 * [Note: Contexts written here]
 *
 * No package ships the contexts of the Comprehensive Learner Record 2.0. These are written from its term definitions (1EdTech
 * CLR Standard 2.0, data model and vocabulary); a test shows that each gives the same expansion as the published file.
 * Where the standard differs from itself, as in the name space of Open Badges, the difference stands here as well.
 */
const vocabulary = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';
const keywords = { id: '@id', type: '@type' } as const;

/** A term of the vocabulary whose values have a type and are a set. */
function setOf(term: string, type: string): object {
  return { '@id': vocabulary + term, '@type': type, '@container': '@set' };
}

function contextOf(openBadges: string, credential: object, subject: object): object {
  const address = { '@type': 'xsd:anyURI' };
  return {
    '@context': {
      ...keywords,
      ClrCredential: { '@id': `${vocabulary}ClrCredential`, '@context': { ...keywords, ...credential } },
      ClrSubject: {
        '@id': `${vocabulary}ClrSubject`,
        '@context': {
          ...keywords,
          cred: 'https://www.w3.org/2018/credentials#',
          obi: openBadges,
          achievement: setOf('achievement', 'obi:Achievement'),
          association: setOf('association', `${vocabulary}Association`),
          verifiableCredential: setOf('verifiableCredential', 'cred:verifiableCredential'),
          ...subject,
        },
      },
      Association: {
        '@id': `${vocabulary}Association`,
        '@context': {
          associationType: { '@id': `${vocabulary}AssociationType` },
          sourceId: { '@id': `${vocabulary}sourceId`, ...address },
          targetId: { '@id': `${vocabulary}targetId`, ...address },
        },
      },
    },
  };
}

export const comprehensiveRecord200Context: object = contextOf('https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#', {}, {});

/** 2.0.1: whether the record is partial, and how its subject is identified. */
export const comprehensiveRecord201Context: object = contextOf(
  'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
  { partial: { '@id': `${vocabulary}partial`, '@type': 'xsd:boolean' } },
  { identifier: setOf('identifier-1', 'obi:Identifier') },
);
