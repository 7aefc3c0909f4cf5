import type { LearningResult, StatedText } from '../../model/credential.ts';
import { toDisplayText } from '../../model/display-text.ts';
import { maxTextCharacters } from '../../model/limits.ts';
import { at, each, present, readString, readText, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { along, firstOf, readLabel, readNote } from './plumbing.ts';

/** The results of assessments; and of what the award rests on (`used`), unless one of these is said again. */
export function readAllResults(assessments: readonly ClaimNode[], used: readonly ClaimNode[]): readonly LearningResult[] {
  const told = assessments.flatMap(readResults);
  const said = new Set(told.map(wordsIn));
  return [...told, ...used.flatMap(readResults).filter((result) => !said.has(wordsIn(result)))];
}

function wordsIn({ name, value, scheme, scale, details = [] }: LearningResult): string {
  return JSON.stringify([name, value, scheme, scale, ...details].map((text) => text?.value));
}

/** The results of an assessment and of its parts, each with the scale it stands on. */
function readResults(assessment: ClaimNode): readonly LearningResult[] {
  return [...readResult(assessment), ...each(at(assessment, 'hasPart')).flatMap(readResults)];
}

function readResult(assessment: ClaimNode): readonly LearningResult[] {
  const value = firstOf(each(at(assessment, 'grade')), readNote);
  if (value === undefined) return [];
  const schemes = along(assessment, 'specifiedBy', 'gradingScheme');
  const description = firstOf(schemes, (scheme) => readText(at(scheme, 'description')));
  const title = firstOf(schemes, (scheme) => readText(at(scheme, 'title')));
  const details = readDetails(assessment);
  return [
    {
      value,
      ...present({
        name: readText(at(assessment, 'title')) ?? firstOf(along(assessment, 'specifiedBy'), (specification) => readText(at(specification, 'title'))),
        scale: description ?? title,
        scheme: description === undefined ? undefined : title,
        details: details.length === 0 ? undefined : details,
      }),
    },
  ];
}

/** Passed or not, how many did less well, as well and better, and how the results of all are spread. */
function readDetails(assessment: ClaimNode): readonly StatedText[] {
  const distributions = along(assessment, 'resultDistribution');
  return [
    ...along(assessment, 'gradeStatus').flatMap((concept) => readLabel(concept) ?? []),
    ...along(assessment, 'shortenedGrading').flatMap(readShares),
    ...distributions.flatMap((distribution) => readText(at(distribution, 'description')) ?? []),
    ...distributions.flatMap((distribution) => each(at(distribution, 'category'))).flatMap(readCategory),
  ];
}

const shares = [['percentageLower', '<'], ['percentageEqual', '='], ['percentageHigher', '>']] as const;

/** ELM `ShortenedGrading`: the share of the others below, at and above this grade. */
function readShares(node: ClaimNode): readonly StatedText[] {
  const parts = shares.flatMap(([member, sign]) => {
    const share = readString(at(node, member));
    return share === undefined ? [] : [`${sign} ${toDisplayText(share.value, 20)} %`];
  });
  return parts.length === 0 ? [] : [stated(node, [{ text: parts.join(' · ') }])];
}

/** ELM `ResultCategory`: how many had which result. */
function readCategory(node: ClaimNode): readonly StatedText[] {
  const read = (member: string): string | undefined => readText(at(node, member))?.value[0]?.text;
  const ends = [read('minScore'), read('maxScore')].filter((end) => end !== undefined);
  const [label = ends.join('–'), count] = [read('label') ?? read('score'), read('count')];
  if (label === '' || count === undefined) return [];
  return [stated(node, [{ text: toDisplayText(`${label}: ${count}`, maxTextCharacters) }])];
}
