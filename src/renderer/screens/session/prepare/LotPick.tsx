import { SelectField } from '../../../components/SelectField.tsx';
import { useRead } from '../../../hooks/queries.ts';
import { expiryFromTyped, monthAndYear } from './preparationSteps.ts';

type LotPickProps = {
  readonly session: string;
  /** Lot and expiry as they stand in their fields. */
  readonly typed: { readonly lot: string; readonly expiry: string };
  /** `expiry`: as it stands on the vial, `08-2027`. */
  readonly onPick: (picked: { readonly lot: string; readonly expiry: string }) => void;
};

/** Lots that were taken here lately, soonest expiry first; none is chosen for anybody. Source: UX 3.20, P8. */
export function LotPick({ session, typed, onPick }: LotPickProps) {
  const lots = useRead('preparation:lots', { session }).data?.lots ?? [];
  if (lots.length === 0) return null;
  const expiry = expiryFromTyped(typed.expiry);
  const chosen = lots.find((each) => each.lot === typed.lot && each.expiry === expiry);
  return (
    <SelectField
      label="Lot in use"
      hint="soonest expiry first"
      choices={lots.map((each) => ({
        id: each.lot,
        label: `Lot ${each.lot} · expiry ${monthAndYear(each.expiry)}`,
      }))}
      chosen={chosen?.lot ?? null}
      emptyWord="Take the one the vial says, or type it below"
      onChoose={(id) => {
        const picked = lots.find(({ lot }) => lot === id);
        if (picked) onPick({ lot: picked.lot, expiry: monthAndYear(picked.expiry) });
      }}
    />
  );
}
