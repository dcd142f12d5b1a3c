import type { Request } from '../../src/contract/channels.ts';

/** Somebody the training clinic has never seen, as a nurse registers them. */
export const NEWCOMER: Request<'patients:register'>['details'] = {
  familyName: 'Winter',
  givenName: 'Noa',
  preferredName: '',
  title: '',
  born: '1980-02-02',
  sex: 'female',
  recordNumber: 'T900-000-01',
  height: '',
};
