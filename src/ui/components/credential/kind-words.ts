import type { ExaminedCredential } from '../../../core/model/examination.ts';
import type { Say } from '../say.ts';

/** What a document is that we keep without judging it: by its proper name, or in plain words. Undefined for credentials. */
export function kindWords({ format, proofs }: Pick<ExaminedCredential, 'format' | 'proofs'>): Say | undefined {
  const [proof] = proofs;
  if (String(format) === 'pdf') return { id: proof === undefined ? 'leaf.kind.pdf' : 'leaf.kind.signed-pdf' };
  if (String(format) !== 'other-kinds' || proof === undefined) return undefined;
  return proof.name === 'JWE' ? { id: 'leaf.kind.encrypted' } : { id: 'leaf.kind', values: { name: { name: proof.name } } };
}

/** Such a document of which we read nothing: then what it does not state is no gap. */
export function isClosed(examined: Pick<ExaminedCredential, 'format' | 'proofs' | 'elements'>): boolean {
  return kindWords(examined) !== undefined && examined.elements.every(({ values }) => values.length === 0);
}
