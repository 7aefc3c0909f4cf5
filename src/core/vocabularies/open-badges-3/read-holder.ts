import type { Holder, StatedText } from '../../model/credential.ts';
import { at, each, readString, readText, stated, understand, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readSubjectId, readSubjectNames, readSubjectNumbers } from '../read-envelope.ts';

/** Identity numbers and birth dates: masked until the person asks to see them. */
const sensitiveKinds: ReadonlySet<string> = new Set([
  'nationalIdentityNumber',
  'nationalId',
  'dateOfBirth',
  'ext:nationalIdentityNumber',
  'ext:dateOfBirth',
]);

/**
 * The learner of an Open Badge (Open Badges 3.0, IdentityObject). `hashed: false` puts the plain value into
 * `identityHash`: of type `name` it is a name, else an identifier. The subject's id is never parsed.
 */
export function readHolder(subjects: readonly ClaimNode[]): Holder {
  const identities = subjects.flatMap((subject) => each(at(subject, 'identifier')));
  return {
    names: [...subjects.flatMap(readSubjectNames), ...identities.flatMap(readIdentityName)],
    identifiers: [...identities.flatMap(readIdentity), ...subjects.flatMap(readSubjectNumbers)],
    ...readSubjectId(subjects),
  };
}

function isName(node: ClaimNode): boolean {
  return wordAt(at(node, 'hashed')) === 'false' && wordAt(at(node, 'identityType')) === 'name';
}

function readIdentityName(node: ClaimNode): readonly StatedText[] {
  if (!isName(node)) return [];
  const name = readText(at(node, 'identityHash'));
  for (const key of ['hashed', 'salt', 'identityType']) understand(at(node, key));
  return name === undefined ? [] : [name];
}

function readIdentity(node: ClaimNode): Holder['identifiers'] {
  const place = at(node, 'identityHash');
  if (isName(node) || place === undefined) return [];
  const value = readString(place);
  if (value === undefined) return [];
  const hashed = wordAt(at(node, 'hashed')) !== 'false';
  for (const key of ['hashed', 'identityType']) understand(at(node, key));
  const kind = wordAt(at(node, 'identityType')) ?? 'identifier';
  const salt = readString(at(node, 'salt'))?.value;
  const sensitive = sensitiveKinds.has(kind);
  return [stated(place, { kind, value: value.value, hashed, sensitive, ...(salt === undefined ? {} : { salt }) })];
}
