import { useState } from 'react';
import { applyLook, readLook } from '../../app/look.ts';
import type { Look } from '../../app/look.ts';
import { Page } from '../../app/page.tsx';
import { useText } from '../../languages/use-text.ts';

const themes: readonly Look['theme'][] = ['system', 'light', 'dark'];
const contrasts: readonly Look['contrast'][] = ['system', 'normal', 'more'];

export function LookScreen() {
  const text = useText();
  const [look, setLook] = useState(readLook);
  const choose = (part: Partial<Look>): void => {
    const next = { ...look, ...part };
    applyLook(next);
    setLook(next);
  };
  return (
    <Page title={text('look.title')} back={{ to: '/settings', label: text('settings.title') }}>
      <h1 tabIndex={-1}>{text('look.title')}</h1>
      <fieldset className="field">
        <legend>{text('look.theme')}</legend>
        <div className="choices">
          {themes.map((theme) => (
            <label className="choice" key={theme}>
              <input type="radio" name="theme" checked={look.theme === theme} onChange={() => choose({ theme })} />
              <span>{text(`look.theme.${theme}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="field">
        <legend>{text('look.contrast')}</legend>
        <div className="choices">
          {contrasts.map((contrast) => (
            <label className="choice" key={contrast}>
              <input type="radio" name="contrast" checked={look.contrast === contrast} onChange={() => choose({ contrast })} />
              <span>{text(`look.contrast.${contrast}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </Page>
  );
}
