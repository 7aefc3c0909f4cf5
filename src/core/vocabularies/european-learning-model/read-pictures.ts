import type { Credential, SignedPicture } from '../../model/credential.ts';
import { at, each, understand } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { addressOf, along, wordsOf } from './plumbing.ts';
import { languageOf } from './read-language.ts';

/** What the issuer drew and signed, page for page and language for language, and the marks of the bodies; never fetched. */
export function readPictures(root: ClaimNode, subjects: readonly ClaimNode[]): Pick<Credential, 'pictures'> {
  const displays = along(root, 'displayParameter', 'individualDisplay').flatMap((display) => {
    const language = languageOf(each(at(display, 'language'))[0]);
    return along(display, 'displayDetail').flatMap((detail) => {
      const page = Number(each(at(detail, 'page'))[0]?.value ?? Number.NaN);
      const more = { ...(language === undefined ? {} : { language }), ...(Number.isSafeInteger(page) && page > 0 ? { page } : {}) };
      understand(at(detail, 'page'));
      return along(detail, 'image').flatMap((image) => readPicture(image, 'display', more));
    });
  });
  const logos = [...along(root, 'issuer', 'logo'), ...subjects.flatMap((subject) => along(subject, 'hasClaim', 'awardedBy', 'awardingBody', 'logo'))];
  const pictures = [...displays, ...logos.flatMap((logo) => readPicture(logo, 'logo', {}))];
  return pictures.length === 0 ? {} : { pictures };
}

/** ELM `MediaObject` with its content inside; one that is only an address is no signed picture. */
function readPicture(node: ClaimNode, of: SignedPicture['of'], more: Pick<SignedPicture, 'language' | 'page'>): readonly SignedPicture[] {
  const content = at(node, 'content');
  if (typeof content?.value !== 'string' || content.value === '') return [];
  understand(content);
  const type = each(at(node, 'contentType'))[0];
  const kind = /\/file-type\/([A-Z0-9_]{1,20})$/.exec(addressOf(type))?.[1] ?? (type === undefined ? undefined : wordsOf(type)[0]);
  return [{ of, path: content.path, ...(kind === undefined ? {} : { kind }), ...more }];
}
