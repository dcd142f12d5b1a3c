import { Icon, type IconName } from '../../components/Icon.tsx';
import styles from './Statements.module.css';

type Statement = { readonly icon: IconName; readonly title: string; readonly text: string };

/** What the program is not, before anybody relies on it. Source: UX 0.2 (1) and 0.4, regulatory position. */
const STATEMENTS: readonly Statement[] = [
  {
    icon: 'pump',
    title: 'Does not control the pump',
    text: 'Works out, compares and records. People set the pump.',
  },
  {
    icon: 'effect',
    title: 'Is not a monitor',
    text: 'Reminds, never alarms. Pump and monitor alarms come first.',
  },
  {
    icon: 'offline',
    title: 'Never uses a network',
    text: 'Not a cleared medical device. The clinic’s own library sets every limit.',
  },
];

export function Statements() {
  return (
    <ul className={styles['statements']} aria-label="What this program is not">
      {STATEMENTS.map(({ icon, title, text }) => (
        <li key={title} className={styles['statement']}>
          <Icon name={icon} />
          <strong>{title}</strong>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
