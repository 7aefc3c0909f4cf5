type Document = Record<string, unknown>;

/** A learner, an institution and a course that do not exist, in the claim names of the WE BUILD rulebook. */
export function flatClaims(issuer: string, changes: Document = {}): Document {
  return {
    iss: issuer,
    vct: 'VerifiableMicroCredential',
    attestation_legal_category: 'non-qualified-EAA',
    identifier: 'MC-2026-0001',
    title: 'Measuring Air Quality with Open Data',
    givenName: 'Mira',
    familyName: 'Sample',
    dateOfBirth: '2001-02-03',
    issuerCountry: 'NL',
    awardingBody: 'Brightwater University of Applied Sciences',
    awardingBodyHomepage: 'https://brightwater.example',
    issuanceDate: '2026-06-14',
    learningOutcomes: ['Calibrates a low-cost sensor', 'Publishes a data set that others can use'],
    notionalWorkload: { value: 3, unit: 'ECTS' },
    level: 'EQF-6',
    typeOfAssessment: 'written-examination',
    formOfParticipation: 'online',
    qualityAssurance: 'institutional-accreditation',
    accreditation: { title: 'Institutional review 2024', type: 'institutional-accreditation' },
    grade: '8.5',
    gradingScheme: '1 to 10, 5.5 passes',
    entryRequirements: ['None'],
    stackable: true,
    partOfQualification: 'BSc Environmental Data',
    ...changes,
  };
}

/** What a learner can hide of it. */
export const flatFrame: Document = {
  _sd: ['givenName', 'familyName', 'dateOfBirth', 'grade', 'gradingScheme', 'learningOutcomes', 'notionalWorkload'],
  notionalWorkload: { _sd: ['unit'] },
  learningOutcomes: { _sd: [0, 1] },
  accreditation: { _sd: ['type'] },
};

/** The Commission's learning credential. */
export function learningClaims(issuer: string): Document {
  return {
    iss: issuer,
    vct: 'urn:eu.europa.ec.eudi:learning:credential:1',
    issuing_authority: 'Brightwater University of Applied Sciences',
    issuing_country: 'NL',
    date_of_issuance: '2026-06-14',
    date_of_expiry: '2036-06-14',
    family_name: 'Sample',
    given_name: 'Mira',
    achievement_title: 'Measuring Air Quality with Open Data',
    achievement_description: 'A course on sensors and open data.',
    learning_outcomes: ['Calibrates a low-cost sensor'],
    assessment_grade: '8.5',
    language_of_classes: 'en',
    learner_identification: 'S-0001',
    expected_study_time: 'PT84H',
    level_of_learning_experience: 'EQF 6',
    types_of_quality_assurance: 'Institutional review',
    prerequisites_to_enroll: 'None',
    integration_stackability_options: 'Counts towards BSc Environmental Data',
  };
}

/** The flat shape of the DC4EU pilots. */
export function pilotClaims(issuer: string): Document {
  return {
    iss: issuer,
    vct: 'urn:eudi:micro_credential:1',
    identification_of_the_learner: { givenNames: 'Mira', familyName: 'Sample', dateOfBirth: '2001-02-03', nationalId: '000000000', citizenship: 'NL', contactInformation: 'mira@sample.example' },
    title_of_the_micro_credential: { title: 'Measuring Air Quality with Open Data', iscedCode: '0521' },
    country_or_region_of_the_issuer: { country: 'NL' },
    awarding_body: { legalName: 'Brightwater University of Applied Sciences', title: 'Brightwater', taxIdentifier: 'NL000000000B01', url: 'https://brightwater.example' },
    dateOfIssuing: '2026-06-14',
    learning_outcomes: { title: 'Calibrates a low-cost sensor', relatedESCOskills: 'http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000000', type: 'skill' },
    notionalWorkload: '84 hours',
    education_level: { eqfLevel: '6', qfLevel: 'NLQF 6', educationSubject: 'Environment' },
    type_of_assessment: { type: 'portfolio', description: 'Three field reports', grade: '8.5' },
    form_of_participation: { mode: 'online', type: 'volunteering' },
    quality_assurance: { title: 'Institutional review', type: 'external', identifier: 'QA-1' },
    supervisionAndIdentityVerification: 'supervised online',
    prerequisites: 'None',
    gradeAchieved: '8.5',
    integrationStackabilityOptions: 'BSc Environmental Data',
    link: 'https://brightwater.example/air',
  };
}
