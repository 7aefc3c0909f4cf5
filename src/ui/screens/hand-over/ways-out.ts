import type { Attempt } from '../../../core/model/attempt.ts';
import type { ShareRecord, ShareWay } from '../../../core/model/stored.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { PreparedShare, Wallet } from '../../../wallet/wallet.ts';
import { createFlow } from '../../app/flow.ts';

/** What came of the last way that was tried. */
export type WayState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'done'; readonly way: 'saved' | 'sent' | 'copied' }
  /** The browser does not copy: the link is shown. */
  | { readonly kind: 'by-hand'; readonly link: string }
  | { readonly kind: 'failed'; readonly error: WalletError };

type Result = ShareRecord['result'];

/** A later result replaces an earlier one only if it says more: what was shown is not un-shown by a cancelled try. */
const weight: Readonly<Record<Result, number>> = { prepared: 0, cancelled: 1, shown: 2, 'handed-over': 3 };

/** The ways by which one share leaves this device, and the record of them. */
export class WaysOut {
  readonly flow = createFlow<WayState>({ kind: 'idle' });
  readonly #wallet: Wallet;
  readonly #share: PreparedShare;
  #recorded: Result | undefined;
  #link: Attempt<string> | undefined;

  constructor(wallet: Wallet, share: PreparedShare) {
    this.#wallet = wallet;
    this.#share = share;
    // Whoever comes back to this page finds what is known already.
    this.#recorded = wallet.state.get().vault.shares.find(({ id }) => id === share.id)?.result;
  }

  canSend(): boolean {
    const { fileName, mediaType } = this.#share.presentation;
    return this.#wallet.transports.canSend({ name: fileName, mediaType });
  }

  /** Writes the result down, unless more is known already. */
  record = (way: ShareWay, result: Result): void => {
    if (this.#recorded !== undefined && weight[result] < weight[this.#recorded]) return;
    this.#recorded = result;
    void this.#wallet.recordShare(this.#share, way, result);
  };

  save = async (): Promise<void> => {
    const release = this.#wallet.holdOpen();
    const saved = await this.#wallet.transports.saveFile(this.#file());
    release();
    this.#finish(saved.ok ? undefined : saved.error, 'saved');
  };

  send = async (): Promise<void> => {
    const release = this.#wallet.holdOpen();
    const sent = await this.#wallet.transports.sendFile(this.#file());
    release();
    this.#finish(sent.ok ? undefined : sent.error, 'sent');
  };

  /** Makes the link beforehand: WebKit lets a page copy only in the very moment of the tap. */
  prepareLink = async (): Promise<void> => {
    const made = await this.#wallet.transports.link(this.#share.presentation);
    if (made.ok) this.#link = made;
  };

  copyLink = async (): Promise<void> => {
    const link = this.#link ?? (await this.#wallet.transports.link(this.#share.presentation));
    if (!link.ok) return this.flow.set({ kind: 'failed', error: link.error });
    const copied = await this.#wallet.transports.copyText(link.value);
    this.record('link', 'handed-over');
    this.flow.set(copied.ok ? { kind: 'done', way: 'copied' } : { kind: 'by-hand', link: link.value });
  };

  #file(): { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string } {
    const { bytes, fileName, mediaType } = this.#share.presentation;
    return { bytes, name: fileName, mediaType };
  }

  #finish(error: WalletError | undefined, way: 'saved' | 'sent'): void {
    if (error === undefined) this.record('file', 'handed-over');
    else if (error.code === 'send/cancelled') this.record('file', 'cancelled');
    this.flow.set(error === undefined ? { kind: 'done', way } : { kind: 'failed', error });
  }
}
