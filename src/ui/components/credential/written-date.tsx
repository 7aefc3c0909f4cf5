import { readLocalDay } from '../../../core/model/local-day.ts';
import type { LocalDay } from '../../../core/model/local-day.ts';
import { Sentence } from '../../languages/sentence.tsx';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import { Day } from '../day.tsx';

/** The day that a date means, as far as that can be told; else what is written. */
export function meantDay(date: string, countries: readonly string[]): string {
  const day = readLocalDay(date, countries);
  return day?.meant ?? date;
}

/** Our remark below a date whose day is not plainly the written one. Nothing, where it is. */
export function DayRemark({ date, countries }: { readonly date: string; readonly countries: readonly string[] }) {
  const text = useText();
  const formats = useFormats();
  const day = readLocalDay(date, countries);
  if (day === undefined || day.basis === 'day' || day.basis === 'zone-stated' || isWholeDay(date)) return null;
  if (day.meant === undefined) return <dd className="says">{text('day.no-zone')}</dd>;
  return (
    <dd className="says">
      <Sentence id="day.meant" values={{ date: <Day date={day.written} />, country: formats.country(countryOf(day)) }} />
    </dd>
  );
}

function countryOf({ country }: LocalDay): string {
  return country ?? '';
}

/** A day with nothing but zeros for a time of day, and no zone: nobody meant an hour. */
function isWholeDay(date: string): boolean {
  return /T00:00:00(?:\.0+)?$/.test(date.trim());
}
