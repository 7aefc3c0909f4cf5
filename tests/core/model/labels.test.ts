import { describe, expect, it } from 'vitest';
import { parseLabels } from '../../../src/core/model/label-file.ts';
import { findLabel, wishedLabels } from '../../../src/core/model/labels.ts';

describe('labels', () => {
  it('are wished by the primary tag, English last and nothing after it', () => {
    expect(wishedLabels(['el', 'en', 'bg'])).toEqual(['el', 'en']);
    expect(wishedLabels(['pt-BR', 'zh', 'pt', 'EN-gb', 'fr'])).toEqual(['pt', 'zh', 'en']);
    expect(wishedLabels(['en-XA', 'el'])).toEqual(['en']);
    expect(wishedLabels([])).toEqual(['en']);
  });

  it('are found in the first language that has one', () => {
    const greek = { language: 'el', lists: { assessment: { a: 'άλφα' } }, collected: [] };
    const english = { language: 'en', lists: { assessment: { a: 'alpha', b: 'beta' }, eqf: { '6': 'Level 6' } }, collected: ['eqf'] };
    expect(findLabel([greek, english], 'assessment', 'a')).toEqual({ text: 'άλφα', language: 'el', official: true });
    expect(findLabel([greek, english], 'assessment', 'b')).toEqual({ text: 'beta', language: 'en', official: true });
    expect(findLabel([greek, english], 'eqf', '6')).toEqual({ text: 'Level 6', language: 'en', official: false });
    for (const [list, code] of [['eqf', '9'], ['none', 'a'], ['__proto__', 'toString'], ['assessment', 'constructor']] as const) expect(findLabel([greek, english], list, code)).toBeUndefined();
  });

  it('are read from a file of ours only, and only texts', () => {
    const file = { kind: 'mecum/1/labels', language: 'mt', lists: { eqf: { '1': 'Livell 1', '2': 2, '3': '' }, odd: 'x' }, collected: ['eqf', 1] };
    expect(parseLabels(file)).toEqual({ language: 'mt', lists: { eqf: { '1': 'Livell 1' }, odd: {} }, collected: ['eqf'] });
    for (const other of [undefined, null, 'text', [], {}, { ...file, kind: 'mecum/1/platforms' }, { ...file, language: 1 }, { ...file, lists: null }]) expect(parseLabels(other)).toBeUndefined();
  });
});
