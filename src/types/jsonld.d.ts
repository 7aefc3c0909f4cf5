declare module 'jsonld' {
  /** What a document loader gives back; `tag: 'static'` lets processed contexts be kept between calls. */
  export interface RemoteDocument {
    readonly contextUrl?: null;
    readonly documentUrl: string;
    readonly document: object;
    readonly tag?: 'static';
  }
  export type DocumentLoader = (url: string) => Promise<RemoteDocument>;

  export interface ProcessorOptions {
    readonly documentLoader: DocumentLoader;
    readonly base?: string | null;
    readonly safe?: boolean;
    readonly rdfDirection?: string | null;
  }
  export interface CanonizeOptions extends ProcessorOptions {
    readonly inputFormat?: 'application/n-quads';
    readonly canonizeOptions?: {
      readonly maxWorkFactor?: number;
      readonly rejectURDNA2015?: boolean;
      /** Filled with the canonical label of each blank node. */
      readonly canonicalIdMap?: Map<string, string>;
      readonly createMessageDigest?: () => { update(text: string): void; digest(): string };
    };
  }

  interface JsonLd {
    canonize(input: object | string, options: CanonizeOptions): Promise<string>;
    toRDF(input: object, options: ProcessorOptions & { readonly format: 'application/n-quads' }): Promise<string>;
    expand(input: object, options: ProcessorOptions): Promise<readonly object[]>;
  }
  const jsonld: JsonLd;
  export default jsonld;
}
