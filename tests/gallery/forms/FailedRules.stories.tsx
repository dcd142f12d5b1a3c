import { FailedRules } from '../../../src/renderer/screens/plan/FailedRules.tsx';
import { OTHER_REASON, type Reasons } from '../../../src/renderer/screens/plan/overrideReasons.ts';
import type { FailedRule } from '../../../src/renderer/screens/plan/planRules.ts';
import type { Story } from '../story.ts';
import { Kept } from './kept.tsx';

const HARD: FailedRule = {
  key: 'hard above dose',
  strength: 'hard',
  name: 'Dose above the hard limit',
  text: '5 mg/kg is above the hard limit 1 mg/kg for this protocol. It cannot be authorised. The library owner can change limits. 5 mg/kg is 10 times the usual 0.5 mg/kg. Check the point.',
};
const SOFT: FailedRule = {
  key: 'soft above total',
  strength: 'soft',
  name: 'Total above the soft limit',
  text: '360 mg is above the soft limit 75 mg.',
};

const shown = (rules: readonly FailedRule[], from: Reasons) => () => (
  <Kept
    from={from}
    form={(reasons, change) => (
      <FailedRules
        rules={rules}
        reasons={reasons}
        onReason={(key, reason) => change({ ...reasons, [key]: reason })}
      />
    )}
  />
);

export const stories: readonly Story[] = [
  { name: 'a hard limit and a soft one that asks why', render: shown([HARD, SOFT], {}) },
  {
    name: 'another reason, in own words',
    render: shown([SOFT], { [SOFT.key]: { choice: OTHER_REASON, text: 'agreed with the family' } }),
  },
];
