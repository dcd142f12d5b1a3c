import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as TabSet } from 'react-aria-components';
import styles from './Tabs.module.css';

export type TabsProps = {
  /** What the tabs are of: `Patient record`. */
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly label: string; readonly content: ReactNode }[];
  readonly current: string;
  readonly onChange: (id: string) => void;
};

/** Parts of one record, one at a time. The arrow keys go between the tabs; there is no empty one. */
export function Tabs({ label, tabs, current, onChange }: TabsProps) {
  return (
    <TabSet
      className={styles['tabs'] ?? ''}
      selectedKey={current}
      onSelectionChange={(key) => onChange(`${key}`)}
    >
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {tabs.map(({ id, label: name }) => (
          <Tab key={id} id={id} className={styles['tab'] ?? ''}>
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles['panel'] ?? ''}>
          {content}
        </TabPanel>
      ))}
    </TabSet>
  );
}
