import type { CredentialSubject } from '../checks/check.ts';
import { matchOwnList } from '../checks/issuer.ts';
import { credentialChecks } from '../checks/registry.ts';
import { effectivePeriod } from '../checks/validity-period.ts';
import { issuerIdOf } from '../formats/credential-shape.ts';
import type { Credential } from '../model/credential.ts';
import { euElements } from '../model/eu-element-table.ts';
import type { ElementReading } from '../model/eu-elements.ts';
import type { ExaminationContext, ExaminedCredential } from '../model/examination.ts';
import type { JsonObject } from '../model/json.ts';
import type { OpenedCredential } from '../model/opened.ts';
import type { Received } from '../model/received.ts';
import { classOf, headlineOf } from '../model/verdict.ts';
import { vocabularies, vocabularyFor } from '../vocabularies/registry.ts';
import type { ExamineTools } from './examine-tools.ts';
import { identify } from './identify.ts';
import { judgeCredential } from './judge.ts';
import { runChecks } from './run-checks.ts';
import { verifySecured } from './verify-secured.ts';

/** A credential as opened, with everything that can be said of it without the network. */
export async function examineCredential(
  opened: OpenedCredential,
  received: Received,
  context: ExaminationContext,
  tools: ExamineTools,
): Promise<ExaminedCredential> {
  const { claims, secured, defects, raw, mediaType, format, proofs } = opened;
  const issuerId = issuerIdOf(claims);
  const securing = await verifySecured({ secured, defects, controller: issuerId, purpose: 'assertionMethod', now: context.now, says: claims }, tools);
  const { now, notBefore, ownList } = context;
  const subject: CredentialSubject = { claims, securing, now, notBefore, ownList, ...(issuerId === undefined ? {} : { issuerId }) };
  const checks = runChecks(credentialChecks, subject);
  const axes = judgeCredential(checks);
  const headline = headlineOf(axes, context.origin);
  const read = await readClaims(claims);
  return {
    kind: 'credential',
    ...(await identify(raw, claims)),
    raw,
    mediaType,
    format,
    ...read,
    proofs,
    checks,
    axes,
    period: effectivePeriod(subject),
    headline,
    class: classOf(headline),
    text: JSON.stringify(claims, null, 2),
    ...(received.fileName === undefined ? {} : { fileName: received.fileName }),
    ...(axes.unchanged === 'yes' ? whoSigned(subject) : {}),
  };
}

/** Reads the claims by the first vocabulary that knows them; if it fails, which is our mistake, the plain one reads. */
async function readClaims(claims: JsonObject): Promise<Pick<ExaminedCredential, 'vocabulary' | 'credential' | 'elements'>> {
  const first = vocabularyFor(claims);
  const last = vocabularies.at(-1) ?? first;
  for (const vocabulary of [first, last]) {
    try {
      const credential = (await vocabulary.load())(claims);
      return { vocabulary: vocabulary.id, credential, elements: readElements(credential) };
    } catch {
      continue;
    }
  }
  const credential: Credential = { ...nothingRead, reader: { vocabulary: last.id, version: 0 } };
  return { vocabulary: last.id, credential, elements: readElements(credential) };
}

const nothingRead: Omit<Credential, 'reader'> = {
  types: [],
  issuer: { identifiers: [], places: [], parents: [] },
  awardingBodies: [],
  holder: { names: [], identifiers: [] },
  achievements: [],
  evidence: [],
  status: [],
  further: [],
};

/** One reading for each row of the European table, in its order. */
function readElements(credential: Credential): readonly ElementReading[] {
  return euElements.map((element) => ({ id: element.id, mandatory: element.mandatory, ...element.read(credential) }));
}

function whoSigned(subject: CredentialSubject): Pick<ExaminedCredential, 'signer' | 'issuerMatch'> {
  const match = matchOwnList(subject);
  const signer = match?.outcome.signer ?? subject.securing.outcomes.find((outcome) => outcome.signer !== undefined)?.signer;
  if (signer === undefined) return {};
  const { verificationMethod, keyThumbprint } = signer;
  if (match === undefined) return { signer: { verificationMethod, keyThumbprint } };
  const { name, since } = match.entry;
  return { signer: { verificationMethod, keyThumbprint }, issuerMatch: { basis: 'own-list', name, since } };
}
