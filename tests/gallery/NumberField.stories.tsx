import type { ReactNode } from 'react';
import { LimitBar } from '../../src/renderer/components/LimitBar.tsx';
import { Quantity } from '../../src/renderer/components/Quantity.tsx';
import { NumberFieldDemo } from './NumberFieldDemo.tsx';
import { DOSE, RATE, SPO2, SYSTOLIC, VOLUME, WEIGHT } from './rules.ts';
import styles from './stories.module.css';
import type { Story } from './story.ts';

const column = (children: ReactNode) => <div className={styles['column']}>{children}</div>;

export const stories: readonly Story[] = [
  {
    name: 'not entered',
    render: () => column(<NumberFieldDemo label="Pump rate" hint="your own sum" rule={RATE} />),
  },
  {
    name: 'typed, not entered',
    render: () => column(<NumberFieldDemo label="Dose" rule={DOSE} typed="0.5" />),
  },
  {
    name: 'copied from last time, hollow until it is touched',
    render: () => column(<NumberFieldDemo label="Dose" rule={DOSE} typed="0.5" copied />),
  },
  {
    name: 'entered, with its echo',
    render: () => column(<NumberFieldDemo label="Dose" rule={DOSE} typed="0.5" alreadyEntered echo />),
  },
  {
    name: 'a pound echo below',
    render: () =>
      column(
        <NumberFieldDemo label="Weight" hint="read the scale" rule={WEIGHT} typed="72" alreadyEntered>
          = <Quantity value="158.7 lb" />
        </NumberFieldDemo>,
      ),
  },
  {
    name: 'comma once entered',
    render: () => column(<NumberFieldDemo label="Volume" rule={VOLUME} typed="1056" alreadyEntered />),
  },
  {
    name: 'refused',
    render: () =>
      column(
        <NumberFieldDemo
          label="Dose"
          rule={DOSE}
          typed="1,5"
          refusal="Use a point, not a comma. Type 1.5 or 15"
        />,
      ),
  },
  {
    name: 'blind',
    render: () =>
      column(
        <NumberFieldDemo
          blind
          number={7}
          label="Pump rate"
          hint="your own sum"
          rule={RATE}
          typed="54"
          alreadyEntered
        />,
      ),
  },
  {
    name: 'blind and empty',
    render: () =>
      column(<NumberFieldDemo blind number={8} label="Volume to give" hint="your own sum" rule={VOLUME} />),
  },
  {
    name: 'narrow, as on the record pad',
    render: () => (
      <div className={styles['row']}>
        <div className={styles['narrow']}>
          <NumberFieldDemo label="BP systolic" unitPlace="label" rule={SYSTOLIC} emptyWord="Not recorded">
            141 at 10:10
          </NumberFieldDemo>
        </div>
        <div className={styles['narrow']}>
          <NumberFieldDemo label="SpO2" unitPlace="snug" rule={SPO2} typed="97" alreadyEntered>
            98 at 10:10
          </NumberFieldDemo>
        </div>
      </div>
    ),
  },
  {
    name: 'label at the left, limits at the right',
    render: () => (
      <div className={styles['plan']}>
        <NumberFieldDemo
          label="Dose"
          labelPlace="left"
          rule={DOSE}
          typed="0.5"
          alreadyEntered
          echo
          beside={
            <LimitBar
              limits={{
                usual: '0.5 mg/kg',
                softMinimum: '0.25 mg/kg',
                softMaximum: '0.75 mg/kg',
                hardMinimum: '0.1 mg/kg',
                hardMaximum: '1 mg/kg',
              }}
              value="0.5 mg/kg"
            />
          }
        />
      </div>
    ),
  },
];
