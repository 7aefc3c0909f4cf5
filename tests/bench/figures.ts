function at(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
}

/** The middle one of so many measurements. */
export function median(times: readonly number[]): number {
  return at(times, 0.5);
}

/** The measurement that a tenth of all are below: nearly undisturbed by what else the machine does, which can only add. */
export function lowTenth(times: readonly number[]): number {
  return at(times, 0.1);
}

/** Says one figure. */
export function say(what: string, found: string): void {
  process.stdout.write(`${what.padEnd(66)}  ${found}\n`);
}

/** Says a figure beside its limit; one that is above it, or is no number, fails the run. */
export function sayWithin(what: string, found: number, limit: number, unit = 'ms'): void {
  const isWithin = found <= limit;
  say(what, `${found.toFixed(unit === '' ? 0 : 1)} ${unit} of ${limit}${isWithin ? '' : '  TOO MUCH'}`);
  if (!isWithin) process.exitCode = 1;
}

/** Says how many times as fast something is; less than the gate fails the run. */
export function sayRatio(what: string, ratio: number, gate: number, goal: number): void {
  const isEnough = ratio >= gate;
  say(what, `${ratio.toFixed(1)} (gate ${gate}, goal ${goal})${isEnough ? '' : '  TOO LITTLE'}`);
  if (!isEnough) process.exitCode = 1;
}
