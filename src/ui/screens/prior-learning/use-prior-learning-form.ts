import { useState } from 'react';
import { useLocation } from 'wouter';
import { refuse, succeed } from '../../../core/model/attempt.ts';
import type { Attempt } from '../../../core/model/attempt.ts';
import { toQuotedText } from '../../../core/model/display-text.ts';
import { maxEvidenceBytes, maxEvidenceFiles } from '../../../core/model/limits.ts';
import type { EvidenceFile, PriorLearning } from '../../../core/model/own-records.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { GivenFile } from '../../../wallet/own-doors.ts';
import { announce } from '../../app/announce.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { useDraft } from '../../components/own/drafts.ts';
import { useFormats } from '../../languages/use-formats.ts';
import type { Formats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';

const megabyte = 1024 * 1024;

export interface PriorLearningForm {
  readonly title: string;
  readonly what: string;
  readonly when: string;
  /** Kept files that stay. */
  readonly kept: readonly EvidenceFile[];
  readonly added: readonly GivenFile[];
}

/** Whether there is room for chosen files, before a byte of them is read; `count`: how many are there already. */
export function judgeFiles(files: readonly { readonly size: number }[], count: number): Attempt<void> {
  if (files.length + count > maxEvidenceFiles) return refuse('own/too-many', { field: 'files', max: maxEvidenceFiles });
  if (files.some(({ size }) => size > maxEvidenceBytes)) return refuse('own/file-too-large', { field: 'files', megabytes: maxEvidenceBytes / megabyte });
  return succeed(undefined);
}

/** The bytes of chosen files. One that is empty or cannot be read is named, and keeps no other out. */
export async function readFiles(files: readonly File[], list: Formats['list']): Promise<{ readonly read: readonly GivenFile[]; readonly error?: WalletError }> {
  const all = await Promise.all(
    files.map(async (file) => ({ name: file.name, mediaType: file.type, bytes: new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0))) })),
  );
  const read = all.filter(({ bytes }) => bytes.length > 0);
  const empty = all.filter((file) => !read.includes(file)).map(({ name }) => `\u2068${toQuotedText(name, 100)}\u2069`);
  return { read, ...(empty.length === 0 ? {} : { error: { code: 'own/file-empty', facts: { field: 'files', count: empty.length, file: list(empty) } } }) };
}

/** The form for prior learning: what was written stays where something is refused. */
export function usePriorLearningForm(before: PriorLearning | undefined) {
  const text = useText();
  const wallet = useWallet();
  const { list } = useFormats();
  const [, navigate] = useLocation();
  const { words, found, change, done, discard, flow } = useDraft<PriorLearningForm>({
    title: before?.title ?? '', what: before?.what ?? '', when: before?.when ?? '', kept: before?.evidence ?? [], added: [],
  });
  const [error, setError] = useState<WalletError>();
  // A file may have gone since, in another tab.
  const form = { ...words, kept: words.kept.filter((file) => before?.evidence.some(({ id }) => id === file.id)) };
  return {
    form,
    error,
    found,
    change,
    discard: (): void => {
      setError(undefined);
      discard();
    },
    pick: async (files: readonly File[]): Promise<void> => {
      const judged = judgeFiles(files, form.kept.length + form.added.length);
      if (!judged.ok) return setError(judged.error);
      const given = await readFiles(files, list);
      setError(given.error);
      if (given.read.length > 0) change({ added: [...flow.get().words.added, ...given.read] });
    },
    /** Saves a copy of a kept file. */
    saveCopy: async (file: EvidenceFile): Promise<void> => {
      const opened = await (await wallet.own()).openEvidence(file.id);
      if (!opened.ok) return setError(opened.error);
      const { bytes, name, mediaType } = opened.value;
      const saved = await wallet.transports.saveFile({ bytes, name, mediaType });
      if (saved.ok) announce(text('prior.files.saved'));
    },
    save: async (): Promise<void> => {
      const { title, what, when, kept, added } = form;
      const doors = await wallet.own();
      const saved = await doors.keepPriorLearning({ title, what, when, evidence: kept.map(({ id }) => id), files: added }, before?.id);
      if (!saved.ok) return setError(saved.error);
      done();
      navigate('/prior-learning', { replace: true });
    },
  };
}
