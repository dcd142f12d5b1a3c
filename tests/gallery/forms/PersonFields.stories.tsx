import { useState } from 'react';
import { PersonFields } from '../../../src/renderer/screens/people/PersonFields.tsx';
import { EMPTY_PERSON, type PersonForm } from '../../../src/renderer/screens/people/personForm.ts';
import type { Story } from '../story.ts';

const LIM: PersonForm = {
  fullName: 'Rosa Lim',
  suffix: 'RN',
  roles: ['nurse'],
  licence: 'RN 40211',
  licenceExpires: '2027-03-31',
  isDateBegun: false,
};

function Person({ from, isNew }: { readonly from: PersonForm; readonly isNew: boolean }) {
  const [form, setForm] = useState(from);
  return <PersonFields form={form} onChange={setForm} isNew={isNew} />;
}

export const stories: readonly Story[] = [
  { name: 'somebody new', render: () => <Person from={EMPTY_PERSON} isNew /> },
  { name: 'somebody who is here: the name stays', render: () => <Person from={LIM} isNew={false} /> },
];
