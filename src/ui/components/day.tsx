import type { Instant } from '../../core/model/instant.ts';
import { useWallet } from '../app/wallet-context.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useFormats } from '../languages/use-formats.ts';

/** A day with the month's name. */
export function Day({ date }: { readonly date: Instant | string }) {
  const formats = useFormats();
  return <time dateTime={formats.isoDay(date)}>{formats.day(date)}</time>;
}

/** A moment: "today, 14:32" on the same day, else day and time. Paper, and what is `full`, never says "today". */
export function Moment({ at, full }: { readonly at: Instant; readonly full?: true }) {
  const formats = useFormats();
  const { now } = useWallet();
  const clock = <bdi>{formats.clock(at)}</bdi>;
  const whole = <Sentence id="verdict.moment.day" values={{ date: <Day date={at} />, clock }} />;
  if (full === true || !formats.isToday(at, now())) return whole;
  return (
    <>
      <span className="no-print">
        <Sentence id="verdict.moment.today" values={{ clock }} />
      </span>
      <span className="paper">{whole}</span>
    </>
  );
}
