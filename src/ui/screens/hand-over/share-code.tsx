import { useEffect, useRef } from 'react';
import type { PreparedShare } from '../../../wallet/wallet.ts';
import type { ShownCode } from '../../../wallet/ports.ts';
import { useText } from '../../languages/use-text.ts';
import { partOf, rates, warnSeconds } from './code-show.ts';
import type { CodeState, Rate } from './code-show.ts';
import { Failure } from '../../components/failure.tsx';
import css from './hand-over.module.css';
import { ShareName } from './share-name.tsx';
import type { HandingOver } from './use-hand-over.ts';

interface ShareCodeProps {
  readonly share: PreparedShare;
  readonly over: HandingOver;
}

/** Second step: the share itself as a code, still or moving. */
export function ShareCode({ share, over }: ShareCodeProps) {
  const text = useText();
  const { code, codeError, state, fileFirst, rate } = over;
  const { codeParts, linkCharacters } = share.size;
  if (codeParts === 0) return <p>{text(linkCharacters === 0 ? 'handOver.tooLarge.file' : 'handOver.tooLarge')}</p>;
  const moving = codeParts > 1;
  const part = state.kind === 'shown' && code !== undefined ? partOf(state.sequence, code) : undefined;
  return (
    <section className="stack" aria-labelledby="scan-this" data-gap="s">
      <div className="row between">
        <h2 id="scan-this">{text('handOver.scan')}</h2>
        {moving && part !== undefined ? (
          <p className="small">
            <strong>{text('handOver.part', { part, parts: codeParts })}</strong>
          </p>
        ) : null}
      </div>
      {codeError === undefined ? null : <Failure error={codeError} />}
      {moving && part !== undefined ? <Ticks part={part} parts={codeParts} /> : null}
      {state.kind === 'shown' && code !== undefined ? (
        <div className="code">
          <Drawn code={code} sequence={state.sequence} />
          <p>
            <ShareName share={share} />
          </p>
        </div>
      ) : null}
      {state.kind === 'hidden' ? <p role="status">{text('handOver.gone')}</p> : null}
      {moving && state.kind === 'waiting' ? (
        <p>{fileFirst ? text('handOver.large', { seconds: Math.ceil(codeParts / rate) }) : text(over.still ? 'handOver.steps' : 'handOver.flicker')}</p>
      ) : null}
      {state.kind === 'shown' ? <Remarks state={state} moving={moving} still={over.still} /> : null}
      {moving && !over.still ? <Speed over={over} /> : null}
    </section>
  );
}

function Ticks({ part, parts }: { readonly part: number; readonly parts: number }) {
  return (
    <ol className={`ticks ${parts > 40 ? css.many : ''}`} role="list" aria-hidden="true">
      {Array.from({ length: parts }, (_, index) => (
        <li key={index} {...(index + 1 === part ? { 'data-now': '' } : {})} />
      ))}
    </ol>
  );
}

function Drawn({ code, sequence }: { readonly code: ShownCode; readonly sequence: number }) {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const label = code.parts === 1 ? text('handOver.code.still') : text('handOver.code.part', { part: partOf(sequence, code), parts: code.parts });
  useEffect(() => {
    if (place.current !== null) code.draw(place.current, code.text(sequence), label);
  }, [code, sequence, label]);
  // A moving code was asked for by a button far below it.
  useEffect(() => {
    if (code.parts > 1) place.current?.scrollIntoView({ block: 'center' });
  }, [code]);
  return <div className={css.drawn} ref={place} />;
}

function Remarks({ state, moving, still }: { readonly state: Extract<CodeState, { kind: 'shown' }>; readonly moving: boolean; readonly still: boolean }) {
  const text = useText();
  const { secondsLeft } = state;
  return (
    <>
      <p className={`small muted ${css.screenOnly}`}>
        {secondsLeft <= warnSeconds ? <strong>{text('handOver.ending', { seconds: secondsLeft })}</strong> : text('handOver.left', { seconds: secondsLeft })}{' '}
        {moving && !still ? text('handOver.flicker') : null}
      </p>
      {state.hint ? <p className={`small ${css.screenOnly}`}>{text('handOver.brighter')}</p> : null}
    </>
  );
}

function Speed({ over }: Pick<ShareCodeProps, 'over'>) {
  const text = useText();
  return (
    <div className={css.speed}>
      <label htmlFor="speed">{text('handOver.speed')}</label>
      <select className="input" id="speed" value={over.rate} onChange={(event) => over.show.setRate(Number(event.target.value) as Rate)}>
        {rates.map((rate) => (
          <option key={rate} value={rate}>
            {rate}
          </option>
        ))}
      </select>
    </div>
  );
}
