import { encodeHex } from '../core/encoding/hex.ts';
import { encodeUtf8 } from '../core/encoding/utf8.ts';
import type { Clock, UsedChallenges } from '../wallet/ports.ts';

const key = 'mecum-used-challenges';
const keepMs = 10 * 60_000;

async function digestOf(challenge: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encodeUtf8(challenge));
  return encodeHex(new Uint8Array(digest));
}

/**
 * Remembers answered challenges for ten minutes, as digests, so that a replayed answer is told apart even after a
 * reload. Where the browser refuses storage it remembers for this page only. `locks` lets one tab at a time look and
 * write; where there are none, or they are refused, the tabs share only the storage.
 */
export function createUsedChallenges(
  clock: Clock,
  storage: () => Pick<Storage, 'getItem' | 'setItem'>,
  locks?: Pick<LockManager, 'request'>,
): UsedChallenges {
  let memory: Record<string, number> = {};

  function read(): Record<string, number> {
    try {
      const stored: unknown = JSON.parse(storage().getItem(key) ?? '{}');
      if (typeof stored === 'object' && stored !== null) memory = { ...memory, ...(stored as Record<string, number>) };
    } catch {
      // Unreadable or refused: what this page remembers still counts.
    }
    const now = clock.now();
    memory = Object.fromEntries(Object.entries(memory).filter(([, at]) => now - at < keepMs));
    return memory;
  }

  /** Looks and writes in one go: nothing of this page runs in between. */
  function claimDigest(digest: string): boolean {
    if (Object.hasOwn(read(), digest)) return false;
    memory = { ...memory, [digest]: clock.now() };
    try {
      storage().setItem(key, JSON.stringify(memory));
    } catch {
      // Refused storage: remembered for this page.
    }
    return true;
  }

  return {
    isUsed: async (challenge) => Object.hasOwn(read(), await digestOf(challenge)),
    claim: async (challenge) => {
      const digest = await digestOf(challenge);
      if (locks === undefined) return claimDigest(digest);
      return locks.request(key, () => claimDigest(digest)).catch(() => claimDigest(digest));
    },
  };
}
