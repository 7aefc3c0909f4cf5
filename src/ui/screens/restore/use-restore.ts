import { useEffect, useState } from 'react';
import type { Attempt } from '../../../core/model/attempt.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { RecoverySheet, RestorePreview, Secret } from '../../../wallet/ports.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { createFlow, useFlow } from '../../app/flow.ts';
import { putAside } from '../../app/put-aside.ts';
import { useWallet, useWalletState } from '../../app/wallet-context.ts';
import { held } from '../backup/use-backup.ts';
import { emptyGroups, shortGroups, toCode } from '../settings/code-groups.ts';

export type BackupSecret =
  | { readonly type: 'recovery'; readonly groups: readonly string[] }
  | { readonly type: 'passphrase'; readonly words: string };

export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RestoreProblems {
  readonly file: boolean;
  readonly groups: readonly number[];
  readonly words: boolean;
}

export type NewLock = 'passkey' | { readonly passphrase: string };

interface Opened {
  readonly file: ChosenFile;
  readonly secret: Secret;
  readonly preview: RestorePreview;
}

export type RestoreFlow =
  | { readonly kind: 'choose'; readonly file?: ChosenFile; readonly problems?: RestoreProblems; readonly error?: WalletError }
  | { readonly kind: 'looking'; readonly file: ChosenFile }
  | ({ readonly kind: 'preview'; readonly error?: WalletError } & Opened)
  /** This browser has no vault yet: it needs a lock first. The recovery sheet stays valid where its code opened the file. */
  | ({ readonly kind: 'protect'; readonly error?: WalletError } & Opened)
  | ({ readonly kind: 'restoring' } & Opened)
  | { readonly kind: 'done'; readonly added: number; readonly unreadable: readonly string[]; readonly newSheet: boolean };

function toSecret(secret: BackupSecret): Secret {
  return secret.type === 'recovery' ? { type: 'recovery', code: toCode(secret.groups) } : { type: 'passphrase', passphrase: secret.words };
}

function problemsOf(file: ChosenFile | undefined, secret: BackupSecret): RestoreProblems | undefined {
  const problems: RestoreProblems = {
    file: file === undefined,
    groups: secret.type === 'recovery' ? shortGroups(secret.groups) : [],
    words: secret.type === 'passphrase' && secret.words.trim() === '',
  };
  return problems.file || problems.groups.length > 0 || problems.words ? problems : undefined;
}

/** The file that is still being read: whoever goes on before it is there waits, and is not told that it is missing. */
function createReading() {
  let now: Promise<void> | undefined;
  return {
    begin: (work: Promise<void>): Promise<void> => {
      const mine = work.finally(() => {
        if (now === mine) now = undefined;
      });
      now = mine;
      return mine;
    },
    /** Whether there was something to wait for. */
    wait: async (): Promise<boolean> => {
      const late = now;
      await late;
      return late !== undefined;
    },
  };
}

/** From a backup file to credentials on this device: file and secret, preview, a lock where there is none, restore. */
export function createRestoreFlow(wallet: Wallet) {
  const flow = createFlow<RestoreFlow>({ kind: 'choose' });
  const fileOf = (): ChosenFile | undefined => {
    const now = flow.get();
    return now.kind === 'done' ? undefined : now.file;
  };

  /** A sheet was made on the way: it is told of whichever try succeeds. */
  let newSheet = false;
  const reading = createReading();

  const bringBack = async (opened: Opened, mode: 'merge' | 'replace'): Promise<void> => {
    flow.set({ ...opened, kind: 'restoring' });
    const restored = await wallet.restore(opened.file.bytes, opened.secret, mode);
    if (restored.ok) flow.set({ kind: 'done', ...restored.value, newSheet });
    else flow.set({ ...opened, kind: 'preview', error: restored.error });
  };

  return {
    flow,
    choose: (chosen: File, transport: 'file' | 'drop'): Promise<void> =>
      reading.begin(
        held(wallet, async () => {
          const read = await wallet.transports.readFile(chosen, transport);
          flow.set(read.ok ? { kind: 'choose', file: { name: chosen.name, bytes: read.value.bytes } } : { kind: 'choose', error: read.error });
        }),
      ),
    look: async (secret: BackupSecret): Promise<void> => {
      // Waited for, and it could not be read, which is said; or this was pressed twice.
      if ((await reading.wait()) && (fileOf() === undefined || flow.get().kind === 'looking')) return;
      const file = fileOf();
      const problems = problemsOf(file, secret);
      if (file === undefined || problems !== undefined) {
        return flow.set({ kind: 'choose', ...(file === undefined ? {} : { file }), ...(problems === undefined ? {} : { problems }) });
      }
      flow.set({ kind: 'looking', file });
      const looked = await wallet.previewRestore(file.bytes, toSecret(secret));
      if (looked.ok) flow.set({ kind: 'preview', file, secret: toSecret(secret), preview: looked.value });
      else flow.set({ kind: 'choose', file, error: looked.error });
    },
    restore: async (mode: 'merge' | 'replace'): Promise<void> => {
      const now = flow.get();
      if (now.kind !== 'preview') return;
      const { file, secret, preview } = now;
      if (wallet.state.get().vault.status.kind === 'absent') flow.set({ kind: 'protect', file, secret, preview });
      else await bringBack({ file, secret, preview }, mode);
    },
    protect: async (lock: NewLock): Promise<void> => {
      const now = flow.get();
      if (now.kind !== 'protect') return;
      const { file, secret, preview } = now;
      const opened: Opened = { file, secret, preview };
      // Judged while the step stands, so that what was typed stays there.
      const judged = lock === 'passkey' ? undefined : await wallet.judgePassphrase(lock.passphrase);
      if (flow.get() !== now) return;
      if (judged?.ok === false) return flow.set({ ...opened, kind: 'protect', error: judged.error });
      flow.set({ ...opened, kind: 'restoring' });
      const made = await makeVault(wallet, lock, secret);
      if (!made.ok) return flow.set({ ...opened, kind: 'protect', error: made.error });
      newSheet = secret.type !== 'recovery';
      if (!newSheet) putAside('code', wallet.now()); // the code has just opened a backup: it needs no other test
      await bringBack(opened, 'merge');
    },
    startAgain: () => flow.set({ kind: 'choose' }),
  };
}

/** The lock of this device; with the code of the sheet that the person has, so that one sheet opens both. */
function makeVault(wallet: Wallet, lock: NewLock, secret: Secret): Promise<Attempt<RecoverySheet>> {
  const code = secret.type === 'recovery' ? [secret.code] : [];
  return lock === 'passkey' ? wallet.protectByPasskey(...code) : wallet.protectByPassphrase(lock.passphrase, ...code);
}

/** What was typed to open the file. It stays while the screen is open, so that nobody types 48 digits twice. */
export interface TypedSecret {
  readonly type: BackupSecret['type'];
  readonly groups: readonly string[];
  readonly words: string;
}

export function useRestore() {
  const wallet = useWallet();
  const state = useWalletState();
  const [made] = useState(() => createRestoreFlow(wallet));
  const [typed, setTyped] = useState<TypedSecret>({ type: 'recovery', groups: emptyGroups, words: '' });
  useEffect(() => wallet.installation.busy('restore'), [wallet]);
  return { ...made, typed, type: (more: Partial<TypedSecret>) => setTyped((before) => ({ ...before, ...more })), flow: useFlow(made.flow), status: state.vault.status, count: state.vault.items.length, passkeyAvailable: wallet.passkeyAvailable, suggest: () => wallet.suggestPassphrase('words') };
}
