/** Compiled messages of `src/ui/languages/<tag>.ts`; made by `src/tools/plugins/catalogs.ts`. */
declare module 'virtual:catalog/*' {
  export const messages: import('@lingui/core').Messages;
}
