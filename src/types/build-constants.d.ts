/** When this build was made, in milliseconds since 1970. */
declare const __BUILT_AT__: number;
/** The version of this build. */
declare const __VERSION__: string;
/** This build contains the made-up languages for tests (`en-XA`, `ar-XB`). */
declare const __PSEUDO__: boolean;
