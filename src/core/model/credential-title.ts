import type { LocalizedText } from './credential.ts';
import type { ExaminedCredential } from './examination.ts';

/**
 * What a credential is called, in the list and on its page: the title of what it is about; of several things, the title of
 * the credential around them, for the order in which they stand may be anybody's; else the name of its file. Empty: nothing.
 */
export function titleOf({ elements, credential, fileName }: Pick<ExaminedCredential, 'elements' | 'credential' | 'fileName'>): LocalizedText {
  const titles = elements.find(({ id }) => id === 'M2')?.values ?? [];
  const [only] = titles.length === 1 ? titles : [];
  return only?.text ?? credential.title?.value ?? titles[0]?.text ?? (fileName === undefined ? [] : [{ text: fileName }]);
}
