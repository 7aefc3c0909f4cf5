import type { Attempt } from '../core/model/attempt.ts';
import { judgeUndated } from './judge-again.ts';
import type { Ports } from './ports.ts';

/** Takes the device's time as that of the last use; what could not be judged by it is judged again, by and by. */
export async function trustClock(ports: Ports): Promise<Attempt<void>> {
  const trusted = await ports.vault.trustClock();
  if (!trusted.ok) return trusted;
  void judgeUndated(ports);
  return trusted;
}
