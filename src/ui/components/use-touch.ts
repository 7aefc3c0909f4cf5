import { useSyncExternalStore } from 'react';

const query = '(hover: hover) and (pointer: fine)';

/** True where fingers are the main way to point: then the camera comes before the file. */
export function useTouch(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const mouse = matchMedia(query);
      mouse.addEventListener('change', listener);
      return () => mouse.removeEventListener('change', listener);
    },
    () => !matchMedia(query).matches,
  );
}
