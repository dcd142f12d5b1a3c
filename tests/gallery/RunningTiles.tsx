import { Figure } from '../../src/renderer/components/Figure.tsx';
import { GivenBar } from '../../src/renderer/components/GivenBar.tsx';
import { Icon } from '../../src/renderer/components/Icon.tsx';
import { NumberTile, TileRow } from '../../src/renderer/components/NumberTile.tsx';
import { Quantity } from '../../src/renderer/components/Quantity.tsx';
import styles from './stories.module.css';

/** The four tiles of mockup 08. */
export function RunningTiles() {
  return (
    <TileRow>
      <NumberTile
        wide
        label="Rate"
        icon="pump"
        note="mood 40 · 1 mg per mL"
        context={<Quantity value="0.75 mg/kg/h" />}
        contextNote={
          <>
            nurse may set 27 to <Quantity value="54 mL/h" />
          </>
        }
      >
        <Quantity value="54 mL/h" size={104} />
      </NumberTile>
      <NumberTile
        wide
        label="Given"
        note="≈ calculated"
        contextNote="16.2 of 36 mL"
        context="0.225 of 0.5 mg/kg"
      >
        <Quantity value="16.2 mg" size={40} />
        <GivenBar percent={45} label="Given about 16.2 of 36 mg" />
      </NumberTile>
      <NumberTile label="Ends" note="now 10:18:00" context="22 min left" contextNote="syringe lasts to 10:55">
        <Figure size={40}>10:40:00</Figure>
      </NumberTile>
      <NumberTile label="Next" context="vitals in 2 min" contextNote="last 8 min ago">
        <span className={styles['row']}>
          <Icon name="clock" size={24} />
          <Figure size={40}>10:20</Figure>
        </span>
      </NumberTile>
    </TileRow>
  );
}
