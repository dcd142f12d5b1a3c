import { limitsReport } from '../services/limitsReport.ts';
import { type Handlers, signedIn } from './handler.ts';

export const limitsHandlers: Handlers<'limits'> = {
  'limits:report': (desk) => signedIn(desk, limitsReport),
};
