/**
 * The host that an address would ask, in the spelling of the network (letters that only look alike show as `xn--…`), or
 * undefined where it is no address that we ask: only https, and nobody's name in front of the host.
 */
export function linkHost(address: string): string | undefined {
  if (!/^https:\/\//i.test(address)) return undefined;
  try {
    const { host, username, password } = new URL(address);
    return username === '' && password === '' ? host : undefined;
  } catch {
    return undefined;
  }
}
