/**
 * What a piece of work costs this process, in milliseconds of processor time, its result kept.
 * Other programs on the machine do not count, so a limit on it is a limit on the work, not on the day's load.
 */
export async function cpuTimeOf<T>(work: () => T | Promise<T>): Promise<{ readonly result: T; readonly ms: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}
