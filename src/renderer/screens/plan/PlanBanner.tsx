import { memo } from 'react';
import type { PlanScreenView } from '../../../contract/views/plan.ts';
import { PatientBanner } from '../../components/PatientBanner.tsx';
import { StateChip } from '../../components/StateChip.tsx';
import { useApp } from '../../hooks/useApp.tsx';

type PlanBannerProps = { readonly view: PlanScreenView; readonly chair: number | null };

/** Who the plan is for; a plan that was never saved is planned all the same. Not drawn again at every key. */
export const PlanBanner = memo(function PlanBanner({ view, chair }: PlanBannerProps) {
  const { clock } = useApp();
  return (
    <PatientBanner
      patient={view.patient}
      now={clock.now}
      zone={clock.zone}
      chair={chair}
      state={<StateChip state={view.state ?? 'PLANNED'} />}
    />
  );
});
