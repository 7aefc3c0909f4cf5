import type { ElementReading, EuElementId } from '../../../core/model/eu-elements.ts';
import type { MessageId } from '../../languages/en.ts';

type MandatoryId = Extract<EuElementId, `M${number}`>;

function isMandatory(id: EuElementId): id is MandatoryId {
  return id.startsWith('M');
}

/** The plain name of an element. */
export function elementLabel(id: EuElementId): MessageId {
  return `element.${id}`;
}

/**
 * Our sentence where an element has no value. Undefined: nothing is said, for an optional element is no gap.
 */
export function missingWords(reading: ElementReading): MessageId | undefined {
  if (reading.state === 'not-shared') return 'element.not-shared';
  if (reading.state === 'not-applicable') return 'element.not-applicable';
  if (reading.state !== 'not-stated') return undefined;
  return isMandatory(reading.id) ? `element.${reading.id}.missing` : undefined;
}

/** True where the list has a row for this element: stated, or a gap worth a sentence. */
export function isShown(reading: ElementReading): boolean {
  return reading.values.length > 0 || missingWords(reading) !== undefined;
}

const levelMeanings: readonly MessageId[] = [
  'element.level.1',
  'element.level.2',
  'element.level.3',
  'element.level.4',
  'element.level.5',
  'element.level.6',
  'element.level.7',
  'element.level.8',
];

/** One sentence on what a European level asks. */
export function levelMeaning(level: number): MessageId {
  return levelMeanings[level - 1] ?? 'element.level.1';
}

/** Attendance is a stated value, but no test of outcomes. */
export const attendanceCode = '7331eb4762';
