import { useMemo } from 'react';
import type { BadgeImageKind, BakedBadge } from '../../../core/model/baked.ts';
import type { ExaminedCredential } from '../../../core/model/examination.ts';
import { originalFileName } from '../../components/credential/original-file-name.ts';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../languages/use-text.ts';
import { Failure } from '../../components/failure.tsx';
import { judgeBadge } from './judge-badge.ts';
import { SavedLine } from './saved-line.tsx';
import type { BadgeState, Saved, TakeActions } from './use-take.ts';

interface TakeBadgeProps {
  readonly examined: ExaminedCredential;
  readonly badge: Extract<BadgeState, { kind: 'made' | 'failed' }>;
  readonly saved: Saved | undefined;
  readonly saveBadge: TakeActions['saveBadge'];
}

/** The badge within an image, shown as it will be saved. */
export function TakeBadge({ examined, badge, saved, saveBadge }: TakeBadgeProps) {
  const text = useText();
  return (
    <section className="stack" aria-labelledby="take-badge">
      <h2 id="take-badge">{text('take.badge')}</h2>
      {badge.kind === 'failed' ? <Failure error={badge.error} /> : <Made badge={badge.badge} name={badgeFileName(examined)} saved={saved} saveBadge={saveBadge} />}
    </section>
  );
}

/** The name of the original without its ending. */
function badgeFileName(examined: ExaminedCredential): string {
  return `${originalFileName(examined).replace(/\.[A-Za-z0-9-]{1,8}$/, '')}-badge`;
}

interface MadeProps extends Pick<TakeBadgeProps, 'saved' | 'saveBadge'> {
  readonly badge: BakedBadge;
  readonly name: string;
}

function Made({ badge, name, saved, saveBadge }: MadeProps) {
  const text = useText();
  const { instead, kind } = badge;
  // On a picture of ours both kinds can be had; its own picture is of one kind.
  const kinds: readonly BadgeImageKind[] = instead === undefined ? [kind] : ['png', 'svg'];
  return (
    <>
      <p>{text('take.badge.help')}</p>
      <div>
        <Shown badge={badge} />
      </div>
      {instead === undefined ? null : <p className="small muted">{text('take.badge.instead', { why: instead })}</p>}
      <p className="small muted">{text('take.badge.send')}</p>
      <div className="row">
        {kinds.map((one) => (
          <button className="btn" data-kind="second" type="button" key={one} onClick={() => void saveBadge(one, `${name}.${one}`)}>
            <Icon name="download" />
            {text(`take.badge.save.${one}`)}
          </button>
        ))}
        <SavedLine what="badge" saved={saved} />
      </div>
    </>
  );
}

/** Always an image, never markup of the page: nothing in it runs or loads, moves, or is too much to draw. */
function Shown({ badge }: { readonly badge: BakedBadge }) {
  const text = useText();
  const judged = useMemo(() => judgeBadge(badge), [badge]);
  if (!judged.drawn) return <p className="small muted">{text('take.badge.unseen')}</p>;
  return <img className="picture" src={judged.source} alt={text(badge.instead === undefined ? 'take.badge.own' : 'take.badge.plain')} />;
}
