import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { distinctWants } from '../../core/model/answers.ts';
import type { Want } from '../../core/model/answers.ts';
import type { Examination } from '../../core/model/examination.ts';
import type { Received } from '../../core/model/received.ts';
import { announce } from '../app/announce.ts';
import type { MessageId } from '../languages/en.ts';
import { useText } from '../languages/use-text.ts';
import { useStepFocus } from '../screens/settings/use-step-focus.ts';
import { linkHost } from './link-host.ts';
import { credentialLook } from './verdict-looks.ts';

const AskOnline = lazy(() => import('../screens/ask/ask-online.tsx').then((module) => ({ default: module.AskOnline })));
const AskLink = lazy(() => import('../screens/ask/ask-link.tsx').then((module) => ({ default: module.AskLink })));

/** What would have to be asked for more to be known. Nothing for what does not fit: no answer could mend it. */
export function wantsOf(examination: Examination): readonly Want[] {
  switch (examination.kind) {
    case 'credential':
      return examination.headline === 'altered' ? [] : examination.wants;
    case 'unreadable':
      return [];
    case 'share':
      return examination.headline === 'share-altered' ? [] : distinctWants([...(examination.wants ?? []), ...examination.parts.flatMap(wantsOf)]);
    case 'collection':
      return distinctWants(examination.parts.flatMap(wantsOf));
  }
}

interface AskingProps {
  readonly examination: Examination;
  readonly room: 'wallet' | 'check';
  readonly again: (signal?: AbortSignal) => Promise<void>;
}

/**
 * "Check online", where there is something to ask. It stays once it was there, so that it can say what came of it: the
 * verdict stands at the head of the page, out of sight. Where an answer shows that the signature does not fit, the page
 * begins anew, and whoever listens is told so.
 */
export function Asking({ examination, room, again }: AskingProps) {
  const text = useText();
  const wants = wantsOf(examination);
  const [began, begin] = useState(wants.length > 0);
  const headline = headlineWord(examination);
  const said = headline === undefined ? undefined : text('ask.now', { verdict: text(headline) });
  const isOver = began && isAltered(examination);
  useStepFocus(isOver ? 'altered' : 'asking');
  useEffect(() => {
    if (isOver && said !== undefined) announce(said);
  }, [isOver, said]);
  if (wants.length > 0 && !began) begin(true);
  if (!began || isOver) return null;
  return (
    <Suspense fallback={null}>
      <AskOnline wants={wants} room={room} again={again} now={said} />
    </Suspense>
  );
}

/** The headline of what stands alone; several things have one each. */
function headlineWord(examination: Examination): MessageId | undefined {
  if (examination.kind === 'credential') return credentialLook(examination.headline).word;
  const [only, ...more] = examination.kind === 'share' ? examination.parts : [];
  return only?.kind === 'credential' && more.length === 0 ? credentialLook(only.headline).word : undefined;
}

function isAltered(examination: Examination): boolean {
  return (examination.kind === 'credential' && examination.headline === 'altered') || (examination.kind === 'share' && examination.headline === 'share-altered');
}

interface LinkOfferProps {
  readonly address: string;
  readonly take: (received: Received) => void;
  /** The link is all that the page is about. */
  readonly heading?: true;
  readonly children: ReactNode;
}

/** A link, with the question whether to ask that page; `children` where it is none that we ask. */
export function LinkOffer({ address, take, heading, children }: LinkOfferProps) {
  const text = useText();
  const host = linkHost(address);
  if (host === undefined) return children;
  return (
    <>
      {heading === true ? <h1 tabIndex={-1}>{text('ask.link.title')}</h1> : null}
      <Suspense fallback={null}>
        <AskLink key={address} address={address} host={host} take={take} />
      </Suspense>
    </>
  );
}
