import { resultOf } from './check.ts';
import type { Check, ShareSubject } from './check.ts';

/** Whether the sender still wants the share to be used (VC-DI 2.1, `expires`); says nothing about the credentials in it. */
export const endCheck: Check<ShareSubject> = {
  id: 'end',
  run: ({ securing, now, notBefore }) => {
    const dated = securing.outcomes.filter((outcome) => outcome.period.state !== 'not-applicable' && outcome.period.reason !== 'no-dates');
    if (dated.length > 0 && now < notBefore) return resultOf('end', now, 'unknown', 'clock-wrong', { now, notBefore });
    const failed = dated.find((outcome) => outcome.period.state === 'failed');
    if (failed !== undefined) {
      const reason = failed.period.reason === 'over' ? 'ended' : failed.period.reason;
      return resultOf('end', now, 'failed', reason, failed.period.facts);
    }
    const open = dated.find((outcome) => outcome.period.state === 'unknown');
    if (open !== undefined) return resultOf('end', now, 'unknown', open.period.reason, open.period.facts);
    const hasEnd = dated.some((outcome) => outcome.expires !== undefined);
    return hasEnd ? resultOf('end', now, 'passed', 'within') : resultOf('end', now, 'not-applicable', 'no-end');
  },
};
