import type { ReactNode } from 'react';

/** One state of a component, as a person would name it. */
export type Story = {
  readonly name: string;
  readonly render: () => ReactNode;
  /** Takes the whole window: shown alone. */
  readonly solo?: boolean;
};

/** Stories press buttons that lead nowhere. */
export function nothing(): void {}
