import type { PumpedProtocol } from '../library/library.ts';

/** `syringe` of `50 mL syringe`, `bag` of `500 mL bag`: what a container is called at the chair. */
export function containerNoun({ container }: Pick<PumpedProtocol, 'container'>): string {
  return container.name.trim().split(/\s+/).at(-1) || 'container';
}
