/** Areas whose words the first screens need; the words of all others are loaded while the first screen is read. */
const firstAreas: readonly string[] = ['frame', 'first', 'home', 'sample', 'lock', 'elsewhere', 'newer', 'unavailable', 'credential', 'leaf', 'error'];

/** True for a message that the first screens may show: frame, first run, list, lock, headlines, errors. */
export function isFirstWord(id: string): boolean {
  const [area = '', ...more] = id.split('.');
  return firstAreas.includes(area) || (area === 'verdict' && more.length === 1);
}
