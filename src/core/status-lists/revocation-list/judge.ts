import { asList, isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { JudgeStatus, StatusFinding } from '../../model/status.ts';
import { judgeByList, openFinding } from '../judge-by-list.ts';
import type { ReadList } from '../judge-by-list.ts';

/**
 * 1EdTech Revocation List Status Method 1.0: the `id` of the entry is the address of a document that names the issuer and
 * every credential taken back. The document has no signature: it counts only as the answer of its own address, which the
 * signed credential names.
 */
export const judgeRevocationListEntry: JudgeStatus = async (order) => {
  const { id: address } = order.entry;
  const facts = { type: '1EdTechRevocationList' };
  if (typeof address !== 'string') return openFinding('malformed-status', { ...facts, field: 'id' });
  const { credentialId } = order;
  if (credentialId === undefined) return openFinding('malformed-status', { ...facts, field: 'credential-id' });
  return judgeByList(order, {
    address,
    purpose: 'revocation',
    facts,
    mayBeUnsigned: true,
    lifetimeMs: () => undefined,
    nameOf: ({ claims }) => claims['id'],
    judge: (list) => judgeCredential(credentialId, address, list),
  });
};

function judgeCredential(credentialId: string, address: string, { claims }: ReadList): StatusFinding {
  const revoked = revokedIn(claims);
  if (revoked === undefined) return openFinding('list-unreadable', { why: 'revokedCredentials' });
  const own = revoked.filter((entry) => (isJsonObject(entry) ? entry['id'] : entry) === credentialId);
  // "If the credential's id is in the list and the value of revoked is true or omitted": and nothing but false says it is not.
  if (own.some((entry) => !isJsonObject(entry) || entry['revoked'] !== false)) return { state: 'failed', reason: 'revoked', facts: {} };
  const [place] = address.split('#', 1);
  if (claims['id'] !== undefined && claims['id'] !== address && claims['id'] !== place) return openFinding('list-not-fitting', { why: 'id' });
  return { state: 'passed', reason: 'in-force', facts: {} };
}

/** The standard writes `revokedCredentials`, some write it in the singular; a list that is signed has it in its subject. */
function revokedIn(claims: JsonObject): readonly JsonValue[] | undefined {
  const subject = claims['credentialSubject'];
  for (const place of [claims, ...(isJsonObject(subject) ? [subject] : [])]) {
    for (const member of ['revokedCredentials', 'revokedCredential']) {
      const value = place[member];
      if (Array.isArray(value) || isJsonObject(value)) return asList(value);
    }
  }
  return undefined;
}
