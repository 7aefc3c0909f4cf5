import { annexOne, annexOneBadge, annexOneCodes, annexOneEuropean, annexOneFlat } from './annex-one-claims.ts';
import { listed } from './elm-claims.ts';

type Document = Record<string, unknown>;

/** The micro-credential of Annex I in one shape, with all of it that the shape has a place for. */
interface Shape {
  readonly name: string;
  readonly claims: Document;
}

const issuer = 'did:web:brightwater.example';
const snb = 'http://data.europa.eu/snb';
const day = `${annexOne.day}T12:00:00Z`;
const reference = 'SQA-2024-3';
const skill = `${snb}/dcf/u69o196gu6`;
export const annexOneEntry = 'Some arithmetic';
const note = (text: string): Document => ({ type: 'Note', noteLiteral: { en: text } });

function europeanWhole(): Document {
  const document = annexOneEuropean('urn:credential:0f4f3d6c-0b9e-4c52-9a6f-7a0d5a2f8c33');
  const subject = document['credentialSubject'] as { hasClaim: { specifiedBy: Document } } & Document;
  const accreditation = { type: 'Accreditation', title: { en: annexOne.qualityAssurance }, identifier: { type: 'Identifier', notation: reference } };
  const specifiedBy = { ...subject.hasClaim.specifiedBy, accreditation, entryRequirement: note(annexOneEntry) };
  return { ...document, credentialSubject: { ...subject, hasClaim: { ...subject.hasClaim, specifiedBy } } };
}

/** Version 2 of the European Learning Model, as older pilots of EBSI write it. */
function older(): Document {
  const achieved: Document = {
    id: 'urn:uuid:6f1f8f5e-4a0c-4f64-8a5f-0c1de1f1a001',
    title: annexOne.title,
    wasAwardedBy: { awardingBody: [{ id: issuer, preferredName: annexOne.awardingBody, location: { address: { countryCode: { id: 'http://publications.europa.eu/resource/authority/country/IRL' } } } }] },
    specifiedBy: [
      {
        eCTSCreditPoints: annexOne.ects,
        eQFLevel: `${snb}/eqf/${annexOne.eqf}`,
        iSCEDFCode: [`${snb}/isced-f/${annexOne.isced}`],
        learningOutcome: annexOne.outcomes.map((name) => ({ name })),
      },
    ],
    wasDerivedFrom: [{ title: 'Portfolio', grade: annexOne.grade, specifiedBy: { gradingScheme: { title: annexOne.scheme }, dcType: listed('assessment', annexOneCodes.assessment, 'Portfolio') } }],
    wasInfluencedBy: [{ specifiedBy: { mode: [`${snb}/learning-assessment/${annexOneCodes.participation}`] } }],
  };
  return {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiableCredential', 'VerifiableAttestation'],
    issuer,
    issuanceDate: day,
    termsOfUse: [{ type: 'IssuanceCertificate', id: 'https://registry.example/attributes/1' }],
    credentialSubject: { id: 'did:key:z6', firstName: annexOne.givenName, familyName: annexOne.familyName, achieved: [achieved] },
  };
}

/** The first diplomas of EBSI. */
function diploma(): Document {
  return {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiableCredential', 'VerifiableAttestation', 'VerifiableDiploma'],
    issuer,
    issuanceDate: day,
    credentialSubject: {
      id: 'did:key:z6',
      givenNames: annexOne.givenName,
      familyName: annexOne.familyName,
      awardingOpportunity: { awardingBody: { id: issuer, preferredName: annexOne.awardingBody } },
      learningAchievement: { id: 'urn:uuid:1', title: annexOne.title, additionalNote: ['A short course.'] },
      learningSpecification: { ectsCreditPoints: annexOne.ects, eqfLevel: annexOne.eqf, iscedfCode: [annexOne.isced], learningOutcome: annexOne.outcomes },
    },
  };
}

/** Open Badges 3.0 without any extension: credits have no unit, and much is criteria. */
function bareBadge(): Document {
  const badge = annexOneBadge(issuer, 'urn:uuid:1');
  const subject = badge['credentialSubject'] as { achievement: Document } & Document;
  const { ECTS, participationType, assessmentType, supervisionType, identityChecked, ...achievement } = subject.achievement;
  const alignment = (achievement['alignment'] as readonly Document[]).filter(({ targetType }) => targetType !== 'ext:QualityAssurance').map(toFramework);
  const changed = [participationType, assessmentType, supervisionType, identityChecked].includes(undefined);
  if (changed) throw new Error('the sample badge lacks a member of its extension');
  return { ...badge, credentialSubject: { ...subject, creditsEarned: ECTS, achievement: { ...achievement, type: ['Achievement'], alignment } } };
}

/** A level named by its framework instead of the type of an extension. */
function toFramework({ targetType, ...rest }: Document): Document {
  return targetType === 'ext:EQF' ? { ...rest, targetFramework: 'European Qualifications Framework' } : { ...rest, targetType };
}

/** Open Badges 2.0 with the extensions of edubadges. */
function badgeTwo(): Document {
  const extended = (name: string, value: unknown): Document => ({ [`extensions:${name}Extension`]: { type: ['Extension', `extensions:${name}Extension`], [name]: value } });
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    id: 'https://brightwater.example/assertions/1',
    type: 'Assertion',
    recipient: { type: 'email', hashed: false, identity: 'mira.solberg@learners.example' },
    issuedOn: day,
    verification: { type: 'hosted' },
    badge: {
      id: 'https://brightwater.example/badges/1',
      type: 'BadgeClass',
      name: annexOne.title,
      description: 'A short course.',
      criteria: { narrative: 'Hand in a portfolio.' },
      issuer: { id: 'https://brightwater.example/issuer', type: 'Profile', name: annexOne.awardingBody },
      ...extended('ECTS', annexOne.ects),
      ...extended('EQF', Number(annexOne.eqf)),
      ...extended('LearningOutcome', annexOne.outcomes.join(' · ')),
      ...extended('Language', 'en_EN'),
      participation: 'online',
      assessmentType: 'portfolio',
      assessmentSupervised: true,
      assessmentIdVerified: true,
      stackable: true,
      qualityAssuranceName: annexOne.qualityAssurance,
      qualityAssuranceUrl: `https://quality.example/decisions/${reference}`,
    },
  };
}

/** A learner record that tells of the achievement itself, and of what it is a part of. */
function learnerRecord(): Document {
  const { '@context': _context, credentialSubject, ...rest } = annexOneBadge(issuer, 'urn:uuid:1');
  const { achievement, ...subject } = credentialSubject as { achievement: Document } & Document;
  const whole = { id: 'https://brightwater.example/programmes/environmental-data', type: ['Achievement'], name: annexOne.wholeTitle };
  const { related: _related, ...own } = achievement;
  const association = [{ type: 'Association', associationType: 'isPartOf', sourceId: own['id'], targetId: whole.id }];
  return { ...rest, type: ['VerifiableCredential', 'ClrCredential'], name: 'Transcript', credentialSubject: { ...subject, type: ['ClrSubject'], achievement: own, association } };
}

/** The flat shape of the DC4EU pilots. */
function pilot(): Document {
  return {
    iss: issuer,
    vct: 'urn:eudi:micro_credential:1',
    identification_of_the_learner: { givenNames: annexOne.givenName, familyName: annexOne.familyName },
    title_of_the_micro_credential: { title: annexOne.title, iscedCode: annexOne.isced },
    country_or_region_of_the_issuer: { country: annexOne.country },
    awarding_body: { legalName: annexOne.awardingBody },
    dateOfIssuing: annexOne.day,
    learning_outcomes: annexOne.outcomes.map((title) => ({ title, relatedESCOskills: skill })),
    notionalWorkload: `${annexOne.ects} ECTS`,
    education_level: { eqfLevel: annexOne.eqf },
    type_of_assessment: { type: 'portfolio' },
    form_of_participation: { mode: 'online' },
    quality_assurance: { title: annexOne.qualityAssurance, identifier: reference },
    prerequisites: annexOneEntry,
    supervisionAndIdentityVerification: 'supervised online',
    gradeAchieved: annexOne.grade,
    integrationStackabilityOptions: annexOne.wholeTitle,
  };
}

/** The Commission's learning credential. */
function learning(): Document {
  return {
    iss: issuer,
    vct: 'urn:eu.europa.ec.eudi:learning:credential:1',
    issuing_authority: annexOne.awardingBody,
    issuing_country: annexOne.country,
    date_of_issuance: annexOne.day,
    given_name: annexOne.givenName,
    family_name: annexOne.familyName,
    achievement_title: annexOne.title,
    learning_outcomes: annexOne.outcomes,
    assessment_grade: annexOne.grade,
    language_of_classes: annexOne.language,
    expected_study_time: `${annexOne.ects} ECTS`,
    level_of_learning_experience: `EQF ${annexOne.eqf}`,
    types_of_quality_assurance: annexOne.qualityAssurance,
    prerequisites_to_enroll: annexOneEntry,
    integration_stackability_options: annexOne.wholeTitle,
  };
}

function other(): Document {
  return { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], name: annexOne.title, issuer: { id: issuer, name: annexOne.awardingBody }, validFrom: day, credentialSubject: { name: `${annexOne.givenName} ${annexOne.familyName}` } };
}

/** Every shape that a reader knows, in the order of the table in README.md. */
export function annexOneShapes(): readonly Shape[] {
  const european = europeanWhole();
  const badge = annexOneBadge(issuer, 'urn:uuid:1');
  return [
    { name: 'European Learning Model 3', claims: european },
    { name: 'the same in an SD-JWT VC', claims: { vct: 'urn:eudi:elm:1', iss: issuer, elm: european } },
    { name: 'European Learning Model 2', claims: older() },
    { name: 'EBSI diploma', claims: diploma() },
    { name: 'Open Badges 3.0', claims: bareBadge() },
    { name: 'with Educredentials', claims: badge },
    { name: 'the same in an SD-JWT VC (DC4EU)', claims: { ...badge, vct: 'urn:eudi:micro_credential:1', iss: issuer } },
    { name: 'Open Badges 2.0 with edubadges', claims: badgeTwo() },
    { name: 'CLR 2.0', claims: learnerRecord() },
    { name: 'SD-JWT VC of WE BUILD', claims: { ...annexOneFlat(issuer, 'MC-2026-0007'), entryRequirements: [annexOneEntry] } },
    { name: 'SD-JWT VC of DC4EU, flat', claims: pilot() },
    { name: 'learning credential of the Commission', claims: learning() },
    { name: 'any other credential', claims: other() },
  ];
}
