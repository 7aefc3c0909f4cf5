import { collectionDoors } from './collections.ts';
import { createOwnDesk } from './own-desk.ts';
import type { OwnDoors } from './own-doors.ts';
import { noteDoors, priorLearningDoors } from './own-records.ts';
import type { Ports } from './ports.ts';

const doors = new WeakMap<Ports, OwnDoors>();

function createOwnDoors(ports: Ports): OwnDoors {
  const { vault, examiner } = ports;
  const desk = createOwnDesk(ports);
  return {
    ...collectionDoors(desk),
    ...noteDoors(desk, vault),
    ...priorLearningDoors(desk, vault),
    matchHolder: examiner.matchesHolder,
    remove: (id) => desk.inTurn(() => vault.removeOwn(id)),
    bringBack: ({ record, files }) => desk.inTurn(() => vault.keepOwn(record, files)),
  };
}

/** The doors of one wallet: the same each time, for they take what they are asked in turn. */
export function ownDoorsOf(ports: Ports): OwnDoors {
  const made = doors.get(ports) ?? createOwnDoors(ports);
  doors.set(ports, made);
  return made;
}
