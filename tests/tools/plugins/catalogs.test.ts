import { setupI18n } from '@lingui/core';
import { describe, expect, it } from 'vitest';
import { compileCatalog, compileOne, writeCatalog } from '../../../src/tools/plugins/catalogs.ts';
import { pseudoMessage } from '../../../src/tools/plugins/pseudo-languages.ts';
import type { CompiledMessage } from '../../../src/tools/plugins/pseudo-languages.ts';

function say(message: CompiledMessage, values: Record<string, unknown> = {}, locale = 'en'): string {
  const i18n = setupI18n({ locale, messages: { [locale]: { id: message as never } } });
  return i18n._('id', values);
}

const files = '{count, plural, =0 {No files for {name}} one {# file for {name}} other {# files for {name}}}.';

describe('catalogs', () => {
  it('compiles every message of the English catalog', async () => {
    const { messages } = await compileCatalog(process.cwd(), 'en');
    expect(Object.keys(messages).length).toBeGreaterThan(300);
    expect(messages['frame.add']).toEqual(['Add']);
  });

  it('stops at a message that is not valid ICU and names it', () => {
    expect(() => compileOne('area.broken', 'Hello {name')).toThrow('area.broken');
    expect(say(compileOne('area.sound', 'Hello {name}'), { name: 'Ana' })).toBe('Hello Ana');
  });

  it('writes a catalog that reads back as it was, in fewer bytes', async () => {
    const { messages } = await compileCatalog(process.cwd(), 'en');
    const long = 'an.id.that.is.longer.than.any.digit.can.count';
    const all = { ...messages, [`${long}.one`]: ['a `quoted` \\ line\n'], [`${long}.two`]: ['${b}'], [long]: ['c'] } as typeof messages;
    const code = writeCatalog(all);
    const read = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { readonly messages: typeof messages };
    expect(read.messages).toEqual(all);
    expect(code.length).toBeLessThan(JSON.stringify(JSON.stringify(all)).length);
  });

  it('refuses a tag that is no language file', async () => {
    await expect(compileCatalog(process.cwd(), '../../package')).rejects.toThrow('no language file');
    await expect(compileCatalog(process.cwd(), 'qq')).rejects.toThrow('no language file');
  });
});

describe('made-up languages', () => {
  it('en-XA: accents, brackets, longer, and every placeholder and branch in place', () => {
    const text = say(pseudoMessage('en-XA', compileOne('id', files)), { count: 2, name: 'Ana' });
    expect(text).toMatch(/^⟦.*⟧$/);
    expect(text).toContain('2 ƒîļéš ƒôŕ Ana');
    expect(text.length).toBeGreaterThan('2 files for Ana.'.length * 1.4);
    expect(say(pseudoMessage('en-XA', compileOne('id', files)), { count: 0, name: 'Ana' })).toContain('Ñô ƒîļéš');
  });

  it('ar-XB: every word turned round, placeholders as they are', () => {
    const text = say(pseudoMessage('ar-XB', compileOne('id', 'Part {n} of {m}')), { n: 1, m: 3 });
    expect(text).toBe('\u200f\u202ePart\u202c\u200f 1 \u200f\u202eof\u202c\u200f 3');
  });

  it('have every id of English and nothing else', async () => {
    const english = await compileCatalog(process.cwd(), 'en');
    for (const tag of ['en-XA', 'ar-XB']) expect(Object.keys((await compileCatalog(process.cwd(), tag)).messages)).toEqual(Object.keys(english.messages));
  });
});
