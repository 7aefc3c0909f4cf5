import { decodeBase64 } from '../encoding/base64.ts';
import { encodeHex } from '../encoding/hex.ts';
import { sha256 } from '../encoding/sha256.ts';
import { readStrictJson } from '../encoding/strict-json.ts';
import type { EnclosedStatement } from '../model/examination.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import { statementName } from './present.ts';

const opening = 'data:application/json;base64,';
/** Base64 characters of a statement that is read; more nobody wrote. */
const maxCharacters = 8 * 1024 * 1024;

/**
 * The recognition statement that a sender put into a share, as the bytes that were signed; see [Note: A statement within a
 * share]. Undefined where there is none, or where it is not what it says it is. It is the sender's word and no evidence.
 */
export async function enclosedStatement(says: JsonObject): Promise<EnclosedStatement | undefined> {
  const found = asList(says['description']).find((one): one is JsonObject => isJsonObject(one) && one['name'] === statementName);
  const id = found?.['id'];
  if (typeof id !== 'string' || !id.startsWith(opening) || id.length > maxCharacters) return undefined;
  const bytes = decodeBase64(id.slice(opening.length));
  if (!bytes.ok) return undefined;
  const parsed = readStrictJson(bytes.value);
  if (!parsed.ok || !isJsonObject(parsed.value.value) || parsed.value.value['type'] !== 'RecognitionStatement') return undefined;
  return { sha256: encodeHex(await sha256(bytes.value)), json: bytes.value };
}
