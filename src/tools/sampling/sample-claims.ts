/** Everything in these documents is made up: people, institutions, addresses. */
export interface ClaimsOptions {
  readonly issuer: string;
  readonly subject?: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly id: string;
}

const base = 'https://www.w3.org/ns/credentials/v2';
const base11 = 'https://www.w3.org/2018/credentials/v1';
const badgeContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const educredentials = 'https://raw.githubusercontent.com/educredentials/obv3-examples/refs/heads/main/contexts/educredential.json';
const signature2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';
const suiteContexts = { 'ed25519-2020': signature2020, 'ed25519-2018': 'https://w3id.org/security/suites/ed25519-2018/v1' } as const;
const dataIntegrity = 'https://w3id.org/security/data-integrity/v2';

const institution = {
  type: ['Profile'],
  name: 'Brightwater University (sample)',
  url: 'https://brightwater.example/',
  address: { type: ['Address'], addressCountryCode: 'IE', addressRegion: 'Connacht', addressLocality: 'Galway' },
};

const outcomes = [
  ['Choose a sensor and a place that answer a question about air', 'S1.4.0'],
  ['Clean and describe a set of measurements so that others can repeat the work', 'S2.1.3'],
  ['Find out whether a difference between two streets is more than chance', 'S2.7.1'],
  ['Explain a result to neighbours and to a town council in plain words', 'S1.14.2'],
] as const;

function alignments(): readonly object[] {
  return [
    ...outcomes.map(([targetName, targetCode], index) => ({
      type: ['Alignment'],
      targetType: 'ceasn:Competency',
      targetName,
      targetCode,
      targetFramework: 'Brightwater skills framework (sample)',
      targetUrl: `https://brightwater.example/skills/${index + 1}`,
    })),
    { type: ['Alignment'], targetType: 'ext:EQF', targetName: 'EQF level 5', targetCode: '5', targetUrl: 'https://europass.europa.eu/en/description-eight-eqf-levels' },
  ];
}

function achievement(): Record<string, unknown> {
  return {
    id: 'https://brightwater.example/courses/air-quality',
    type: ['Achievement'],
    achievementType: 'Certificate',
    name: 'Measuring Air Quality with Open Data',
    description: 'A short course in which learners build a sensor, measure the air in their own street and publish what they found.',
    criteria: {
      id: 'https://brightwater.example/courses/air-quality/criteria',
      narrative: 'Take part in all five workshops, keep a measuring journal for three weeks, and defend a portfolio of results.',
    },
    inLanguage: 'en',
    fieldOfStudy: 'Environmental sciences',
    tag: ['open data', 'air quality', 'citizen science'],
    alignment: alignments(),
    resultDescription: [
      {
        id: 'urn:uuid:6a1f0a2c-2f3d-4f62-9c57-0d5f0f6f2b11',
        type: ['ResultDescription'],
        name: 'Portfolio',
        resultType: 'RawScore',
        valueMin: '1',
        valueMax: '10',
        requiredValue: '6',
      },
    ],
  };
}

function subjectOf(options: ClaimsOptions, achieved: Record<string, unknown>): Record<string, unknown> {
  return {
    ...(options.subject === undefined ? {} : { id: options.subject }),
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', identityType: 'name', identityHash: 'Mira Solberg', hashed: false, salt: 'not-used' }],
    achievement: achieved,
    result: [{ type: ['Result'], resultDescription: 'urn:uuid:6a1f0a2c-2f3d-4f62-9c57-0d5f0f6f2b11', value: '8.5' }],
  };
}

/** A badge with every term defined by bundled contexts: what a Data Integrity proof over RDF can sign (VC 2.0). */
export function badgeClaims(options: ClaimsOptions, extraContext?: keyof typeof suiteContexts): Record<string, unknown> {
  return {
    '@context': [base, badgeContext, ...(extraContext === undefined ? [] : [suiteContexts[extraContext]])],
    id: options.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Measuring Air Quality with Open Data',
    issuer: { id: options.issuer, ...institution },
    awardedDate: options.validFrom,
    validFrom: options.validFrom,
    ...(options.validUntil === undefined ? {} : { validUntil: options.validUntil }),
    credentialSubject: subjectOf(options, achievement()),
  };
}

/** The same with the Educredentials terms, which no bundled context defines: for tokens, whose claims are plain JSON. */
export function fullBadgeClaims(options: ClaimsOptions): Record<string, unknown> {
  const claims = badgeClaims(options);
  return {
    ...claims,
    '@context': [base, badgeContext, educredentials],
    credentialSubject: subjectOf(options, {
      ...achievement(),
      type: ['Achievement', 'EducredentialAchievement'],
      alignment: [
        ...alignments(),
        {
          type: ['Alignment'],
          targetType: 'ext:QualityAssurance',
          targetName: 'Programme review by the Sample Quality Agency, 2025',
          targetCode: 'SQA-2025-0117',
          targetUrl: 'https://quality.example/decisions/SQA-2025-0117',
        },
      ],
      related: [{ type: ['Related'], id: 'https://brightwater.example/programmes/environmental-data', name: 'Environmental Data, 15 ECTS (sample)' }],
      ECTS: 3,
      timeInvestment: 80,
      participationType: 'online',
      assessmentType: 'portfolio',
      supervisionType: 'supervised online',
      identityChecked: true,
    }),
  };
}

/** VC 1.1 in the names of its own data model. */
export function badgeClaims11(options: ClaimsOptions, suite: 'ed25519-2020' | 'data-integrity' | 'none'): Record<string, unknown> {
  const { validFrom, validUntil, awardedDate: _awarded, ...rest } = badgeClaims(options);
  const suites = { 'ed25519-2020': [signature2020], 'data-integrity': [dataIntegrity], none: [] };
  return {
    ...rest,
    '@context': [base11, badgeContext, ...suites[suite]],
    issuanceDate: validFrom,
    ...(validUntil === undefined ? {} : { expirationDate: validUntil }),
  };
}

/** A credential of no badge vocabulary. */
export function plainClaims(options: ClaimsOptions): Record<string, unknown> {
  return {
    '@context': [base],
    id: options.id,
    type: ['VerifiableCredential'],
    name: 'Member of the Brightwater library (sample)',
    description: 'May borrow books and instruments.',
    issuer: { id: options.issuer, name: 'Brightwater Library (sample)' },
    validFrom: options.validFrom,
    ...(options.validUntil === undefined ? {} : { validUntil: options.validUntil }),
    credentialSubject: { ...(options.subject === undefined ? {} : { id: options.subject }) , name: 'Mira Solberg' },
  };
}
