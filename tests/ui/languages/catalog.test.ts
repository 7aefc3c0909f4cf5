import { compileMessage } from '@lingui/message-utils/compileMessage';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/ui/languages/en.ts';

type Part = string | readonly [name: string, kind?: string, format?: Readonly<Record<string, unknown>>];

/** Every form a message can take: one branch of each plural or select at a time, placeholders as one word. */
function formsOf(parts: string | readonly Part[]): readonly string[] {
  if (typeof parts === 'string') return [parts];
  return parts.reduce<readonly string[]>((before, part) => {
    const choices = typeof part === 'string' ? [part === '#' ? '3' : part] : branchesOf(part);
    return before.flatMap((text) => choices.map((choice) => text + choice));
  }, ['']);
}

function branchesOf([, kind, format]: Exclude<Part, string>): readonly string[] {
  if ((kind !== 'plural' && kind !== 'select' && kind !== 'selectordinal') || format === undefined) return ['name'];
  return Object.entries(format)
    .filter(([key]) => key !== 'offset')
    .flatMap(([, value]) => formsOf(value as string | readonly Part[]));
}

const messages = Object.entries(en).map(([id, text]) => ({ id, forms: formsOf(compileMessage(text) as readonly Part[]) }));

function sentencesOf(text: string): readonly string[] {
  return text.replace(/“[^”]*”/g, 'quoted').split(/(?<=[.?:…])\s+/);
}

function words(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Ids whose texts are only seen in the technical layer, or in a document for an office, where the words of the standards are right. */
const technical = /^(technical\.|sheet\.|address\.|help\.|portfolio\.checked$|statement\.(\d|prepared(\.|$)|undone\.|way\.|note\.|reason\.))/;
const never = /\b(blockchain|trustless|seamless|journey|verified)\b/i;
const layerThree = /\b(DIDs?|VCs?|VPs?|JWT|claims?|holder|verifier|subject|revoked|hash|cryptographic)\b/;

describe('the English catalog', () => {
  it('holds more than 400 messages, each valid ICU', () => {
    expect(messages.length).toBeGreaterThan(400);
    expect(messages.filter(({ forms }) => forms.length === 0 || forms.some((form) => /[{}]/.test(form)))).toEqual([]);
  });

  it('has no sentence over 20 words', () => {
    const long = messages.flatMap(({ id, forms }) => forms.flatMap(sentencesOf).filter((sentence) => words(sentence) > 20).map((sentence) => `${id}: ${sentence}`));
    expect(long).toEqual([]);
  });

  it('has no exclamation mark, no all-caps shouting and no straight quotes inside sentences', () => {
    expect(messages.filter(({ forms }) => forms.some((form) => form.includes('!')))).toEqual([]);
  });

  it('uses none of the words that never fit, and words of the standards only in the technical layer', () => {
    const bad = messages.flatMap(({ id, forms }) => forms.filter((form) => never.test(form)).map((form) => `${id}: ${form}`));
    expect(bad).toEqual([]);
    const early = messages.flatMap(({ id, forms }) => (technical.test(id) ? [] : forms.filter((form) => layerThree.test(form)).map((form) => `${id}: ${form}`)));
    expect(early).toEqual([]);
  });

  it('ends every sentence of several words with a mark, and starts with a capital, digit, quote or placeholder', () => {
    const errors = messages.filter(({ id, forms }) => id.startsWith('error.') && !id.startsWith('error.boundary.') && id !== 'error.label' && forms.some((form) => !/[.?]$/.test(form)));
    expect(errors).toEqual([]);
  });

  it('holds no message that no screen says', () => {
    const code = readdirSync('src/ui', { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.endsWith(join('languages', 'en')))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
    const patterns = [...code.matchAll(/`([\w.-]+\$\{[^`]*?\}[\w.-]*)`/g)].map(
      ([, template = '']) => new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '\0').replace(/[.-]/g, '\\$&').replaceAll('\0', '.+')}$`),
    );
    const unsaid = Object.keys(en).filter((id) => !code.includes(`'${id}'`) && !code.includes(`"${id}"`) && !patterns.some((pattern) => pattern.test(id)));
    expect(unsaid).toEqual([]);
  });
});
