import { useEffect } from 'react';
import { announce } from '../../app/announce.ts';
import { useSecondsLeft } from '../../components/use-seconds-left.ts';
import { useText } from '../../languages/use-text.ts';

/** Too many shares were signed within a minute: why, that nothing was sent, and when it goes on by itself. */
export function ShareWait({ until, again }: { readonly until: number; readonly again: () => void }) {
  const text = useText();
  const seconds = useSecondsLeft(until);
  const words = text('share.wait');
  useEffect(() => announce(words), [words]);
  useEffect(() => {
    if (seconds === 0) again();
  }, [seconds, again]);
  return (
    <section className="stack" data-gap="s">
      <p>{words}</p>
      <p className="muted">{text('share.wait.left', { seconds })}</p>
    </section>
  );
}
