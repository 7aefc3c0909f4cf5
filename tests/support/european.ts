import type { ExaminedCredential } from '../../src/core/model/examination.ts';
import { examineCredentialOf } from './examining.ts';
import { european } from './sealing.ts';

export type Document = Record<string, unknown>;

export interface Claim extends Document {
  readonly specifiedBy: Document;
  readonly provenBy: Document;
  readonly awardedBy: Document;
}

export function claimOf(document: Document): Claim {
  return (document['credentialSubject'] as { hasClaim: Claim }).hasClaim;
}

/** The sample with another claim; a function changes what the sample has. */
export function withClaim(change: (claim: Claim) => Document, document: Document = european()): Document {
  const subject = document['credentialSubject'] as Document;
  return { ...document, credentialSubject: { ...subject, hasClaim: change(claimOf(document)) } };
}

/** The sample with another specification. */
export function specified(changes: Document): Document {
  return withClaim((claim) => ({ ...claim, specifiedBy: { ...claim.specifiedBy, ...changes } }));
}

export function proven(changes: Document): Document {
  return withClaim((claim) => ({ ...claim, provenBy: { ...claim.provenBy, ...changes } }));
}

/** One element in short: its state, then each value by its code, amount or words. */
export function short(seen: ExaminedCredential, id: string): readonly string[] {
  const reading = seen.elements.find((each) => each.id === id);
  const values = (reading?.values ?? []).map(({ is, text, raw }) => {
    if (is.kind === 'term') return is.code;
    if (is.kind === 'country' || is.kind === 'language') return is.code;
    if (is.kind === 'workload') return `${is.amount} ${is.system}${is.part === true ? ' of a part' : ''}`;
    if (is.kind === 'level') return `${is.framework} ${is.level}`.trim();
    if (is.kind === 'partial') return is.partial ? 'partial' : 'not partial';
    return is.kind === 'odd-duration' ? `odd ${raw}` : (text[0]?.text ?? raw);
  });
  return [reading?.state ?? 'absent', ...values];
}

export async function elementOf(document: unknown, id: string): Promise<readonly string[]> {
  return short(await examineCredentialOf(document), id);
}

export const snb = 'http://data.europa.eu/snb';
export function concept(id: string, label: string, scheme = 'urn:epass:scheme:1'): Document {
  return { id, type: 'Concept', inScheme: { id: scheme, type: 'ConceptScheme' }, prefLabel: { en: label } };
}
export function listed(list: string, code: string, label: string): Document {
  return concept(`${snb}/${list}/${code}`, label, `${snb}/${list}/25831c2`);
}
export const note = (text: string): Document => ({ id: 'urn:epass:note:9', type: 'Note', noteLiteral: { en: text } });
