interface MarkupPolicy {
  readonly createHTML: (markup: string) => string;
}
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: MarkupPolicy) => unknown;
}

let made = false;

/**
 * `html5-qrcode` empties its element by assigning empty markup, which enforced Trusted Types forbid. The `default`
 * policy allows the empty string and nothing else; it is made only where the scanner is loaded.
 */
export function allowEmptyMarkup(): void {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (made || factory === undefined) return;
  made = true;
  factory.createPolicy('default', {
    createHTML: (markup) => {
      if (markup !== '') throw new TypeError('markup is not allowed');
      return markup;
    },
  });
}
