/** One canonical N-Quad: subject, predicate, object, and the graph if it is not the default one. */
const quad = /^(_:\S+|<[^>]*>) (<[^>]*>) (_:\S+|<[^>]*>|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@\S+)?)(?: (_:\S+|<[^>]*>))? \.$/;

/**
 * Lines of N-Quads with other labels for their blank nodes, in order (VC-DI-ECDSA 3.4.3); undefined where a label has no
 * other. Texts that look like labels are left as they are. `labels` are without the `_:` in front.
 */
export function relabelQuads(nquads: string, labels: ReadonlyMap<string, string>): readonly string[] | undefined {
  const lines: string[] = [];
  for (const line of nquads.split('\n')) {
    if (line === '') continue;
    const [, subject, predicate, object, graph] = quad.exec(line) ?? [];
    if (subject === undefined || predicate === undefined || object === undefined) return undefined;
    const parts = [subject, predicate, object, ...(graph === undefined ? [] : [graph])].map((part) => relabel(part, labels));
    if (parts.includes(undefined)) return undefined;
    lines.push(`${parts.join(' ')} .\n`);
  }
  return lines.sort();
}

function relabel(part: string, labels: ReadonlyMap<string, string>): string | undefined {
  if (!part.startsWith('_:')) return part;
  const label = labels.get(part.slice(2));
  return label === undefined ? undefined : `_:${label}`;
}

/** The labels of the blank nodes in N-Quads, each once. */
export function labelsIn(nquads: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of nquads.split('\n')) {
    for (const part of quad.exec(line)?.slice(1) ?? []) if (part?.startsWith('_:') === true) found.add(part.slice(2));
  }
  return found;
}
