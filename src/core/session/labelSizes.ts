import type { LabelSize } from './events.ts';

/** Width and height of each label, in millimetres. Source: UX 4, D2 (the flag: ISO 26825). */
export const LABEL_MILLIMETRES: {
  readonly [Size in LabelSize]: { readonly width: number; readonly height: number };
} = {
  bag: { width: 102, height: 51 },
  syringe: { width: 76, height: 25 },
  flag: { width: 40, height: 15 },
};
