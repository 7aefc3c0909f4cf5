import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { MessageId } from '../languages/en.ts';
import { Sentence } from '../languages/sentence.tsx';
import { useText } from '../languages/use-text.ts';
import type { TextValues } from '../languages/use-text.ts';
import { Day } from '../components/day.tsx';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon.tsx';
import { announce } from './announce.ts';
import { focusHeading } from './focus-heading.ts';
import { useNotice } from './notice.ts';
import { useWallet, useWalletState } from './wallet-context.ts';

interface Line {
  readonly icon: IconName;
  readonly id: MessageId;
  readonly values?: TextValues;
  /** The same for the eye, with dates. */
  readonly shown?: ReactNode;
  readonly ways: readonly { readonly label: MessageId; readonly go: () => void }[];
}

/** Without these a browser is not old: there are other ways in. */
const extras: ReadonlySet<string> = new Set(['camera', 'passkey']);

/** The one line of state that matters most now. */
function useLine(): Line | undefined {
  const text = useText();
  const wallet = useWallet();
  const { removed, installation, clockBehind } = useWalletState();
  const [path] = useLocation();
  const notice = useNotice(path);
  const [later, setLater] = useState(false);
  if (removed !== undefined) {
    const undo = (): void =>
      void wallet.undoRemove().then(() => {
        announce(text('frame.undone'));
        focusHeading();
      });
    return { icon: 'trash-2', id: 'frame.removed', values: { count: removed.ids.length }, ways: [{ label: 'frame.undo', go: undo }] };
  }
  if (clockBehind !== undefined && notice === undefined) {
    const { now, seen } = clockBehind;
    // The button goes with the line.
    const trust = (): void => void wallet.trustClock().then(({ ok }) => (ok ? focusHeading() : undefined));
    const shown = <Sentence id="frame.clock.days" values={{ now: <Day date={now} />, seen: <Day date={seen} /> }} />;
    return { icon: 'info', id: 'frame.clock', shown, ways: [{ label: 'frame.clock.right', go: trust }] };
  }
  if (installation.ephemeral) return { icon: 'info', id: 'frame.ephemeral', ways: [] };
  if (notice !== undefined) {
    return { icon: 'check', id: notice.id, ...(notice.values === undefined ? {} : { values: notice.values }), ways: [] };
  }
  if (installation.updateWaiting && !later) {
    const now = { label: 'frame.update.now', go: () => void wallet.installation.useUpdate() } as const;
    return { icon: 'info', id: 'frame.update', ways: [now, { label: 'frame.update.later', go: () => setLater(true) }] };
  }
  if (installation.offline) return { icon: 'info', id: 'frame.offline', ways: [] };
  return installation.missing.some((name) => !extras.has(name)) ? { icon: 'info', id: 'frame.missing', ways: [] } : undefined;
}

/** The state line under the header: the only place for "Saved", "Offline" and Undo. There are no toasts. */
export function StateLine() {
  const text = useText();
  const line = useLine();
  const words = line === undefined ? undefined : text(line.id, line.values);
  useEffect(() => {
    if (words !== undefined) announce(words);
  }, [words]);
  if (line === undefined) return null;
  return (
    <section className="line" aria-label={text('frame.state')}>
      <Icon name={line.icon} />
      <span>{line.shown ?? words}</span>
      {line.ways.length === 0 ? null : (
        <span className="push row">
          {line.ways.map((way) => (
            <button key={way.label} className="btn" data-kind="quiet" type="button" onClick={way.go}>
              {text(way.label)}
            </button>
          ))}
        </span>
      )}
    </section>
  );
}
