import { credentialsIn } from '../../../core/model/examination.ts';
import type { PreparedShare } from '../../../wallet/wallet.ts';
import { Day } from '../../components/day.tsx';
import { Sentence } from '../../languages/sentence.tsx';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';

/** What is honest to say before it goes out: that it goes whole, that it cannot be taken back, how big it is. */
export function ShareSentences({ share, byFile }: { readonly share: PreparedShare; readonly byFile: boolean }) {
  const text = useText();
  const formats = useFormats();
  const { form, expires, size, seen } = share;
  // An original that goes by itself may still fit into a code.
  const tooBig = size.codeParts === 0 || (byFile && form !== 'as-file');
  const several = credentialsIn(seen).length > 1;
  const kilobytes = text('share.size.kilobytes', { amount: formats.number(Math.max(0.1, Math.round(size.bytes / 100) / 10)) });
  return (
    <div className="stack">
      <p>{text(form === 'as-file' ? 'share.asFile' : several ? 'share.whole.many' : 'share.whole')}</p>
      <p className="muted">
        {expires === undefined ? text('share.keep.noEnd') : <Sentence id="share.keep" values={{ date: <Day date={expires} /> }} />}
      </p>
      <p className="small muted">
        {tooBig
          ? text('share.size.file', { size: kilobytes })
          : size.codeParts === 1
            ? text('share.size.still', { size: kilobytes })
            : text('share.size.moving', { size: kilobytes, parts: size.codeParts })}
      </p>
    </div>
  );
}
