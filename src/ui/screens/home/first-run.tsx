import { useLingui } from '@lingui/react';
import { Link } from 'wouter';
import { Page } from '../../app/page.tsx';
import { Icon } from '../../components/icon.tsx';
import { WayLink } from '../../components/way-link.tsx';
import { setLanguage } from '../../languages/current-language.ts';
import { chooseLanguage, languages } from '../../languages/registry.ts';
import { useText } from '../../languages/use-text.ts';

function LanguageMenu() {
  const text = useText();
  const { i18n } = useLingui();
  return (
    <label className="row">
      <span className="unseen">{text('frame.language')}</span>
      <Icon name="languages" />
      <select className="input" value={i18n.locale} onChange={(event) => void setLanguage(chooseLanguage([event.target.value]))}>
        {languages.map((language) => (
          <option key={language.tag} value={language.tag} lang={language.tag}>
            {language.name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Nothing is kept yet: the promise in three lines, and four ways on. None of them needs a set-up. */
export function FirstRun() {
  const text = useText();
  return (
    <Page title={text('first.page')} action={<LanguageMenu />} first>
      <div className="stack promise">
        <h1 tabIndex={-1}>{text('first.promise')}</h1>
        <p>{text('first.no-account')}</p>
        <p>{text('first.nothing-sent')}</p>
      </div>
      <Link className="btn" data-kind="main" data-wide="" href="/add">
        <Icon name="plus" />
        {text('first.add')}
      </Link>
      <ul className="ways" role="list">
        <WayLink icon="flask-conical" label={text('first.sample')} help={text('first.sample.help')} href="/sample" />
        <WayLink icon="search-check" label={text('first.check')} help={text('first.check.help')} href="/check" />
        <WayLink icon="history" label={text('first.before')} help={text('first.before.help')} href="/restore" />
      </ul>
      <p className="colophon">
        <span lang="la">Omnia mea mecum porto.</span> {text('first.motto')}
      </p>
    </Page>
  );
}
