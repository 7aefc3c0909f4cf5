import type { Party } from '../../model/credential.ts';
import { at, each } from '../claim-node.ts';
import type { ClaimNode } from '../claim-node.ts';
import { readParty } from '../read-envelope.ts';

/** `achievement.creator` that says a name: the awarding body, beside the issuer (Open Badges 3.0 and CLR 2.0). */
export function readCreators(subjects: readonly ClaimNode[]): readonly Party[] {
  return subjects
    .flatMap((subject) => each(at(subject, 'achievement')))
    .flatMap((achievement) => each(at(achievement, 'creator')))
    .map(readParty)
    .filter((party) => party.name !== undefined);
}
