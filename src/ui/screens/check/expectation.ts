import type { Wallet } from '../../../wallet/wallet.ts';

/** What the person checking gave the sender beforehand. */
export interface ExpectationForm {
  readonly given: boolean;
  readonly code: string;
  readonly name: string;
}

let form: ExpectationForm = { given: false, code: '', name: '' };

/** Kept in the memory of this page, so that scanning and choosing a file check against the same. */
export function readExpectation(): ExpectationForm {
  return form;
}

export function writeExpectation(next: ExpectationForm): void {
  form = next;
}

/** For the wallet: `none` is said, never left out. */
export function expectationFrom({ given, code, name }: ExpectationForm): Parameters<Wallet['check']>[1] {
  return given && code.trim() !== '' && name.trim() !== ''
    ? { challenge: code.trim(), domain: name.normalize('NFC').trim() }
    : 'none';
}
