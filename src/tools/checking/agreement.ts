import type { Explanation, JudgedFile, Manifest } from './read-manifest.ts';

/** A file of others, and what this code says of it. */
export interface Compared extends JudgedFile {
  readonly headline: string;
  readonly class: string;
}

/** What a comparison came to, in words, and how many disagreements nobody explains. */
export interface Agreement {
  readonly text: string;
  readonly unexplained: number;
}

function tableOf(compared: readonly Compared[], agrees: (one: Compared) => boolean): readonly string[] {
  const verdicts = [...new Set(compared.map(({ expected }) => expected))].sort();
  const countOf = (of: readonly Compared[]): string => (of.length === 0 ? '–' : `${of.filter(agrees).length} of ${of.length}`);
  const rowOf = (name: string, of: readonly Compared[]): string =>
    `| ${[name, ...verdicts.map((verdict) => countOf(of.filter(({ expected }) => expected === verdict))), countOf(of)].join(' | ')} |`;
  const formats = [...new Set(compared.map(({ format }) => format))].sort();
  return [
    `| ${['Format', ...verdicts, 'all'].join(' | ')} |`,
    `| ${['---', ...verdicts.map(() => '---'), '---'].join(' | ')} |`,
    ...formats.map((format) => rowOf(format, compared.filter((one) => one.format === format))),
    rowOf('all', compared),
  ];
}

/** How far the verdicts of others and ours agree, by format and by what they expect, and why where they do not. */
export function agreementOf({ files, classes }: Manifest, compared: readonly Compared[], explanations: readonly Explanation[]): Agreement {
  const agrees = (one: Compared): boolean => classes.get(one.expected)?.includes(one.class) === true;
  const explained = new Map(explanations.map((entry) => [entry.file, entry]));
  const differing = compared.filter((one) => !agrees(one));
  const isExplained = (one: Compared): boolean => explained.get(one.file)?.class === one.class;
  const linesOf = (one: Compared): readonly string[] => [
    `- ${one.file} (${one.suite}): expected ${one.expected}, seen ${one.class} (${one.headline})`,
    `  ${isExplained(one) ? explained.get(one.file)?.clause : 'NOT EXPLAINED'}`,
  ];
  const seen = new Map(compared.map((one) => [one.file, one]));
  const stale = explanations.filter(({ file }) => {
    const one = seen.get(file);
    return one === undefined || agrees(one);
  });
  const unexplained = differing.filter((one) => !isExplained(one)).length + stale.length;
  const lines = [
    ...tableOf(compared, agrees),
    '',
    `${compared.length} files judged, ${files.length - compared.length} vectors left to the tests; ${compared.length - differing.length} agree, ${differing.length} do not, ${unexplained} of these without a reason.`,
    ...(differing.length === 0 ? [] : ['', ...differing.flatMap(linesOf)]),
    ...stale.map(({ file }) => `- ${file}: explained, and not a disagreement any more`),
    '',
  ];
  return { text: lines.join('\n'), unexplained };
}
