import { useText } from '../languages/use-text.ts';

interface ShowAllProps {
  /** `dd` below the values of a list of terms. */
  readonly as?: 'dd' | 'div';
  /** How many stand on a screen at first; on paper, where nothing can be pressed, all of them stand. */
  readonly first: number;
  readonly count: number;
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
}

/** Below values of which only the first stand: the others too, and back again. Nothing where all of them stand anyway. */
export function ShowAll({ as: Frame = 'dd', first, count, all, onAll }: ShowAllProps) {
  const text = useText();
  if (count <= first) return null;
  return (
    <Frame className="says no-print">
      <button className="btn" data-kind="quiet" data-edge="start" type="button" aria-expanded={all} onClick={() => onAll(!all)}>
        {all ? text('element.show-less', { count: first }) : text('element.show-all', { count })}
      </button>
    </Frame>
  );
}
