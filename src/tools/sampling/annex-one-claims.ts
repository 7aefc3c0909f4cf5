import { brightwater, concept, listed, organisation } from './elm-claims.ts';

type Document = Record<string, unknown>;

/** One micro-credential with all eleven elements of Annex I, to be told in each vocabulary; everything is made up. */
export const annexOne = {
  givenName: 'Mira',
  familyName: 'Solberg',
  title: 'Sensors for Clean Air',
  country: 'IE',
  awardingBody: brightwater.name,
  day: '2026-06-14',
  outcomes: ['Choose a sensor and a place that answer a question about air', 'Explain a result to neighbours in plain words'],
  ects: 2.5,
  eqf: '5',
  qualityAssurance: 'Institutional review 2024 (sample)',
  grade: '8.5',
  scheme: '1 to 10, passed from 6',
  wholeTitle: 'Environmental Data (sample)',
  language: 'en',
  isced: '0521',
} as const;

/** The codes that each vocabulary says in its own words. */
export const annexOneCodes = { assessment: '4f03b91c0e', participation: '920fbb3cbe', supervision: '70be69aaf9' } as const;

const authority = 'http://publications.europa.eu/resource/authority';
const snb = 'http://data.europa.eu/snb';
const whole = 'https://brightwater.example/programmes/environmental-data';

/** In the European Learning Model, before it is sealed. */
export function annexOneEuropean(id: string): Document {
  const instant = `${annexOne.day}T12:00:00Z`;
  return {
    '@context': ['https://www.w3.org/2018/credentials/v1', `${snb}/model/context/edc-ap`],
    id,
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    credentialSchema: { id: `${snb}/model/ap/edc-generic-full`, type: 'ShaclValidator2017' },
    displayParameter: { id: 'urn:epass:displayParameter:1', type: 'DisplayParameter', title: { en: 'Micro-credential' } },
    issuer: organisation(brightwater),
    issued: instant,
    issuanceDate: instant,
    validFrom: instant,
    credentialSubject: {
      id: 'urn:epass:person:1',
      type: 'Person',
      givenName: { en: annexOne.givenName },
      familyName: { en: annexOne.familyName },
      hasClaim: {
        id: 'urn:epass:learningAchievement:1',
        type: 'LearningAchievement',
        title: { en: annexOne.title },
        awardedBy: { id: 'urn:epass:awardingProcess:1', type: 'AwardingProcess', awardingBody: organisation(brightwater) },
        provenBy: europeanAssessment(),
        specifiedBy: europeanQualification(),
      },
    },
  };
}

function europeanAssessment(): Document {
  return {
    id: 'urn:epass:learningAssessment:1',
    type: 'LearningAssessment',
    grade: { id: 'urn:epass:note:1', type: 'Note', noteLiteral: { en: annexOne.grade } },
    idVerification: listed('supervision-verification', annexOneCodes.supervision, 'Supervised with ID verification'),
    specifiedBy: {
      id: 'urn:epass:learningAssessmentSpec:1',
      type: 'LearningAssessmentSpecification',
      dcType: listed('assessment', annexOneCodes.assessment, 'Portfolio'),
      gradingScheme: { id: 'urn:epass:gradingScheme:1', type: 'GradingScheme', title: { en: annexOne.scheme } },
    },
  };
}

function europeanQualification(): Document {
  return {
    id: 'urn:epass:qualification:1',
    type: 'Qualification',
    learningOutcome: annexOne.outcomes.map((title, index) => ({ id: `urn:epass:learningOutcome:${index + 1}`, type: 'LearningOutcome', title: { en: title } })),
    creditPoint: { id: 'urn:epass:creditPoint:1', type: 'CreditPoint', point: String(annexOne.ects), framework: listed('education-credit', '6fcec5c5af', 'European Credit Transfer System') },
    eqfLevel: listed('eqf', annexOne.eqf, `Level ${annexOne.eqf}`),
    mode: listed('learning-assessment', annexOneCodes.participation, 'Online'),
    accreditation: { id: 'urn:epass:accreditation:1', type: 'Accreditation', title: { en: annexOne.qualityAssurance } },
    isPartOf: { id: whole, type: 'Qualification', title: { en: annexOne.wholeTitle } },
    thematicArea: listed('isced-f', annexOne.isced, 'Environmental sciences'),
    language: concept(`${authority}/language/ENG`, `${authority}/language`, 'English'),
  };
}

/** As an Open Badge with the Educredentials extension. */
export function annexOneBadge(issuer: string, id: string): Document {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https://raw.githubusercontent.com/educredentials/obv3-examples/refs/heads/main/contexts/educredential.json'],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: annexOne.awardingBody, address: { type: ['Address'], addressCountryCode: annexOne.country } },
    validFrom: `${annexOne.day}T12:00:00Z`,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityType: 'name', identityHash: `${annexOne.givenName} ${annexOne.familyName}`, hashed: false, salt: 'not-used' }],
      achievement: badgeAchievement(),
      result: [{ type: ['Result'], resultDescription: 'urn:uuid:0d0f3f9e-3c2b-4a52-8a3e-8a9f5b0c7d21', value: annexOne.grade }],
    },
  };
}

function badgeAchievement(): Document {
  const alignment = (targetType: string, targetName: string, targetCode: string, targetUrl: string): Document => ({ type: ['Alignment'], targetType, targetName, targetCode, targetUrl });
  return {
    id: 'https://brightwater.example/courses/sensors',
    type: ['Achievement', 'EducredentialAchievement'],
    name: annexOne.title,
    description: 'A short course.',
    criteria: { narrative: 'Hand in a portfolio.' },
    inLanguage: annexOne.language,
    alignment: [
      ...annexOne.outcomes.map((name, index) => alignment('ceasn:Competency', name, `S${index + 1}`, `https://brightwater.example/skills/${index + 1}`)),
      alignment('ext:EQF', `EQF level ${annexOne.eqf}`, annexOne.eqf, 'https://europass.europa.eu/en/description-eight-eqf-levels'),
      alignment('ext:QualityAssurance', annexOne.qualityAssurance, 'SQA-2024-3', 'https://quality.example/decisions/SQA-2024-3'),
      alignment('CTDL', 'Environmental sciences', annexOne.isced, `${snb}/isced-f/${annexOne.isced}`),
    ],
    related: [{ type: ['Related'], id: whole, name: annexOne.wholeTitle }],
    resultDescription: [{ id: 'urn:uuid:0d0f3f9e-3c2b-4a52-8a3e-8a9f5b0c7d21', type: ['ResultDescription'], name: 'Portfolio', resultType: 'RawScore', valueMin: '1', valueMax: '10', requiredValue: '6' }],
    ECTS: annexOne.ects,
    participationType: 'online',
    assessmentType: 'portfolio',
    supervisionType: 'supervised online',
    identityChecked: true,
  };
}

/** As an SD-JWT VC in the claim names of the WE BUILD rulebook. */
export function annexOneFlat(issuer: string, identifier: string): Document {
  return {
    iss: issuer,
    vct: 'VerifiableMicroCredential',
    identifier,
    title: annexOne.title,
    givenName: annexOne.givenName,
    familyName: annexOne.familyName,
    issuerCountry: annexOne.country,
    awardingBody: annexOne.awardingBody,
    issuanceDate: annexOne.day,
    learningOutcomes: annexOne.outcomes,
    notionalWorkload: { value: annexOne.ects, unit: 'ECTS' },
    level: `EQF-${annexOne.eqf}`,
    typeOfAssessment: 'portfolio-assessment',
    formOfParticipation: 'online',
    qualityAssurance: annexOne.qualityAssurance,
    idVerificationMethod: 'proctored-online-exam',
    grade: annexOne.grade,
    gradingScheme: annexOne.scheme,
    stackable: true,
    partOfQualification: annexOne.wholeTitle,
    fieldOfEducation: annexOne.isced,
    languageOfAssessment: annexOne.language,
  };
}
