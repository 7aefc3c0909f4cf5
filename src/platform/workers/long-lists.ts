/**
 * [Note: Long lists go in parts] Whoever gets a message is deaf while it is copied, and so is whoever posts one. A thousand
 * credentials in one message would be that for as long as a second on a phone; a few of them at a time are not noticed.
 */
const maxAtOnce = 20;

/** A list as it travels; one that is short travels as it is. */
export function inParts<T>(list: readonly T[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let at = 0; at < list.length; at += maxAtOnce) parts.push(list.slice(at, at + maxAtOnce));
  return parts;
}

/** A long list of things; names and numbers are copied in no time. */
export function isLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > maxAtOnce && typeof value[0] === 'object';
}

/** What answers hold that may be long: the parts of an examination. */
interface Whole {
  readonly ok: true;
  readonly value: { readonly parts: readonly unknown[] };
}

/** An answer with many parts, and nothing else. */
export function hasManyParts(answer: unknown): answer is Whole {
  const { value } = (answer ?? {}) as { readonly value?: { readonly parts?: unknown } };
  return isLong(value?.parts);
}

export function withParts(answer: unknown, parts: readonly unknown[]): unknown {
  const whole = answer as Whole;
  return { ...whole, value: { ...whole.value, parts } };
}
