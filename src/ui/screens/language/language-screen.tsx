import { useLingui } from '@lingui/react';
import { announce } from '../../app/announce.ts';
import { Page } from '../../app/page.tsx';
import { i18n, setLanguage } from '../../languages/current-language.ts';
import { languages } from '../../languages/registry.ts';
import type { Language } from '../../languages/registry.ts';
import { useText } from '../../languages/use-text.ts';

export function LanguageScreen() {
  const text = useText();
  const chosen = useLingui().i18n.locale;
  const choose = async (language: Language): Promise<void> => {
    await setLanguage(language);
    announce(i18n._('language.chosen', { name: language.name }));
  };
  return (
    <Page title={text('language.title')} back={{ to: '/settings', label: text('settings.title') }}>
      <h1 tabIndex={-1}>{text('language.title')}</h1>
      <fieldset className="field" aria-describedby="language-help">
        <legend>{text('language.legend')}</legend>
        <p className="hint" id="language-help">
          {text('language.help')}
        </p>
        <div className="choices">
          {languages.map((language) => (
            <label className="choice" key={language.tag}>
              <input type="radio" name="language" checked={language.tag === chosen} onChange={() => void choose(language)} />
              <span>
                <bdi lang={language.tag} dir={language.dir}>
                  {language.name}
                </bdi>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </Page>
  );
}
