const maxNameCharacters = 56;

/**
 * The part of a path that names one file: its number first, so that no two are alike and no system reads it as anything
 * else, then what is left of the name it came with.
 */
export function numberedName(number: readonly number[], given: string): string {
  const [, stem = given, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(given) ?? [];
  // Marks belong to the letters before them: without its vowels a name in Hindi or Thai is none.
  const plain = stem.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^[-\p{M}]+|-$/gu, '');
  const short = [...plain].slice(0, maxNameCharacters).join('').replace(/-$/, '');
  return `${number.map((one) => String(one).padStart(2, '0')).join('-')}${short === '' ? '' : `-${short}`}${ending.toLowerCase()}`;
}

/** The address of a path beside the page. */
export function relativeAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
