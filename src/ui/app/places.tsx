import { Link, useLocation } from 'wouter';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon.tsx';
import { Mark } from '../components/mark.tsx';
import type { MessageId } from '../languages/en.ts';
import { useText } from '../languages/use-text.ts';

const places: readonly { readonly to: string; readonly label: MessageId; readonly icon: IconName; readonly holds: RegExp }[] = [
  { to: '/', label: 'frame.credentials', icon: 'files', holds: /^\/(?!add|review|protect|check|settings|restore)/ },
  { to: '/add', label: 'frame.add', icon: 'plus', holds: /^\/(add|review|protect)/ },
  { to: '/check', label: 'frame.check', icon: 'search-check', holds: /^\/check/ },
  { to: '/settings', label: 'frame.settings', icon: 'settings', holds: /^\/settings/ },
];

/** The four places: a bar below on a phone, a rail or a list at the side on wider screens. */
export function Places() {
  const text = useText();
  const [path] = useLocation();
  return (
    <nav className="places" aria-label={text('frame.places')}>
      <Mark />
      <ul role="list">
        {places.map((place) => (
          <li key={place.to}>
            <Link href={place.to} {...(place.holds.test(path) ? { 'aria-current': 'page' as const } : {})}>
              <Icon name={place.icon} />
              {text(place.label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
