import { refuse, succeed } from '../core/model/attempt.ts';
import type { Attempt } from '../core/model/attempt.ts';
import { maxAllEvidenceBytes, maxEvidenceBytes, maxEvidenceFiles, maxNotes, maxPriorLearning } from '../core/model/limits.ts';
import type { EvidenceFile, OpenedEvidence, OwnNote, OwnRecords, PriorLearning } from '../core/model/own-records.ts';
import type { OwnDesk } from './own-desk.ts';
import type { GivenFile, OwnDoors, PriorLearningWords } from './own-doors.ts';
import { tidyFileName, tidyLine, tidyMediaType, tidyName, tidyText } from './own-words.ts';
import type { Vault } from './ports.ts';
import { toHex } from './to-hex.ts';

const megabyte = 1024 * 1024;

/** One note on each credential; of several that a restore brought together (`noteOn`) the words that are written now take the place. */
export function noteDoors(desk: OwnDesk, vault: Vault): Pick<OwnDoors, 'writeNote'> {
  const removeAll = async (notes: readonly OwnNote[]): Promise<Attempt<undefined>> => {
    for (const { id } of notes) {
      const removed = await vault.removeOwn(id);
      if (!removed.ok) return removed;
    }
    return succeed(undefined);
  };
  return {
    writeNote: (item, given) =>
      desk.inTurn(async (own) => {
        const text = tidyText(given, 'text');
        if (!text.ok) return text;
        const [before, ...others] = own.notes.filter((note) => note.item === item);
        if (text.value === '') return before === undefined ? succeed(undefined) : removeAll([...others, before]);
        if (!desk.keptItems().has(item)) return refuse('vault/not-found', { id: item });
        if (before === undefined && own.notes.length >= maxNotes) return refuse('own/too-many', { field: 'notes', max: maxNotes });
        const kept = await desk.keep({ kind: 'note', ...desk.begin(), ...before, item, text: text.value, updatedAt: desk.now() });
        if (!kept.ok) return kept;
        const removed = await removeAll(others);
        return removed.ok ? kept : removed;
      }),
  };
}

type Words = Pick<PriorLearning, 'title' | 'what' | 'when'>;

function tidyWords(given: PriorLearningWords): Attempt<Words> {
  const title = tidyName(given.title, 'title');
  if (!title.ok) return title;
  const what = tidyText(given.what, 'what');
  if (!what.ok) return what;
  const when = tidyLine(given.when, 'when');
  return when.ok ? succeed({ title: title.value, what: what.value, when: when.value }) : when;
}

function sizeOf(files: readonly { readonly size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

async function toEvidence({ name, mediaType, bytes }: GivenFile, id: string): Promise<OpenedEvidence> {
  const sha256 = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))));
  return { id, name: tidyFileName(name), mediaType: tidyMediaType(mediaType), size: bytes.length, sha256, bytes };
}

/** Refuses files beyond the caps before any of them is read: what is kept here travels in every backup. */
function roomFor(files: readonly GivenFile[], staying: readonly EvidenceFile[], others: readonly PriorLearning[]): Attempt<void> {
  if (files.length + staying.length > maxEvidenceFiles) return refuse('own/too-many', { field: 'files', max: maxEvidenceFiles });
  if (files.some(({ bytes }) => bytes.length === 0)) return refuse('own/file-empty', { field: 'files' });
  const added = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const all = added + sizeOf(staying) + others.reduce((sum, { evidence }) => sum + sizeOf(evidence), 0);
  const isTooLarge = all > maxAllEvidenceBytes || files.some(({ bytes }) => bytes.length > maxEvidenceBytes);
  return isTooLarge ? refuse('own/file-too-large', { field: 'files', megabytes: maxEvidenceBytes / megabyte }) : succeed(undefined);
}

async function keepWords(desk: OwnDesk, own: OwnRecords, given: PriorLearningWords, id?: string): Promise<Attempt<PriorLearning>> {
  const before = own.priorLearning.find((one) => one.id === id);
  if (id !== undefined && before === undefined) return refuse('vault/not-found', { id });
  if (id === undefined && own.priorLearning.length >= maxPriorLearning) return refuse('own/too-many', { field: 'records', max: maxPriorLearning });
  const words = tidyWords(given);
  if (!words.ok) return words;
  const staying = (before?.evidence ?? []).filter((file) => given.evidence.includes(file.id));
  if (staying.length !== new Set(given.evidence).size) return refuse('vault/not-found');
  const room = roomFor(given.files, staying, own.priorLearning.filter((one) => one !== before));
  if (!room.ok) return room;
  const added = await Promise.all(given.files.map((file) => toEvidence(file, desk.newId())));
  const evidence = [...staying, ...added.map(({ bytes: _bytes, ...file }) => file)];
  return desk.keep({ kind: 'prior-learning', ...desk.begin(), ...before, ...words.value, evidence, updatedAt: desk.now() }, added);
}

/** Prior learning in the owner's own words. */
export function priorLearningDoors(desk: OwnDesk, vault: Vault): Pick<OwnDoors, 'keepPriorLearning' | 'openEvidence'> {
  return {
    keepPriorLearning: (given, id) => desk.inTurn((own) => keepWords(desk, own, given, id)),
    openEvidence: vault.openEvidence,
  };
}
