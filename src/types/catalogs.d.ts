/** Compiled messages of `src/ui/languages/<tag>.ts`; made by `src/tools/plugins/catalogs.ts`. */
declare module 'virtual:catalog/*' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}
