import { useLingui } from '@lingui/react';
import { useLocation } from 'wouter';
import type { ItemSummary } from '../../../core/model/stored.ts';
import { announce, announceNow } from '../../app/announce.ts';
import { useWallet } from '../../app/wallet-context.ts';
import { useText } from '../../languages/use-text.ts';
import { originalFileName } from '../credential/original-file-name.ts';
import { Dialog } from '../dialog.tsx';
import { DocText } from '../doc-text.tsx';
import { errorText } from '../error-text.ts';
import { WayButton } from '../way-button.tsx';

interface ItemActionsProps {
  readonly summary: ItemSummary;
  readonly onClose: () => void;
  /** Called when it was deleted: focus and place are for the page to decide. */
  readonly onRemoved: () => void;
}

/** More for one credential: share, save the original, delete with a way back. */
export function ItemActions({ summary, onClose, onRemoved }: ItemActionsProps) {
  const text = useText();
  const { i18n } = useLingui();
  const wallet = useWallet();
  const [, navigate] = useLocation();
  const save = async (): Promise<void> => {
    const opened = await wallet.open(summary.id);
    if (!opened.ok) return announceNow(errorText(text, opened.error));
    const { examined } = opened.value;
    const saved = await wallet.transports.saveFile({ bytes: examined.raw, name: originalFileName(examined), mediaType: examined.mediaType });
    if (saved.ok) announce(text('credential.saved'));
    onClose();
  };
  const remove = async (): Promise<void> => {
    await wallet.remove([summary.id]);
    onClose();
    onRemoved();
  };
  const title = summary.title.length === 0 ? text('leaf.untitled') : <DocText text={summary.title} prefer={[i18n.locale, 'en']} name />;
  return (
    <Dialog title={title} onClose={onClose}>
      <ul className="ways" role="list">
        <WayButton icon="share-2" label={text('credential.share')} go={() => navigate(`/share/${summary.id}`)} />
        <WayButton icon="files" label={text('take.title')} help={text('take.help')} go={() => navigate(`/credential/${summary.id}/take`)} />
        <WayButton icon="file-text" label={text('statement.title')} help={text('statement.menu.help')} go={() => navigate(`/statement/${summary.id}`)} />
        <WayButton icon="download" label={text('credential.save')} help={text('credential.save.help')} go={() => void save()} />
        <WayButton icon="columns-2" label={text('choose.another')} help={text('choose.another.help')} go={() => navigate(`/choose/${summary.id}`)} />
        <WayButton icon="trash-2" label={text('credential.delete')} help={text('credential.delete.help')} go={() => void remove()} />
      </ul>
    </Dialog>
  );
}
