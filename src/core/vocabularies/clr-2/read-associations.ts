import type { Achievement, Association, LocalizedText, Stated } from '../../model/credential.ts';
import { toDisplayText } from '../../model/display-text.ts';
import { at, each, readString, readText, stated, wordAt } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';

/** What a record says of how its parts belong together, and what it calls them. */
export interface RecordParts {
  readonly associations: readonly Stated<Association>[];
  /** The ids of wholes and of parts, by the id of an achievement. */
  readonly partOf: ReadonlyMap<string, readonly Stated<string>[]>;
  readonly hasPart: ReadonlyMap<string, readonly Stated<string>[]>;
}

const upward: ReadonlySet<string> = new Set(['isPartOf', 'isChildOf']);

/** CLR 2.0, Association: `association[]` of the subjects. One that lacks an end or its type stays among the further claims. */
export function readAssociations(subjects: readonly ClaimNode[]): RecordParts {
  const names = namesIn(subjects);
  const partOf = new Map<string, Stated<string>[]>();
  const hasPart = new Map<string, Stated<string>[]>();
  const associations = subjects.flatMap((subject) => each(at(subject, 'association'))).flatMap((node) => {
    const [relation, source, target] = [wordAt(at(node, 'associationType')), at(node, 'sourceId'), at(node, 'targetId')];
    const [from, to] = [readString(source), readString(target)];
    if (relation === undefined || relation === '' || from === undefined || to === undefined) return [];
    if (upward.has(relation)) {
      add(partOf, from.value, to);
      add(hasPart, to.value, from);
    }
    if (relation === 'isParentOf') {
      add(partOf, to.value, from);
      add(hasPart, from.value, to);
    }
    const [sourceTitle, targetTitle] = [names.get(from.value), names.get(to.value)];
    const value = { relation, source: from.value, target: to.value, ...(sourceTitle === undefined ? {} : { sourceTitle }), ...(targetTitle === undefined ? {} : { targetTitle }) };
    return [stated(node, value)];
  });
  return { associations, partOf, hasPart };
}

/** The achievement with the ids of what it is part of and of its parts. */
export function placeInRecord(achievement: Achievement, parts: RecordParts): Achievement {
  const id = achievement.id?.value;
  const [partOf, hasPart] = id === undefined ? [] : [parts.partOf.get(id), parts.hasPart.get(id)];
  return { ...achievement, ...(partOf === undefined ? {} : { partOf }), ...(hasPart === undefined ? {} : { hasPart }) };
}

function add(map: Map<string, Stated<string>[]>, key: string, id: Stated<string>): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [id]);
  else known.push(id);
}

/**
 * What things are called in the record, by their ids; credentials inside that are packed as tokens are not looked into. An
 * id that several things of different names bear calls none of them: it stays an id. [Note: Order is nobody's word]
 */
function namesIn(subjects: readonly ClaimNode[]): ReadonlyMap<string, LocalizedText | undefined> {
  const names = new Map<string, LocalizedText | undefined>();
  const note = (thing: ClaimNode, title: LocalizedText | undefined): void => {
    const id = at(thing, 'id')?.value;
    if (typeof id !== 'string' || title === undefined) return;
    const isOther = names.has(id) && JSON.stringify(names.get(id)) !== JSON.stringify(title);
    names.set(id, isOther ? undefined : title);
  };
  for (const subject of subjects) {
    for (const achievement of each(at(subject, 'achievement'))) note(achievement, nameOf(achievement));
    for (const credential of each(at(subject, 'verifiableCredential'))) {
      const inner = each(at(credential, 'credentialSubject')).flatMap((owner) => each(at(owner, 'achievement')));
      for (const achievement of inner) note(achievement, nameOf(achievement));
      note(credential, (inner.length === 1 ? inner.map(nameOf)[0] : undefined) ?? nameOf(credential));
    }
  }
  return names;
}

/** The name of a thing as it is told with each association, and so not longer than a line; its own place is not touched. */
function nameOf(node: ClaimNode): LocalizedText | undefined {
  const name = at(node, 'name');
  const text = name === undefined ? undefined : readText({ ...name, understood: new Set() });
  return text?.value.slice(0, 8).map((one) => ({ ...one, text: toDisplayText(one.text, 200) }));
}
