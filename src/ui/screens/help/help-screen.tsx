import { Closed } from '../../components/closed.tsx';
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
          <Closed key={number} name={text(`help.${number}.ask`)} arrow={20}>
            <p>{text(`help.${number}.answer`)}</p>
          </Closed>
        ))}
      </div>
    </Page>
  );
}
