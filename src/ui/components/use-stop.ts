import { announce } from '../app/announce.ts';
import { focusHeading } from '../app/focus-heading.ts';
import { useText } from '../languages/use-text.ts';

/** Stop, said aloud; the button is gone then, so the heading takes the focus. */
export function useStop(stop: () => void): () => void {
  const text = useText();
  return () => {
    stop();
    announce(text('error.receive/stopped'));
    focusHeading();
  };
}
