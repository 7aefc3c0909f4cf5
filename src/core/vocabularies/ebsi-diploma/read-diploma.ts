import type { Achievement, Credential, Holder, Party } from '../../model/credential.ts';
import { toVocabularyId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { at, each, peekString, present, readDate, readString, readText, stated } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { furtherClaims } from '../further-claims.ts';
import { nothingStated } from '../nothing-stated.ts';
import { readAmount, readEqf, readField } from '../read-codes.ts';
import { readEnvelope, readParty, readSubjectId, readSubjectNames, readSubjectNumbers, rootOf } from '../read-envelope.ts';

/**
 * The first diplomas of EBSI (`VerifiableDiploma`): what was learned stands in the subject itself, apart as achievement,
 * specification and opportunity, and not yet in the European Learning Model.
 */
export function readDiploma(claims: JsonObject): Credential {
  const root = rootOf(claims);
  const subjects = each(at(root, 'credentialSubject'));
  const { validFrom, ...envelope } = readEnvelope(root);
  const achievements = subjects.flatMap(readAchievement);
  const known = {
    ...envelope,
    issuer: readParty(at(root, 'issuer')),
    awardingBodies: subjects.flatMap((subject) => each(at(subject, 'awardingOpportunity'))).flatMap(readBodies),
    holder: readHolder(subjects),
    achievements,
    evidence: [],
    ...present({
      title: achievements.length === 1 ? achievements[0]?.title : readText(at(root, 'name')),
      issued: readDate(at(root, 'issued')) ?? validFrom,
      validFrom,
    }),
  };
  return { reader: { vocabulary: toVocabularyId('ebsi-diploma'), version: 2 }, ...known, further: furtherClaims(root) };
}

function readHolder(subjects: readonly ClaimNode[]): Holder {
  const given = subjects.flatMap((subject) => readText(at(subject, 'givenNames')) ?? []);
  return { names: [...given, ...subjects.flatMap(readSubjectNames)], identifiers: subjects.flatMap((subject) => [...readSubjectNumbers(subject), ...readIdentifier(subject)]), ...readSubjectId(subjects) };
}

/** The number that a person is known by: masked, for it is that of a passport or a register of people. */
function readIdentifier(subject: ClaimNode): Holder['identifiers'] {
  return each(at(subject, 'identifier')).flatMap((place) => {
    const text = readString(place);
    return text === undefined ? [] : [stated(place, { kind: 'identityNumber', value: text.value, hashed: false, sensitive: true })];
  });
}

function readBodies(opportunity: ClaimNode): readonly Party[] {
  return each(at(opportunity, 'awardingBody')).flatMap((body) => {
    const name = readText(at(body, 'preferredName')) ?? readText(at(body, 'legalName'));
    if (name === undefined) return [];
    const identifiers = ['registration', 'eidasLegalIdentifier', 'vatIdentifier', 'taxIdentifier'].flatMap((kind) =>
      each(at(body, kind)).flatMap((place) => {
        const text = readString(place);
        return text === undefined || text.value.toLowerCase() === 'unknown' ? [] : [stated(place, { kind, value: text.value })];
      }),
    );
    return [{ name, identifiers, places: [], parents: [], ...present({ id: readString(at(body, 'id')), url: peekString(at(body, 'homepage')) }) }];
  });
}

function readAchievement(subject: ClaimNode): readonly Achievement[] {
  const achievement = at(subject, 'learningAchievement');
  const specification = at(subject, 'learningSpecification');
  if (achievement === undefined && specification === undefined) return [];
  // Of several opportunities none is the one that counts: their dates stay among the further claims.
  const opportunities = each(at(subject, 'awardingOpportunity'));
  const opportunity = opportunities.length === 1 ? opportunities[0] : undefined;
  const activity = present({ start: readDate(at(opportunity, 'startedAtTime')), end: readDate(at(opportunity, 'endedAtTime')) });
  return [
    {
      ...nothingStated,
      outcomes: each(at(specification, 'learningOutcome')).flatMap((outcome) => readText(outcome) ?? readText(at(outcome, 'title')) ?? []),
      workloads: each(at(specification, 'ectsCreditPoints')).flatMap((place) => readAmount(place, 'ECTS')),
      levels: [...each(at(specification, 'eqfLevel')).flatMap(readEqf), ...each(at(specification, 'nqfLevel')).flatMap(readNational)],
      fields: each(at(specification, 'iscedfCode')).flatMap((place) => readField(place, true) ?? []),
      notes: each(at(achievement, 'additionalNote')).flatMap((note) => readText(note) ?? []),
      ...(Object.keys(activity).length === 0 ? {} : { activity }),
      ...present({ id: readString(at(achievement, 'id')), title: readText(at(achievement, 'title')), description: readText(at(achievement, 'description')) }),
    },
  ];
}

function readNational(node: ClaimNode): Achievement['levels'] {
  const text = readString(node);
  return text === undefined ? [] : [stated(node, { framework: 'NQF', value: text.value })];
}
