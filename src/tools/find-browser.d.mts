/** A path of a browser that starts, or undefined. `MECUM_CHROMIUM` wins. */
export function findBrowser(): string | undefined;
/** As `findBrowser`; gets a browser where none is. */
export function ensureBrowser(): Promise<string | undefined>;
