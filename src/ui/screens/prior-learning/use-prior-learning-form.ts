import { useState } from 'react';
import { useLocation } from 'wouter';
import { maxEvidenceBytes } from '../../../core/model/limits.ts';
import type { EvidenceFile, PriorLearning } from '../../../core/model/own-records.ts';
import type { WalletError } from '../../../core/model/wallet-error.ts';
import type { GivenFile } from '../../../wallet/own-doors.ts';
import { announce } from '../../app/announce.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';

const megabyte = 1024 * 1024;

export interface PriorLearningForm {
  readonly title: string;
  readonly what: string;
  readonly when: string;
  /** Kept files that stay. */
  readonly kept: readonly EvidenceFile[];
  readonly added: readonly GivenFile[];
  readonly error?: WalletError;
}

/** The form for prior learning: what was written stays where something is refused. */
export function usePriorLearningForm(before: PriorLearning | undefined) {
  const text = useText();
  const wallet = useWallet();
  const [, navigate] = useLocation();
  const [form, setForm] = useState<PriorLearningForm>({
    title: before?.title ?? '', what: before?.what ?? '', when: before?.when ?? '', kept: before?.evidence ?? [], added: [],
  });
  const change = (part: Partial<PriorLearningForm>): void => setForm((now) => ({ ...now, ...part }));
  const fail = (error: WalletError): void => change({ error });
  return {
    form,
    change,
    /** Reads chosen files; a larger one is refused before a byte of it is read. */
    pick: async (files: readonly File[]): Promise<void> => {
      if (files.some(({ size }) => size > maxEvidenceBytes)) {
        return fail({ code: 'own/file-too-large', facts: { field: 'files', megabytes: maxEvidenceBytes / megabyte } });
      }
      try {
        const read = await Promise.all(files.map(async (file) => ({ name: file.name, mediaType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) })));
        setForm(({ error: _error, ...now }) => ({ ...now, added: [...now.added, ...read] }));
      } catch {
        fail({ code: 'receive/empty', facts: {} });
      }
    },
    /** Saves a copy of a kept file. */
    saveCopy: async (file: EvidenceFile): Promise<void> => {
      const opened = await (await wallet.own()).openEvidence(file.id);
      if (!opened.ok) return fail(opened.error);
      const { bytes, name, mediaType } = opened.value;
      const saved = await wallet.transports.saveFile({ bytes, name, mediaType });
      if (saved.ok) announce(text('prior.files.saved'));
    },
    save: async (): Promise<void> => {
      const { title, what, when, kept, added } = form;
      const doors = await wallet.own();
      const saved = await doors.keepPriorLearning({ title, what, when, evidence: kept.map(({ id }) => id), files: added }, before?.id);
      if (saved.ok) navigate('/prior-learning', { replace: true });
      else fail(saved.error);
    },
  };
}
