// Second opinion of the tests and the bench; nothing of this ships.
declare module '@digitalbazaar/ed25519-multikey' {
  export interface KeyPair {
    id: string;
    controller: string;
    readonly publicKeyMultibase: string;
    signer(): object;
    export(options: { publicKey: true; includeContext?: boolean }): Promise<object>;
  }
  export function generate(options?: { id?: string; controller?: string; seed?: Uint8Array }): Promise<KeyPair>;
  export function from(key: object): Promise<KeyPair>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; cryptosuite: object; date?: string });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: { key?: object; signer?: object; date?: string });
  }
}
declare module '@digitalbazaar/ed25519-verification-key-2020' {
  export class Ed25519VerificationKey2020 {
    static generate(options?: object): Promise<Ed25519VerificationKey2020>;
    static from(options: object): Promise<Ed25519VerificationKey2020>;
    id: string;
    controller: string;
    readonly publicKeyMultibase: string;
    fingerprint(): string;
    signer(): object;
    export(options: { publicKey: true; includeContext?: boolean }): object;
  }
}
declare module '@digitalbazaar/vc' {
  interface Outcome {
    readonly verified: boolean;
    readonly error?: unknown;
  }
  interface Options {
    readonly suite: object;
    readonly documentLoader: (url: string) => Promise<object>;
    readonly now?: Date;
    readonly checkStatus?: () => Promise<Outcome>;
  }
  export function issue(options: Options & { credential: object }): Promise<Record<string, unknown>>;
  export function derive(options: Options & { verifiableCredential: object }): Promise<Record<string, unknown>>;
  export function verifyCredential(options: Options & { credential: object }): Promise<Outcome>;
  export function signPresentation(options: Options & { presentation: object; challenge: string; domain?: string }): Promise<Record<string, unknown>>;
  export function verify(options: Options & { presentation: object; challenge: string; domain?: string }): Promise<Outcome>;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export interface EcdsaKeyPair {
    id: string;
    controller: string;
    readonly publicKeyMultibase: string;
    signer(): object;
    export(options: { publicKey: true; includeContext?: boolean }): Promise<object>;
  }
  export function from(key: object): Promise<EcdsaKeyPair>;
  export function generate(options: { curve: 'P-256' | 'P-384'; id?: string; controller?: string }): Promise<EcdsaKeyPair>;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: object;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export class BitstringStatusList {
    constructor(options: { length: number });
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
    encode(): Promise<string>;
  }
  interface StatusResult {
    readonly verified: boolean;
    readonly results?: readonly { readonly verified: boolean; readonly status?: boolean }[];
    readonly error?: unknown;
  }
  export function checkStatus(options: { credential: object; suite: object; documentLoader: (url: string) => Promise<object>; verifyBitstringStatusListCredential?: boolean }): Promise<StatusResult>;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): object;
  export function createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): object;
  export function createVerifyCryptosuite(): object;
}
declare module '@digitalbazaar/di-sd-primitives' {
  interface Options {
    readonly documentLoader: (url: string) => Promise<object>;
  }
  type LabelMaker = (maps: { canonicalIdMap: Map<string, string> }) => Promise<Map<string, string>>;
  export function toDeskolemizedNQuads(input: { document: object; options: Options }): Promise<string[]>;
  export function labelReplacementCanonicalizeNQuads(input: { nquads: string[]; labelMapFactoryFunction: LabelMaker; options: Options }): Promise<{ nquads: string[]; labelMap: Map<string, string> }>;
  export function selectCanonicalNQuads(input: { document: object; pointers: readonly string[]; labelMap: Map<string, string>; options: Options }): Promise<{ nquads: string[] }>;
  export function createHmacIdLabelMapFunction(input: { hmac: { sign(data: Uint8Array): Promise<Uint8Array> } }): LabelMaker;
  export function hashCanonizedProof(input: { document: object; proof: object; options: Options }): Promise<Uint8Array>;
  export function hashMandatory(input: { mandatory: readonly string[] }): Promise<{ mandatoryHash: Uint8Array }>;
}
