import { Icon } from '../../components/icon.tsx';
import { Page } from '../../app/page.tsx';
import { useText } from '../../languages/use-text.ts';
import styles from './help.module.css';

const answers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export function HelpScreen() {
  const text = useText();
  return (
    <Page title={text('help.title')} back={{ to: '/settings', label: text('settings.title') }}>
      <div className="stack" data-gap="s">
        <h1 tabIndex={-1}>{text('help.title')}</h1>
        <p className="intro">{text('help.intro')}</p>
      </div>
      <div className={styles.answers}>
        {answers.map((number) => (
          <details className="more" key={number}>
            <summary>
              {text(`help.${number}.ask`)}
              <Icon name="chevron-right" size={20} turned />
            </summary>
            <p>{text(`help.${number}.answer`)}</p>
          </details>
        ))}
      </div>
    </Page>
  );
}
