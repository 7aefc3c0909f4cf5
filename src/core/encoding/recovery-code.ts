import { refuse, succeed } from '../model/attempt.ts';
import type { Attempt } from '../model/attempt.ts';
import { dammDigit, digitValue } from '../model/check-digit.ts';

/** A recovery code is 16 bytes: eight unsigned 16-bit numbers, big endian. */
export const recoveryBytes = 16;
const groupCount = 8;
const groupDigits = 6;
const prefix = 'MECUM-RECOVERY:1:';

/** Eight groups of six digits: five digits 00000-65535, then the check digit over group number (1-8) and the five digits. */
export function toRecoveryGroups(bytes: Uint8Array): readonly string[] {
  if (bytes.length !== recoveryBytes) throw new RangeError('a recovery code has 16 bytes');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: groupCount }, (_, index) => {
    const five = String(view.getUint16(index * 2)).padStart(5, '0');
    return `${five}${dammDigit(`${index + 1}${five}`)}`;
  });
}

/** Text of the QR code on the sheet. */
export function toRecoveryQrText(bytes: Uint8Array): string {
  return `${prefix}${toRecoveryGroups(bytes).join('')}`;
}

const ignored = /^[\p{White_Space}\p{Pd}\p{Cf}·.,_]$/u;

/** Runs of digits as typed, in ASCII; undefined where something stands there that is neither digit nor separator. */
function digitRuns(text: string): readonly string[] | undefined {
  const runs: string[] = [];
  let joined = false;
  for (const character of text) {
    const value = digitValue(character);
    if (value === undefined) {
      if (!ignored.test(character)) return undefined;
      joined = false;
    } else if (joined) {
      runs.push(`${runs.pop() ?? ''}${value}`);
    } else {
      runs.push(String(value));
      joined = true;
    }
  }
  return runs;
}

/** Where the count of digits is wrong: the group that is not six digits long, if the code was typed as eight groups. */
function firstWrongGroup(runs: readonly string[]): number | undefined {
  const index = runs.findIndex((run) => run.length !== groupDigits);
  return runs.length === groupCount && index >= 0 ? index + 1 : undefined;
}

/**
 * Reads a recovery code as typed, pasted or scanned. Digits of any script count; white space, dashes, dots and invisible
 * format characters between them are ignored. `vault/mistyped-code` names the first wrong group (`group`, 1-8) where it is known,
 * else how many digits there are (`digits`, of 48).
 */
export function parseRecoveryCode(text: string): Attempt<Uint8Array> {
  const trimmed = text.trim();
  const runs = digitRuns(trimmed.toUpperCase().startsWith(prefix) ? trimmed.slice(prefix.length) : trimmed);
  if (runs === undefined) return refuse('vault/mistyped-code', { digits: [...trimmed].filter((c) => digitValue(c) !== undefined).length });
  const digits = runs.join('');
  if (digits.length !== groupCount * groupDigits) {
    const group = firstWrongGroup(runs);
    return refuse('vault/mistyped-code', group === undefined ? { digits: digits.length } : { group, digits: digits.length });
  }
  const bytes = new Uint8Array(recoveryBytes);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < groupCount; index++) {
    const group = digits.slice(index * groupDigits, (index + 1) * groupDigits);
    const value = Number(group.slice(0, 5));
    if (dammDigit(`${index + 1}${group}`) !== 0 || value > 0xffff) return refuse('vault/mistyped-code', { group: index + 1, digits: digits.length });
    view.setUint16(index * 2, value);
  }
  return succeed(bytes);
}
