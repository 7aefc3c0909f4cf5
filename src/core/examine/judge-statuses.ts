import { formatFor } from '../formats/registry.ts';
import { glimpseOf } from '../formats/glimpse.ts';
import { issuerIdOf } from '../formats/credential-shape.ts';
import { judgeSignatures } from '../checks/proof.ts';
import { bindingCheck } from '../checks/binding.ts';
import { validityPeriodCheck } from '../checks/validity-period.ts';
import type { CredentialSubject } from '../checks/check.ts';
import type { Answer, AnswerFor } from '../model/answers.ts';
import type { Instant } from '../model/instant.ts';
import { asList, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { ListReading, StatusFinding } from '../model/status.ts';
import { judgeStatusEntry } from '../status-lists/registry.ts';
import type { ExamineTools } from './examine-tools.ts';
import { verifySecured } from './verify-secured.ts';

/** Every status entry of a credential (B58), in the order of the document; an entry that is no object is one too. */
function statusEntriesOf(claims: JsonObject): readonly JsonValue[] {
  const stated = claims['status'];
  return [...asList(claims['credentialStatus']), ...asList(stated).filter(isJsonObject)];
}

/**
 * Judges every status entry by the lists at hand. Called only for a signature that fits: nothing is looked up, and nothing
 * wanted, for anything else (B64).
 */
export async function judgeStatuses(
  claims: JsonObject,
  issuerId: string | undefined,
  now: Instant,
  answerFor: AnswerFor,
  tools: ExamineTools,
): Promise<readonly StatusFinding[]> {
  const readList = (answer: Answer): Promise<ListReading> => readStatusList(answer, now, tools);
  const findings: StatusFinding[] = [];
  for (const entry of statusEntriesOf(claims)) {
    findings.push(isJsonObject(entry) ? await judgeOne({ entry, issuerId, now, answerFor, readList }) : malformedEntry);
  }
  return findings;
}

const malformedEntry: StatusFinding = { state: 'unknown', reason: 'unknown-status-type', facts: { type: '' } };

async function judgeOne(order: Parameters<typeof judgeStatusEntry>[0]): Promise<StatusFinding> {
  try {
    return await judgeStatusEntry(order);
  } catch {
    return { state: 'unknown', reason: 'threw', facts: {} };
  }
}

/** Opens a list like any credential and judges its own proof, binding and dates. */
async function readStatusList({ bytes, at }: Answer, now: Instant, tools: ExamineTools): Promise<ListReading> {
  const glimpse = glimpseOf({ bytes, transport: 'link', arrivedAt: at });
  const opened = (await formatFor(glimpse)?.load())?.(glimpse, tools);
  if (opened?.ok !== true || opened.value.kind !== 'credential') return { outcome: 'unusable', reason: 'list-unreadable', facts: {} };
  const { claims, secured, defects } = opened.value;
  const issuerId = issuerIdOf(claims);
  const securing = await verifySecured({ secured, defects, controller: issuerId, purpose: 'assertionMethod', now, says: claims }, tools);
  const subject: CredentialSubject = { claims, securing, now, notBefore: now, ownList: [], ...(issuerId === undefined ? {} : { issuerId }) };
  const isSigned = securing.form !== 'unsigned';
  if (isSigned) {
    const [proof, binding] = [judgeSignatures(securing), bindingCheck.run(subject)];
    if (proof.state !== 'passed') return { outcome: 'unusable', reason: proof.state === 'failed' ? 'list-altered' : 'list-unchecked', facts: { why: proof.reason } };
    if (binding.state !== 'passed') return { outcome: 'unusable', reason: 'list-unchecked', facts: { why: binding.reason } };
  }
  const time = validityPeriodCheck.run(subject);
  if (time.state === 'failed' || time.state === 'unknown') return { outcome: 'unusable', reason: 'list-out-of-date', facts: { why: time.reason } };
  return { outcome: 'read', claims, isSigned, ...(issuerId === undefined ? {} : { issuerId }), ...(secured.form === 'jwt' ? { header: secured.header } : {}) };
}
