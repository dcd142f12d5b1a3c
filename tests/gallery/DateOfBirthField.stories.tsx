import type { ReactNode } from 'react';
import { DateOfBirthField } from '../../src/renderer/components/DateOfBirthField.tsx';
import styles from './stories.module.css';
import { nothing, type Story } from './story.ts';

const column = (children: ReactNode) => <div className={styles['column']}>{children}</div>;

export const stories: readonly Story[] = [
  { name: 'not entered', render: () => column(<DateOfBirthField value="" onChange={nothing} />) },
  {
    name: 'blind, whole',
    render: () =>
      column(
        <DateOfBirthField blind number={1} hint="ask the patient" value="1984-03-09" onChange={nothing} />,
      ),
  },
  {
    name: 'no such day',
    render: () => column(<DateOfBirthField value="1985-02-29" onChange={nothing} />),
  },
  {
    name: 'refused elsewhere',
    render: () =>
      column(<DateOfBirthField value="2031-03-09" onChange={nothing} refusal="This date is in the future" />),
  },
];
