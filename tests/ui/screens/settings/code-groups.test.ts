import { describe, expect, it } from 'vitest';
import { digitsOf, emptyGroups, inThrees, shortGroups, toCode, writeGroup, wrongGroups } from '../../../../src/ui/screens/settings/code-groups.ts';

const code = '048218 391074 604125 173655 529486 082309 277198 440861';
const groups = code.split(' ');

describe('recovery code in groups', () => {
  it('takes all 48 digits pasted into the first group, in any spelling', () => {
    for (const text of [code, code.replaceAll(' ', ''), code.replaceAll(' ', '-'), `MECUM-RECOVERY:1:${code.replaceAll(' ', '')}`]) {
      expect(writeGroup(emptyGroups, 0, text)).toEqual({ groups, at: 7 });
    }
  });

  it('lets the seventh digit flow into the next group', () => {
    const once = writeGroup(emptyGroups, 2, '604125');
    expect(once.at).toBe(2);
    const more = writeGroup(once.groups, 2, '6041251');
    expect(more.groups[2]).toBe('604125');
    expect(more.groups[3]).toBe('1');
    expect(more.at).toBe(3);
  });

  it('clears a group and keeps the others', () => {
    const cleared = writeGroup(groups, 4, '');
    expect(cleared.groups[4]).toBe('');
    expect(cleared.groups[3]).toBe('173655');
    expect(shortGroups(cleared.groups)).toEqual([5]);
    expect(shortGroups(groups)).toEqual([]);
  });

  it('never writes past the eighth group', () => {
    const { groups: written, at } = writeGroup(emptyGroups, 7, '4408619999999');
    expect(written).toHaveLength(8);
    expect(written[7]).toBe('440861');
    expect(at).toBe(7);
  });

  it('keeps digits of other scripts', () => {
    expect(digitsOf('٠٤٨ ٢١٨')).toBe('٠٤٨٢١٨');
    expect(writeGroup(emptyGroups, 0, '٠٤٨٢١٨').groups[0]).toBe('٠٤٨٢١٨');
  });

  it('names the group that an error names, and none for another error', () => {
    expect(wrongGroups({ code: 'vault/mistyped-code', facts: { group: 3 } })).toEqual([3]);
    expect(wrongGroups({ code: 'vault/mistyped-code', facts: { digits: 47 } })).toEqual([]);
    expect(wrongGroups({ code: 'vault/wrong-secret', facts: { group: 3 } })).toEqual([]);
    expect(wrongGroups(undefined)).toEqual([]);
  });

  it('prints three and three', () => {
    expect(inThrees('604125')).toBe('604 125');
    expect(toCode(groups)).toBe(code);
  });
});
