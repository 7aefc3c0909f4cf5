import { useEffect, useState } from 'react';

/** Whether a person is about to type into a field at the top of the page, or does so; what lies a window further down does not matter then. */
export function useTyping(): { readonly typing: boolean; readonly onFocus: () => void; readonly onBlur: () => void } {
  const [focused, setFocused] = useState(false);
  const [near, setNear] = useState(true);
  useEffect(() => {
    const look = (): void => setNear(scrollY < innerHeight);
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, []);
  return { typing: focused && near, onFocus: () => setFocused(true), onBlur: () => setFocused(false) };
}
