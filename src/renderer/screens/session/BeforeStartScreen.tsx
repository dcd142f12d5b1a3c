import type { SessionView } from '../../../contract/views/session.ts';
import { Screen } from '../../components/Screen.tsx';

export function BeforeStartScreen({ session }: { readonly session: SessionView }) {
  return <Screen>{session.number}</Screen>;
}
