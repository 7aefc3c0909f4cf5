import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { RecoverySheet } from '../../../wallet/ports.ts';
import type { Wallet } from '../../../wallet/wallet.ts';
import { showNotice } from '../../app/notice.ts';
import { recallChoice } from '../../app/review-choice.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { addMade } from './made-words.ts';
import type { MadeKind, MadeWords } from './made-words.ts';

/** How the credentials are to be opened: the device's lock, or words or digits. */
export type ProtectWay = 'passkey' | MadeKind | 'own';

export type ProtectFlow =
  | { readonly kind: 'asking' }
  | { readonly kind: 'nothing-typed' }
  | { readonly kind: 'working' }
  | { readonly kind: 'failed'; readonly error: WalletError }
  /** Locked; `sheet` is to be written down or printed now. `unsaved`: why what was reviewed is not kept yet. */
  | { readonly kind: 'done'; readonly sheet: RecoverySheet; readonly unsaved?: WalletError };

/** Makes the vault, then saves what was reviewed. What was reviewed stays until it is kept; a vault is never made twice. */
export async function protectAndSave(wallet: Wallet, way: ProtectWay, words: string): Promise<ProtectFlow> {
  if (way === 'own') {
    const judged = await wallet.judgePassphrase(words);
    if (!judged.ok) return { kind: 'failed', error: judged.error };
  }
  const made = way === 'passkey' ? await wallet.protectByPasskey() : await wallet.protectByPassphrase(words);
  if (!made.ok) return { kind: 'failed', error: made.error };
  const { pending } = wallet.state.get();
  const remembered = recallChoice();
  const all = pending?.items.map((item) => item.examination.id) ?? [];
  const chosen = all.filter((id) => remembered.includes(id));
  if (all.length === 0) return { kind: 'done', sheet: made.value };
  const saved = await wallet.save(chosen.length === 0 ? all : chosen);
  return { kind: 'done', sheet: made.value, ...(saved.ok ? {} : { unsaved: saved.error }) };
}

/** Whether the device offers its lock at all; undefined until it has answered. */
function usePasskeyAvailable(wallet: Wallet): boolean | undefined {
  const [available, setAvailable] = useState<boolean>();
  useEffect(() => {
    let asked = true;
    void wallet.passkeyAvailable().then((answer) => {
      if (asked) setAvailable(answer);
    });
    return () => {
      asked = false;
    };
  }, [wallet]);
  return available;
}

function suggest(wallet: Wallet, kind: MadeKind): ReturnType<Wallet['suggestPassphrase']> {
  return wallet.suggestPassphrase(kind === 'digits' ? 'digits' : 'words');
}

/** What the app made up for a way, once that is settled; the same for as long as the page stands, unless others are asked for. `tell`: how that went. */
function useMade(wallet: Wallet, way: ProtectWay, settled: boolean, tell: (now: ProtectFlow) => void) {
  const [all, setAll] = useState<MadeWords>({});
  const kind = way === 'made' || way === 'digits' ? way : undefined;
  const missing = settled && kind !== undefined && all[kind] === undefined ? kind : undefined;
  useEffect(() => {
    if (missing === undefined) return;
    void suggest(wallet, missing).then((made) => {
      if (made.ok) setAll((before) => addMade(before, missing, made.value));
      else tell({ kind: 'failed', error: made.error });
    });
  }, [wallet, missing, tell]);
  return {
    made: (kind === undefined ? undefined : all[kind]) ?? '',
    makeOthers: (): void => {
      if (kind === undefined) return;
      void suggest(wallet, kind).then((made) => {
        if (made.ok) setAll((before) => ({ ...before, [kind]: made.value }));
        tell(made.ok ? { kind: 'asking' } : { kind: 'failed', error: made.error });
      });
    },
  };
}

export function useProtect() {
  const wallet = useWallet();
  const [, navigate] = useLocation();
  const passkey = usePasskeyAvailable(wallet);
  const [refused, setRefused] = useState(false);
  const [chosen, setChosen] = useState<ProtectWay>();
  const [flow, setFlow] = useState<ProtectFlow>({ kind: 'asking' });
  const [own, setOwn] = useState('');
  const offersPasskey = passkey === true && !refused;
  const way = chosen ?? (offersPasskey ? 'passkey' : 'made');
  const { made, makeOthers } = useMade(wallet, way, passkey !== undefined, setFlow);

  const protect = async (): Promise<void> => {
    const words = way === 'own' ? own : made;
    // Words of the app's making that are not there could not be made: that is tried again, and nothing is locked with none.
    if (way !== 'passkey' && words.trim() === '') return way === 'own' ? setFlow({ kind: 'nothing-typed' }) : makeOthers();
    setFlow({ kind: 'working' });
    const release = wallet.holdOpen();
    void wallet.installation.askToKeep();
    const done = await protectAndSave(wallet, way, words);
    release();
    if (done.kind === 'failed' && done.error.code === 'device/passkey-without-prf') {
      setRefused(true);
      setChosen('made');
    }
    setFlow(done);
  };

  return {
    flow,
    way,
    ready: passkey !== undefined,
    ways: (offersPasskey ? ['passkey', 'made', 'digits', 'own'] : ['made', 'digits', 'own']) as readonly ProtectWay[],
    made,
    own,
    choose: (next: ProtectWay): void => {
      setFlow({ kind: 'asking' });
      setChosen(next);
    },
    typeOwn: setOwn,
    makeOthers,
    protect: (): void => void protect(),
    finish: (written: boolean): void => {
      if (written) void wallet.markSheetSeen();
      if (flow.kind === 'done' && flow.unsaved !== undefined) return navigate('/review', { replace: true });
      showNotice({ id: 'frame.saved', path: '/' });
      navigate('/', { replace: true });
    },
    saveSheet: (sheet: RecoverySheet): void => {
      const lines = [`Mecum ${sheet.shortId}`, ...sheet.groups.map((group, index) => `${String(index + 1)}  ${group}`)];
      void wallet.transports.saveFile({ bytes: new TextEncoder().encode(`${lines.join('\n')}\n`), name: `mecum-${sheet.shortId}.txt`, mediaType: 'text/plain' });
    },
  };
}

export type ProtectView = ReturnType<typeof useProtect>;
