import { useEffect, useState } from 'react';

/** What a field needs, so that it is known when somebody types into it. */
export interface TypingField {
  readonly onFocus: () => void;
  readonly onKeyDown: () => void;
  readonly onBlur: () => void;
}

/** Whether a person is about to type into a field, or does so: until they leave it or scroll down to look. */
export function useTyping(): readonly [typing: boolean, field: TypingField] {
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    let at = scrollY;
    const look = (): void => {
      // A page also scrolls up by itself, to show the field.
      if (scrollY > at) setTyping(false);
      at = scrollY;
    };
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, []);
  const begin = (): void => setTyping(true);
  return [typing, { onFocus: begin, onKeyDown: begin, onBlur: () => setTyping(false) }];
}
