/** Namespaces and elements that badges are baked with (Open Badges 3.0 and 2.0, 5.3.2.2; CLR 2.0). */
export const badgeElements: ReadonlyMap<string, string> = new Map([
  ['https://purl.imsglobal.org/ob/v3p0', 'credential'],
  ['http://openbadges.org', 'assertion'],
  ['https://purl.imsglobal.org/clr/v2p0', 'credential'],
]);

/** True for a text that begins as markup, is about an image, and names a namespace of badges. */
export function isBakedSvg(text: string | undefined): boolean {
  if (text === undefined || !text.startsWith('<') || !/<(?:[\w-]{1,40}:)?svg[\s>]/.test(text)) return false;
  return [...badgeElements.keys()].some((namespace) => text.includes(namespace));
}
