type Document = Record<string, unknown>;

/** An organisation of the samples: made up. */
export interface SampleOrganisation {
  readonly id: string;
  readonly name: string;
  /** X.520 organizationIdentifier. */
  readonly identifier: string;
}

export interface ElmOptions {
  readonly id: string;
  readonly issuer: SampleOrganisation;
  /** Who awarded; without it, the issuer itself. */
  readonly awardedBy?: SampleOrganisation;
  readonly hasMandate?: boolean;
  readonly validFrom: string;
  readonly validUntil?: string;
}

export const brightwater: SampleOrganisation = { id: 'urn:epass:org:1', name: 'Brightwater University (sample)', identifier: 'NTRIE-10020030' };
export const sealingService: SampleOrganisation = { id: 'urn:epass:org:9', name: 'Harbour Sealing Service (sample)', identifier: 'VATIE-44556677' };

const authority = 'http://publications.europa.eu/resource/authority';
const snb = 'http://data.europa.eu/snb';

export function concept(address: string, scheme: string, label: string): Document {
  return { id: address, type: 'Concept', inScheme: { id: scheme, type: 'ConceptScheme' }, prefLabel: { en: [label] } };
}

export function listed(list: string, code: string, label: string): Document {
  return concept(`${snb}/${list}/${code}`, `${snb}/${list}/25831c2`, label);
}

const country = concept(`${authority}/country/IRL`, `${authority}/country`, 'Ireland');
const english = concept(`${authority}/language/ENG`, `${authority}/language`, 'English');

export function organisation({ id, name, identifier }: SampleOrganisation): Document {
  return {
    id,
    type: 'Organisation',
    legalName: { en: name },
    eIDASIdentifier: { id: `${id}:identifier`, type: 'LegalIdentifier', notation: identifier, spatial: country },
    location: [{ id: `${id}:location`, type: 'Location', address: { id: `${id}:address`, type: 'Address', countryCode: country } }],
    homepage: { id: `${id}:page`, type: 'WebResource', contentURL: 'https://brightwater.example/' },
  };
}

function specification(): Document {
  return {
    id: 'urn:epass:qualification:1',
    type: 'Qualification',
    title: { en: 'Measuring Air Quality with Open Data' },
    learningOutcome: [
      { id: 'urn:epass:learningOutcome:1', type: 'LearningOutcome', title: { en: 'Choose a sensor and a place that answer a question about air' } },
      {
        id: 'urn:epass:learningOutcome:2',
        type: 'LearningOutcome',
        title: { en: 'Explain a result to neighbours and to a town council in plain words' },
        relatedESCOSkill: [concept('urn:epass:skill:1', 'http://data.europa.eu/esco/concept-scheme/skills', 'communicate with a target community')],
      },
    ],
    creditPoint: { id: 'urn:epass:creditPoint:1', type: 'CreditPoint', point: '2', framework: listed('education-credit', '6fcec5c5af', 'European Credit Transfer System') },
    volumeOfLearning: 'P2DT2H',
    eqfLevel: listed('eqf', '5', 'Level 5'),
    nqfLevel: concept('urn:epass:nqf:1', `${snb}/qdr/25831c2`, 'Brightwater level 5'),
    thematicArea: [concept(`${snb}/isced-f/0521`, `${snb}/isced-f/25831c2`, 'Environmental sciences')],
    language: english,
    mode: listed('learning-assessment', 'e92d221e4d', 'Blended'),
    entryRequirement: { id: 'urn:epass:note:3', type: 'Note', noteLiteral: { en: 'None' } },
    accreditation: { id: 'urn:epass:accreditation:1', type: 'Accreditation', title: { en: 'Institutional review (sample)' }, dcType: listed('accreditation', 'bb4618238e', 'Institutional quality assurance') },
  };
}

function achievement(by: SampleOrganisation): Document {
  return {
    id: 'urn:epass:learningAchievement:1',
    type: 'LearningAchievement',
    title: { en: 'Measuring Air Quality with Open Data' },
    description: { en: 'A short course in which learners build a sensor and measure the air in their own street.' },
    awardedBy: { id: 'urn:epass:awardingProcess:1', type: 'AwardingProcess', awardingBody: organisation(by), awardingDate: '2026-06-10T22:00:00Z' },
    provenBy: {
      id: 'urn:epass:learningAssessment:1',
      type: 'LearningAssessment',
      title: { en: 'Portfolio' },
      grade: { id: 'urn:epass:note:2', type: 'Note', noteLiteral: { en: '8.5' } },
      idVerification: listed('supervision-verification', '70be69aaf9', 'Supervised with ID verification'),
      specifiedBy: {
        id: 'urn:epass:learningAssessmentSpec:1',
        type: 'LearningAssessmentSpecification',
        title: { en: 'Portfolio' },
        dcType: listed('assessment', '4f03b91c0e', 'Portfolio'),
        gradingScheme: { id: 'urn:epass:gradingScheme:1', type: 'GradingScheme', title: { en: '1 to 10, passed from 6' } },
      },
    },
    specifiedBy: specification(),
  };
}

const mandate: Document = {
  id: 'urn:epass:evidence:1',
  type: 'Evidence',
  evidenceStatement: 'This credential is sealed for the awarding body, which has asked for it.',
  dcType: listed('evidence-type', 'c_18016257', 'Mandate'),
};

/** A micro-credential in the European Learning Model (version 3), before it is sealed. */
export function elmClaims(options: ElmOptions): Document {
  const { issuer, awardedBy = issuer } = options;
  return {
    '@context': ['https://www.w3.org/2018/credentials/v1', 'http://data.europa.eu/snb/model/context/edc-ap'],
    id: options.id,
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    credentialProfiles: listed('credential', 'e34929035b', 'Generic'),
    credentialSchema: { id: `${snb}/model/ap/edc-generic-full`, type: 'ShaclValidator2017' },
    displayParameter: { id: 'urn:epass:displayParameter:1', type: 'DisplayParameter', title: { en: 'Micro-credential' }, description: { en: 'has completed a short course' }, language: english, primaryLanguage: english },
    issuer: organisation(issuer),
    issued: options.validFrom,
    issuanceDate: options.validFrom,
    validFrom: options.validFrom,
    ...(options.validUntil === undefined ? {} : { validUntil: options.validUntil }),
    ...(options.hasMandate === true ? { evidence: mandate } : {}),
    credentialSubject: {
      id: 'urn:epass:person:1',
      type: 'Person',
      givenName: { en: 'Mira' },
      familyName: { en: 'Solberg' },
      fullName: { en: 'Mira Solberg' },
      dateOfBirth: '1999-10-01T22:00:00Z',
      hasClaim: achievement(awardedBy),
    },
  };
}
