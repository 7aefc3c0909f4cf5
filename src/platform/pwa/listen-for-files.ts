import { takeShared } from './shared-files.ts';

interface LaunchQueue {
  readonly setConsumer: (take: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void) => void;
}

/**
 * Tells of files that come from outside the page: opened with the app (file handler) or shared into it.
 * `listener` gets each set once. Where the browser knows neither, it is never called.
 */
export function listenForFiles(listener: (files: readonly File[]) => void): void {
  const queue = (globalThis as { readonly launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer((launch) => {
    const handles = launch.files ?? [];
    if (handles.length > 0) void Promise.all(handles.map((handle) => handle.getFile())).then(listener);
  });
  // Whatever was shared is taken at once, wanted or not: it must not lie in the cache.
  void takeShared().then(
    (files) => {
      if (files.length > 0) listener(files);
    },
    () => undefined, // Storage is refused: then nothing was shared in.
  );
}
