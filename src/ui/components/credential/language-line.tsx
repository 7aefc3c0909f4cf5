import { useId } from 'react';
import { useFormats } from '../../languages/use-formats.ts';
import { useText } from '../../languages/use-text.ts';
import { Icon } from '../icon.tsx';

interface LanguageLineProps {
  readonly languages: readonly string[];
  /** Undefined where there is only one: then nothing can be chosen. */
  readonly shown: string | undefined;
  readonly choose: (language: string) => void;
}

/** Up to here each language is a button; more of them would be a page of their own on a phone. */
const mostButtons = 3;

/** "Shown in Arabic. Also: English." Nothing is ever translated by us. */
export function LanguageLine({ languages, shown, choose }: LanguageLineProps) {
  const text = useText();
  const formats = useFormats();
  const id = useId();
  if (shown === undefined) return null;
  if (languages.length > mostButtons + 1) {
    const named = languages.map((language) => [formats.language(language), language] as const).sort(([one], [other]) => one.localeCompare(other));
    return (
      <div className="row between no-print">
        <label className="small muted" htmlFor={id}>
          {text('leaf.shown-in.menu')}
        </label>
        <select className="input" id={id} value={shown} onChange={(event) => choose(event.target.value)}>
          {named.map(([name, language]) => (
            <option key={language} value={language}>
              {name}
            </option>
          ))}
        </select>
      </div>
    );
  }
  return (
    <div className="row between no-print">
      <p className="small muted">{text('leaf.shown-in', { language: formats.language(shown) })}</p>
      <div className="row">
        {languages
          .filter((language) => language !== shown)
          .map((language, index, others) => (
            <button key={language} className="btn" data-kind="quiet" {...(index === others.length - 1 ? { 'data-edge': 'end' } : {})} type="button" onClick={() => choose(language)}>
              <Icon name="languages" />
              {formats.language(language)}
            </button>
          ))}
      </div>
    </div>
  );
}
