import type { MessageId } from '../../languages/en.ts';

type TermId = Extract<MessageId, `term.${string}`>;

const known: Readonly<Record<string, readonly string[]>> = {
  assessment:
    '19a2e5e671 2939dae15f 3484bd7e51 4f03b91c0e 56539a6507 6a4db9f11d 6e6cb2cc78 7331eb4762 795dac4096 812e3b0ae1 b1b68f6735 c4256a2726 d30284d7df de4d165a6c c_04b30a72 c_2b3bd410 c_4f874951'.split(' '),
  'learning-assessment': '729f3bed4b 7813801c77 9191af2ed9 920fbb3cbe e92d221e4d ed4c557045 c_3a90b26d'.split(' '),
  'learning-activity':
    '3c8bd58d62 4357e0e681 59eaf34fab a7e556215a b660f5dcea bf2e3a7bae bf5588ff84 d46a826a39 efff75e10a fd33e234ae ff436ea7c9 c_5665a0ad'.split(' '),
  'supervision-verification': '70be69aaf9 c598449d64 44314532f9'.split(' '),
  accreditation: '003293d2ce 820101cba6 bb4618238e e57dddfcf3'.split(' '),
};

/** Our words for a code of a European list, used only where the issuer gives a code and no words. */
export function termWord(list: string, code: string): MessageId | undefined {
  return known[list]?.includes(code) === true ? (`term.${list}.${code}` as TermId) : undefined;
}
