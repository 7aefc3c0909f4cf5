/** An Open Badges 3.0 credential of about 4 KB, unsigned, as a university might issue it. Made up for the tests. */
export function sampleBadge(issuer: string): Record<string, unknown> {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    ],
    id: 'urn:uuid:7d0f2f1e-5a5a-4d53-8b51-6a0b0e6f8e11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Soil and Water: field methods',
    description: 'A short course in measuring soil moisture, infiltration and run-off.',
    issuer: {
      id: issuer,
      type: ['Profile'],
      name: 'Example University',
      url: 'https://university.example/',
      email: 'badges@university.example',
      address: { type: ['Address'], addressCountry: 'NO', addressLocality: 'Bergen' },
    },
    validFrom: '2025-06-01T00:00:00Z',
    awardedDate: '2025-05-28T12:00:00Z',
    credentialSubject: {
      id: 'did:example:learner-4711',
      type: ['AchievementSubject'],
      activityStartDate: '2025-03-01T00:00:00Z',
      activityEndDate: '2025-05-20T00:00:00Z',
      creditsEarned: 5,
      achievement: {
        id: 'https://university.example/badges/soil-water',
        type: ['Achievement'],
        name: 'Soil and Water: field methods',
        description: 'Participants plan, carry out and report field measurements of soil and water, in groups and on their own.',
        achievementType: 'MicroCredential',
        fieldOfStudy: 'Environmental science',
        inLanguage: 'en',
        creditsAvailable: 5,
        tag: ['soil', 'water', 'field work'],
        criteria: {
          id: 'https://university.example/badges/soil-water/criteria',
          narrative: 'Attend four of five field days, hand in a field diary, and pass a written test of two hours with at least 60 points of 100.',
        },
        alignment: [1, 2, 3].map((number) => ({
          type: ['Alignment'],
          targetName: `Measure soil and water, part ${number}`,
          targetUrl: `https://skills.example/skill/${number}`,
          targetCode: `S-${number}`,
          targetFramework: 'Example skills framework',
          targetType: 'ceterms:Competency',
        })),
        resultDescription: [
          { id: 'urn:uuid:0c0d0f4e-0001-4d53-8b51-6a0b0e6f8e11', type: ['ResultDescription'], name: 'Written test', resultType: 'Percent', valueMin: '0', valueMax: '100' },
          {
            id: 'urn:uuid:0c0d0f4e-0002-4d53-8b51-6a0b0e6f8e11',
            type: ['ResultDescription'],
            name: 'Field diary',
            resultType: 'LetterGrade',
            allowedValue: ['A', 'B', 'C', 'D', 'E'],
          },
        ],
      },
      result: [
        { type: ['Result'], resultDescription: 'urn:uuid:0c0d0f4e-0001-4d53-8b51-6a0b0e6f8e11', value: '84' },
        { type: ['Result'], resultDescription: 'urn:uuid:0c0d0f4e-0002-4d53-8b51-6a0b0e6f8e11', value: 'B' },
      ],
    },
    evidence: [
      {
        id: 'https://university.example/evidence/8e20',
        type: ['Evidence'],
        name: 'Written test',
        description: 'The test paper with the marks of two examiners.',
        genre: 'Examination',
        narrative: 'Two hours, on paper, with supervision; questions on soil moisture, infiltration, run-off and the handling of errors.',
      },
      {
        id: 'https://university.example/evidence/9f1c',
        type: ['Evidence'],
        name: 'Field diary',
        description: 'Twelve pages with measurements, photographs and a discussion of errors.',
        genre: 'Diary',
        audience: 'Course staff',
        narrative: 'Measurements were taken at three stations over ten weeks with two instruments, compared with the nearest weather station, and discussed.',
      },
    ],
    credentialSchema: [{ id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json', type: '1EdTechJsonSchemaValidator2019' }],
  };
}
