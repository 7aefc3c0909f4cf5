import { succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';

/** Argon2id, version 1.3 (RFC 9106). */
export interface ArgonCost {
  /** Memory in KiB. */
  readonly m: number;
  /** Passes. */
  readonly t: number;
  /** Lanes. */
  readonly p: number;
}

/** The derivation worker. `elapsedMs` is the derivation alone, measured where it runs. */
export interface Kdf {
  /** 32 bytes. `device/worker-failed`: memory or the worker gave out. */
  readonly derive: (
    passphrase: Uint8Array,
    salt: Uint8Array,
    cost: ArgonCost,
  ) => Promise<Attempt<{ readonly key: Uint8Array; readonly elapsedMs: number }>>;
}

/** From strong to weak; the last is the floor below which no slot is made. */
export const argonLadder: readonly [ArgonCost, ...ArgonCost[]] = [
  { m: 65_536, t: 3, p: 1 },
  { m: 47_104, t: 2, p: 1 },
  { m: 47_104, t: 1, p: 1 },
  { m: 19_456, t: 2, p: 1 },
];
const floor = argonLadder[argonLadder.length - 1] ?? argonLadder[0];
const budgetMs = 2_500;

function work({ m, t }: ArgonCost): number {
  return m * t;
}

/** Costs we agree to derive with (B98): neither lowered by a thief nor raised into a trap. */
export function isAcceptableCost(cost: ArgonCost): boolean {
  const { m, t, p } = cost;
  const whole = [m, t, p].every((value) => Number.isSafeInteger(value) && value > 0);
  return whole && m >= floor.m && m <= 262_144 && t <= 10 && p <= 4 && work(cost) >= work(floor);
}

/**
 * Derives a key for a new slot with the strongest cost that this device manages in 2.5 s: the floor is run once and
 * timed, the rest is proportion. Where memory gives out, the next lower step is tried; only new slots may go lower.
 */
export async function deriveForNewSlot(
  kdf: Kdf,
  passphrase: Uint8Array,
  salt: Uint8Array,
): Promise<Attempt<{ readonly key: Uint8Array; readonly cost: ArgonCost }>> {
  const probe = await kdf.derive(new Uint8Array(16), salt, floor);
  if (!probe.ok) return probe;
  const msPerWork = probe.value.elapsedMs / work(floor);
  const affordable = argonLadder.filter((cost) => cost === floor || work(cost) * msPerWork <= budgetMs);
  let answer: Attempt<{ readonly key: Uint8Array; readonly elapsedMs: number }> = probe;
  for (const cost of affordable) {
    answer = await kdf.derive(passphrase, salt, cost);
    if (answer.ok) return succeed({ key: answer.value.key, cost });
  }
  return answer as Extract<typeof answer, { ok: false }>;
}

/**
 * The strongest step of the ladder that this device clearly manages, where a slot opened in `elapsedMs` at a weaker cost:
 * in half the time that a new slot may take, so that a good moment of a slow device does not count. Else undefined.
 */
export function strongerCost(present: ArgonCost, elapsedMs: number): ArgonCost | undefined {
  const msPerWork = elapsedMs / work(present);
  return argonLadder.find((cost) => work(cost) > work(present) && cost.m >= present.m && work(cost) * msPerWork <= budgetMs / 2);
}
