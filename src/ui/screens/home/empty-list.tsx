import { Link } from 'wouter';
import { Chip } from '../../components/chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../languages/use-text.ts';
import { QuietLink } from '../../components/quiet-link.tsx';

/** The list without a credential: one sentence, Add, the sample, and what she can write herself. */
export function EmptyList() {
  const text = useText();
  return (
    <>
      <div className="empty">
        <h1 tabIndex={-1}>{text('home.empty')}</h1>
        <p className="intro">{text('home.empty.text')}</p>
        <Link className="btn" data-kind="main" href="/add">
          <Icon name="plus" />
          {text('first.add')}
        </Link>
      </div>
      <ul className="cards" role="list">
        <li className="card">
          <h2 className="card-title">
            <Link href="/sample">{text('sample.card.title')}</Link>
          </h2>
          <p className="card-by">{text('sample.card.issuer')}</p>
          <Chip headline="sample" />
        </li>
      </ul>
      <QuietLink to="/prior-learning" icon="pencil" words="prior.new" />
    </>
  );
}
