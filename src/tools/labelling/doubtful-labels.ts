/** A published label that a reader of the language would take for something else. */
export interface DoubtfulLabel {
  readonly list: string;
  readonly code: string;
  readonly language: string;
  readonly why: string;
}

const onSite = { list: 'learning-assessment', code: '9191af2ed9' };
const peers = ['19a2e5e671', '812e3b0ae1'].flatMap((code) =>
  ['lt', 'mt', 'ro', 'tr'].map((language) => ({ list: 'assessment', code, language, why: 'peer assessment and peer review are not told apart' })),
);
const mixed = ['e92d221e4d', 'c_3a90b26d'].map((code) => ({ list: 'learning-assessment', code, language: 'lt', why: 'blended and hybrid are not told apart' }));

/**
 * [Note: Doubtful labels] Labels that look wrong where they are published. Each is kept in the file of its language, marked and
 * with the reason, and is not shown: a reader gets the English label, until somebody who speaks the language has looked at it.
 */
export const doubtfulLabels: readonly DoubtfulLabel[] = [
  { ...onSite, language: 'da', why: 'means "presentation"' },
  { ...onSite, language: 'tr', why: 'means "with a presentation"' },
  { ...onSite, language: 'sl', why: 'means "general"' },
  { list: 'learning-assessment', code: 'c_3a90b26d', language: 'pl', why: 'means "visit in hybrid mode"' },
  { list: 'learning-opportunity', code: 'c_170b037d', language: 'et', why: 'means "What is to be done?"' },
  { list: 'learning-activity', code: 'ff436ea7c9', language: 'cs', why: 'means "year-round work"' },
  { list: 'assessment', code: '795dac4096', language: 'pt', why: 'means "project group"' },
  { list: 'learning-setting', code: 'e207a81fc7', language: 'fi', why: 'means "informal learning"' },
  ...mixed,
  ...peers,
];
