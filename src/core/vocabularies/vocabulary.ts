import type { Credential } from '../model/credential.ts';
import type { VocabularyId } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';

/** Reads claims into the one normalised shape. Total: it never throws and never invents; odd claims stay `further`. */
type ReadClaims = (claims: JsonObject) => Credential;

/** What claims mean. Eager only in `id`, `version` and `recognize`; the reader loads on demand. */
export interface Vocabulary {
  readonly id: VocabularyId;
  /** Raised with every change of reading: kept credentials are then read again from their original bytes. */
  readonly version: number;
  /** Cheap, total, never throws; answers only "mine or not". */
  recognize(claims: JsonObject): boolean;
  load(): Promise<ReadClaims>;
}
