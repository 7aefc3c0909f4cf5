import { refuse, succeed } from '../../src/core/model/attempt.ts';
import { toInstant } from '../../src/core/model/instant.ts';
import { noOwnRecords } from '../../src/core/model/own-records.ts';
import type { VaultSnapshot, VaultStatus } from '../../src/wallet/ports.ts';
import type { Wallet, WalletState } from '../../src/wallet/wallet.ts';

type Part<T> = { readonly [K in keyof T]?: T[K] };

/** What a test says the wallet answers. Everything it does not say throws: a test shows all it relies on. */
export interface Script {
  readonly status?: VaultStatus;
  readonly vault?: Partial<VaultSnapshot>;
  readonly transports?: Part<Wallet['transports']>;
  readonly wallet?: Part<Wallet>;
}

/** A wallet for one flow: answers as scripted, and counts what was asked. */
export function scriptedWallet(script: Script): { readonly wallet: Wallet; readonly asked: string[]; readonly setStatus: (status: VaultStatus) => void } {
  const asked: string[] = [];
  let status: VaultStatus = script.status ?? { kind: 'open', slots: [] };
  const state = (): WalletState => ({
    vault: {
      status,
      items: [],
      damaged: [],
      issuers: [],
      lists: [],
      shares: [],
      own: noOwnRecords,
      holders: [],
      backup: { changesSince: 0, sheetSeen: false },
      ...script.vault,
    },
    list: [],
    installation: {
      ephemeral: false,
      canInstall: false,
      installed: false,
      updateWaiting: false,
      missing: [],
      version: '0',
      offline: false,
    },
  });
  const answers = {
    now: () => toInstant(0),
    holdOpen: () => () => asked.push('released'),
    state: { get: state, subscribe: () => () => undefined },
    ...script.wallet,
    transports: watched({ ...script.transports }, 'transports.', asked),
  };
  return {
    wallet: watched(answers, '', asked) as unknown as Wallet,
    asked,
    setStatus: (next) => {
      status = next;
    },
  };
}

function watched<T extends object>(target: T, prefix: string, asked: string[]): T {
  return new Proxy(target, {
    get(object, name, receiver) {
      const value: unknown = Reflect.get(object, name, receiver);
      if (value === undefined) throw new Error(`the flow asked for ${prefix}${String(name)}, which this test does not script`);
      if (typeof value === 'function') asked.push(`${prefix}${String(name)}`);
      return value;
    },
  });
}

/** Answers one after the other; the last one stays. */
export function inTurn<T>(...answers: readonly T[]): () => Promise<T> {
  let next = 0;
  return () => Promise.resolve(answers[Math.min(next++, answers.length - 1)] as T);
}

export const done = succeed<void>(undefined);
export const needsProof = refuse('vault/fresh-unlock-needed');
