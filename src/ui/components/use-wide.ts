import { useSyncExternalStore } from 'react';

/** From here on list and detail stand side by side (48rem, as in `parts.css`). */
const query = '(min-width: 48rem)';

/** True where the window is wide enough for list and detail. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const wide = matchMedia(query);
      wide.addEventListener('change', listener);
      return () => wide.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
