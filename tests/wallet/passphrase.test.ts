import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import diceware from '@zxcvbn-ts/language-common/src/diceware.json' with { type: 'json' };
import passwords from '@zxcvbn-ts/language-common/src/passwords.json' with { type: 'json' };
import { loadCommon, loadWords, packWords, randomBelow, unpackWords } from '../../src/wallet/passphrase-lists.ts';
import { valueOf } from '../platform/vault/vault-rig.ts';
import { findMistypedGroup, judgePassphrase, suggestPassphrase, tidyPassphrase, tidySecret } from '../../src/wallet/passphrase.ts';
import type { Randomness } from '../../src/wallet/ports.ts';
import { cpuTimeOf } from '../support/cpu-time.ts';

const strong: Randomness = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };

/** Gives the same four bytes for ever, or each list once, in turn. */
function scripted(...numbers: readonly number[]): Randomness {
  let turn = 0;
  return {
    bytes: (length) => {
      const bytes = new Uint8Array(length);
      new DataView(bytes.buffer).setUint32(0, numbers[turn++ % numbers.length] ?? 0);
      return bytes;
    },
  };
}

const credentialTexts = ['Erika Mustermann', 'Certificate in Data Literacy', 'Nordland University', 'Learners plan, collect and describe data of their own.'];
const judge = async (passphrase: string): Promise<string> => {
  const judged = await judgePassphrase(passphrase, { credentialTexts });
  return judged.ok ? 'fine' : `${judged.error.code} ${judged.error.facts['reason']}`;
};

describe('the word lists', () => {
  test('are what their source says: the long list of 7,776 words', async () => {
    const words = valueOf(await loadWords());
    expect(words).toHaveLength(7776);
    expect(new Set(words).size).toBe(7776);
    expect(words).toEqual([...diceware].sort());
    expect(words.every((word) => /^[a-z]{3,9}$/.test(word))).toBe(true);
  });

  test('are what their source says: the common passwords', async () => {
    const long = passwords.filter((password) => password.length >= 12);
    const frequent = passwords.filter((password) => /^\p{L}{4,}$/u.test(password)).slice(0, 3000);
    expect([...valueOf(await loadCommon())].sort()).toEqual([...new Set([...long, ...frequent])].sort());
  });

  test('unpack to what was packed', () => {
    const lists = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,40}$/));
    fc.assert(
      fc.property(lists, (list) => {
        const sorted = [...list].sort();
        expect(unpackWords(packWords(sorted))).toEqual(sorted);
      }),
    );
  });
});

describe('a number below a bound', () => {
  test('is taken anew where it would make some numbers more likely', () => {
    // 2^32 is no multiple of 7776: the last 2,560 of its numbers are left out.
    expect(randomBelow(7776, scripted(4_294_967_295, 4_294_964_736, 7777))).toBe(1);
    expect(randomBelow(7776, scripted(4_294_964_735))).toBe(7775);
  });

  test('comes up evenly', () => {
    const drawn = Array.from({ length: 20_000 }, () => randomBelow(10, strong));
    for (let number = 0; number < 10; number += 1) {
      // 400 is more than nine standard deviations.
      expect(Math.abs(drawn.filter((each) => each === number).length - 2000)).toBeLessThan(400);
    }
  });
});

describe('a passphrase of the app', () => {
  test('is six words of the list', async () => {
    const known = new Set(valueOf(await loadWords()));
    const words = valueOf(await suggestPassphrase('words', strong)).split(' ');
    expect(words).toHaveLength(6);
    expect(words.every((word) => known.has(word))).toBe(true);
    expect(valueOf(await suggestPassphrase('words', scripted(0, 1, 2, 3, 4, 7775)))).toBe('abacus abdomen abdominal abide abiding zoom');
  });

  test('is 24 digits in four groups with check digits', async () => {
    expect(valueOf(await suggestPassphrase('digits', scripted(0, 12_345, 99_999, 65_535)))).toMatch(/^00000\d 12345\d 99999\d 65535\d$/);
    expect(findMistypedGroup(valueOf(await suggestPassphrase('digits', strong)))).toBeUndefined();
  });

  test('never comes twice', async () => {
    const made = await Promise.all(Array.from({ length: 200 }, (_, index) => suggestPassphrase(index % 2 === 0 ? 'words' : 'digits', strong)));
    expect(new Set(made).size).toBe(200);
  });

  test('is always good enough for the judge', async () => {
    for (let round = 0; round < 200; round += 1) {
      expect(await judge(valueOf(await suggestPassphrase('words', strong)))).toBe('fine');
      expect(await judge(valueOf(await suggestPassphrase('digits', strong)))).toBe('fine');
    }
  });

  test('of digits: every single wrong digit and every swap of unequal neighbours in a group is found', async () => {
    const made = valueOf(await suggestPassphrase('digits', strong));
    const digits = made.replaceAll(' ', '');
    for (let at = 0; at < 24; at += 1) {
      const group = Math.floor(at / 6) + 1;
      const wrong = `${digits.slice(0, at)}${(Number(digits[at]) + 3) % 10}${digits.slice(at + 1)}`;
      expect(findMistypedGroup(wrong)).toBe(group);
      if (at % 6 === 5 || digits[at] === digits[at + 1]) continue;
      const swapped = `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`;
      expect(findMistypedGroup(swapped)).toBe(group);
    }
  });

  test('is understood however it is typed', async () => {
    const digits = valueOf(await suggestPassphrase('digits', strong));
    const arabic = digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    for (const typed of [digits.replaceAll(' ', ''), digits.replaceAll(' ', '-'), ` ${digits}\n`, arabic]) {
      expect(valueOf(await tidyPassphrase(typed))).toBe(digits);
    }
    expect(valueOf(await tidyPassphrase(' Abacus  abdomen\tABDOMINAL abide abiding-zoom '))).toBe('abacus abdomen abdominal abide abiding zoom');
  });

  test('is tidied inside a secret; other secrets stay what they are', async () => {
    const digits = valueOf(await suggestPassphrase('digits', strong));
    expect(valueOf(await tidySecret({ type: 'passphrase', passphrase: digits.replaceAll(' ', '') }))).toEqual({ type: 'passphrase', passphrase: digits });
    const code = { type: 'recovery', code: digits.replaceAll(' ', '') } as const;
    expect(valueOf(await tidySecret(code))).toBe(code);
  });

  test('of a person stays as it is, to the last gap', async () => {
    const wrong = `${valueOf(await suggestPassphrase('digits', scripted(5))).slice(0, -1)}`;
    for (const own of [' My own Words  here ', 'Abacus abdomen abdominal abide abiding', 'Six Words That Nobody Else Knows', `${wrong}x`, '']) {
      expect(valueOf(await tidyPassphrase(own))).toBe(own);
    }
    const mistyped = '000001 000001 000001 000001';
    expect(findMistypedGroup(mistyped)).toBe(1);
    expect(valueOf(await tidyPassphrase(mistyped))).toBe(mistyped);
  });
});

describe('the judge', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['vault/weak-secret short', ['', 'elevenchars', '            ', '🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓', ' elevenchars ', 'u\u0308bu\u0308ngshe']],
    [
      'vault/weak-secret common',
      [
        'qwertyuiop123', 'password1234', 'Password 1234!', 'PASSWORD2026', 'letmeinletmein', 'aaaaaaaaaaaaaaa', 'abababababab', 'abcabcabcabc', '123456789012', '098765432109',
        'qwertzuiopasdf', 'unbelievable', 'iloveyou2024', 'dragon dragon dragon', 'administrator', '!!!!!!!!!!!!', '20202020202020', 'monkey19900101', 'asdfghjkl;\'asdf',
      ],
    ],
    [
      'vault/weak-secret from-credential',
      ['erika mustermann', 'ErikaMustermann', 'Mustermann 1999', 'mustermann-2026!', 'Data Literacy', 'certificate in data', 'NordlandUniversity', 'mustermann erika'],
    ],
    [
      'fine',
      [
        'correct horse battery staple', 'Mein Hund heißt Möhre', 'the blue kettle sings', 'tr0ub4dor&3xyz', 'Ich lerne gern am See', '私は毎朝七時に起きて走ります', 'عندي قطة صغيرة بيضاء',
        'erika buys nine green lamps', 'kP9#vq2Lz!x7', 'Möhrenkuchen mit Nüssen', '482913 775620 118364 902746', 'nordland has seven tall windmills',
      ],
    ],
  ];
  test.each(cases.flatMap(([verdict, passphrases]) => passphrases.map((passphrase) => [passphrase, verdict] as const)))('"%s": %s', async (passphrase, verdict) => {
    expect(await judge(passphrase)).toBe(verdict);
  });

  test('answers for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        expect(await judge(text)).toMatch(/^(fine|vault\/weak-secret (short|common|from-credential))$/);
      }),
    );
  });

  test('answers at once for a very long one', async () => {
    const { ms } = await cpuTimeOf(async () => {
      await judge('ab1'.repeat(3000));
      await judge(Array.from({ length: 4000 }, (_, index) => String.fromCharCode(97 + ((index * 7919) % 26))).join(''));
    });
    expect(ms).toBeLessThan(2_000);
  });
});
