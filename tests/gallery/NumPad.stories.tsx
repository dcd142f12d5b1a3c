import { NumPad } from '../../src/renderer/components/NumPad.tsx';
import { nothing, type Story } from './story.ts';

export const stories: readonly Story[] = [
  {
    name: 'types into the pump rate',
    render: () => <NumPad label="7  Pump rate, mL/h" onKey={nothing} onErase={nothing} onNext={nothing} />,
  },
];
