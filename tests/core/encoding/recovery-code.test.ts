import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecoveryCode, toRecoveryGroups, toRecoveryQrText } from '../../../src/core/encoding/recovery-code.ts';
import { dammDigit } from '../../../src/core/model/check-digit.ts';

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 });

/** Zeros of some scripts in use: Arabic, Persian, Devanagari, Bengali, Thai, fullwidth, mathematical bold. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce];

function inScript(text: string, zero: number): string {
  return text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

describe('recovery code', () => {
  it('has the check digits of Damm: 572 gives 4', () => {
    expect(dammDigit('572')).toBe(4);
    expect(dammDigit('5724')).toBe(0);
  });

  it('is fixed for a known code', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, index) => index * 17);
    expect(toRecoveryGroups(bytes)).toEqual(['000179', '087555', '174939', '262319', '349696', '437072', '524457', '611837']);
    expect(toRecoveryQrText(bytes)).toBe('MECUM-RECOVERY:1:000179087555174939262319349696437072524457611837');
  });

  it('comes back from groups, from the QR text, and from any script and spacing', () => {
    const separator = fc.constantFrom('', ' ', '-', ' – ', '\n', '\u200f', '.', '\u00a0');
    fc.assert(
      fc.property(sixteen, separator, fc.constantFrom(0x30, ...zeros), (bytes, between, zero) => {
        const typed = inScript(toRecoveryGroups(bytes).join(between), zero);
        expect(parseRecoveryCode(typed)).toEqual({ ok: true, value: bytes });
        expect(parseRecoveryCode(` ${toRecoveryQrText(bytes)}\n`)).toEqual({ ok: true, value: bytes });
      }),
    );
  });

  it('reads the digits of every script that this engine knows', () => {
    const decimal = /^\p{Nd}$/u;
    const odd: number[] = [];
    let run = 0;
    for (let point = 0; point <= 0x10ffff; point++) {
      if (decimal.test(String.fromCodePoint(point))) {
        run++;
        continue;
      }
      if (run % 10 !== 0) odd.push(point);
      run = 0;
    }
    expect(odd, 'ends of runs of digits that are not whole tens').toEqual([]);
  });

  it('names the group of any single wrong digit', () => {
    fc.assert(
      fc.property(sixteen, fc.nat(47), fc.integer({ min: 1, max: 9 }), (bytes, at, by) => {
        const digits = [...toRecoveryGroups(bytes).join('')];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(parseRecoveryCode(digits.join(''))).toMatchObject({
          error: { code: 'vault/mistyped-code', facts: { group: Math.floor(at / 6) + 1 } },
        });
      }),
    );
  });

  it('notices two neighbours swapped, within a group and groups with each other', () => {
    fc.assert(
      fc.property(sixteen, fc.nat(46), (bytes, at) => {
        const digits = [...toRecoveryGroups(bytes).join('')];
        const [one, other] = [digits[at] ?? '', digits[at + 1] ?? ''];
        fc.pre(one !== other && at % 6 !== 5);
        digits.splice(at, 2, other, one);
        expect(parseRecoveryCode(digits.join('')).ok).toBe(false);
      }),
    );
    const groups = [...toRecoveryGroups(Uint8Array.from({ length: 16 }, (_, index) => index))];
    groups.reverse();
    expect(parseRecoveryCode(groups.join(' '))).toMatchObject({ error: { facts: { group: 1 } } });
  });

  it('says how many digits there are, and which group is short', () => {
    const groups = toRecoveryGroups(new Uint8Array(16));
    expect(parseRecoveryCode('')).toMatchObject({ error: { code: 'vault/mistyped-code', facts: { digits: 0 } } });
    expect(parseRecoveryCode(groups.slice(1).join(''))).toMatchObject({ error: { facts: { digits: 42 } } });
    const short = groups.with(4, '12345').join(' ');
    expect(parseRecoveryCode(short)).toMatchObject({ error: { facts: { group: 5, digits: 47 } } });
    const inThrees = groups.map((group) => `${group.slice(0, 3)} ${group.slice(3)}`).join('  ');
    expect(parseRecoveryCode(inThrees)).toEqual({ ok: true, value: new Uint8Array(16) });
    const cut = parseRecoveryCode(inThrees.slice(0, -1));
    expect(cut).toMatchObject({ error: { facts: { digits: 47 } } });
    expect(cut.ok ? undefined : cut.error.facts['group']).toBeUndefined();
    expect(parseRecoveryCode(`${groups.join(' ')} x`)).toMatchObject({ error: { code: 'vault/mistyped-code' } });
  });

  it('refuses numbers over 65535 even with a fitting check digit', () => {
    const over = `65536${dammDigit('165536')}`;
    const groups = toRecoveryGroups(new Uint8Array(16)).with(0, over);
    expect(parseRecoveryCode(groups.join(' '))).toMatchObject({ error: { facts: { group: 1 } } });
    const highest = `65535${dammDigit('165535')}`;
    expect(parseRecoveryCode(groups.with(0, highest).join(' ')).ok).toBe(true);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseRecoveryCode(text).ok === 'boolean'));
  });
});
