import {
  IdentityFields,
  NO_IDENTITY,
} from '../../../src/renderer/screens/session/prepare/IdentityFields.tsx';
import { nothing, type Story } from '../story.ts';
import { Kept } from './kept.tsx';

export const stories: readonly Story[] = [
  {
    name: 'nothing asked yet',
    render: () => (
      <Kept
        from={NO_IDENTITY}
        form={(identity, change) => (
          <IdentityFields identity={identity} onIdentity={change} onNext={nothing} />
        )}
      />
    ),
  },
];
