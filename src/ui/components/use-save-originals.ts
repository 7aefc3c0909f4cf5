import { announceNow } from '../app/announce.ts';
import { useWallet } from '../app/wallet-context.ts';
import { useText } from '../languages/use-text.ts';
import { errorText } from './error-text.ts';

/** Saves a ZIP with every original, and the raw bytes of what cannot be opened. */
export function useSaveOriginals(): () => void {
  const wallet = useWallet();
  const text = useText();
  return () => {
    void wallet.exportOriginals().then(async (originals) => {
      if (!originals.ok) return announceNow(errorText(text, originals.error));
      const { bytes, fileName } = originals.value;
      const saved = await wallet.transports.saveFile({ bytes, name: fileName, mediaType: 'application/zip' });
      return saved.ok ? undefined : announceNow(errorText(text, saved.error));
    });
  };
}
