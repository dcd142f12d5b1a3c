import { Figure } from '../../src/renderer/components/Figure.tsx';
import { GivenBar } from '../../src/renderer/components/GivenBar.tsx';
import { NumberTile, TileRow } from '../../src/renderer/components/NumberTile.tsx';
import { Quantity } from '../../src/renderer/components/Quantity.tsx';
import { RunningTiles } from './RunningTiles.tsx';
import type { Story } from './story.ts';

export const stories: readonly Story[] = [
  { name: 'running', render: () => <RunningTiles /> },
  {
    name: 'paused, given not confirmed',
    render: () => (
      <TileRow>
        <NumberTile label="Rate" icon="pump" note="paused" context="was 54 mL/h">
          <Quantity value="0 mL/h" size={104} />
        </NumberTile>
        <NumberTile label="Given" note="calculated" context="16.2 of 36 mL" contextNote="not confirmed">
          <Quantity value="16.2 mg" size={40} approximate />
          <GivenBar percent={45} tone="paused" label="Given about 16.2 of 36 mL" />
        </NumberTile>
        <NumberTile label="Paused" context="since 10:20:00">
          <Figure size={40}>3 min</Figure>
        </NumberTile>
      </TileRow>
    ),
  },
];
