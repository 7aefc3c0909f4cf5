import type { Holder, StatedText } from '../../model/credential.ts';
import { at, each, present, readString, readText, stated, understand } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readSubjectNames } from '../read-envelope.ts';

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
  const plain = subjects.map(readSubjectNames);
  const identities = subjects.flatMap((subject) => each(at(subject, 'identifier')));
  return {
    names: [...plain.flatMap((subject) => subject.names), ...identities.flatMap(readIdentityName)],
    identifiers: identities.flatMap(readIdentity),
    ...present({ id: plain.find((subject) => subject.id !== undefined)?.id }),
  };
}

function isName(node: ClaimNode): boolean {
  return at(node, 'hashed')?.value === false && at(node, 'identityType')?.value === 'name';
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
  const hashed = at(node, 'hashed')?.value !== false;
  understand(at(node, 'hashed'));
  const kind = readString(at(node, 'identityType'))?.value ?? 'identifier';
  const salt = readString(at(node, 'salt'))?.value;
  const sensitive = sensitiveKinds.has(kind);
  return [stated(place, { kind, value: value.value, hashed, sensitive, ...(salt === undefined ? {} : { salt }) })];
}
