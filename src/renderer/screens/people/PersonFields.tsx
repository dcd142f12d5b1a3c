import { ROLES } from '../../../core/session/roles.ts';
import { CheckRow } from '../../components/CheckRow.tsx';
import { DateOfBirthField } from '../../components/DateOfBirthField.tsx';
import { TextEntry } from '../../components/TextEntry.tsx';
import { roleWords } from '../../errorTexts/textFor.ts';
import styles from './PersonFields.module.css';
import { type PersonForm, withRole } from './personForm.ts';

type PersonFieldsProps = {
  readonly form: PersonForm;
  /** Two things of one key may change in turn: each is put on what is there by then. */
  readonly onChange: (change: (before: PersonForm) => PersonForm) => void;
  /** The name is typed once, when somebody comes; it stands on paper. */
  readonly isNew: boolean;
};

/** Name, letters, licence and its end, roles. */
export function PersonFields({ form, onChange, isNew }: PersonFieldsProps) {
  const set = (part: Partial<PersonForm>): void => onChange((before) => ({ ...before, ...part }));
  return (
    <div className={styles['fields']}>
      {isNew && (
        <div className={styles['whole']}>
          <TextEntry
            label="Full name"
            value={form.fullName}
            onType={(fullName) => set({ fullName })}
            maxLength={80}
            autoFocus
          />
        </div>
      )}
      <TextEntry
        label="Letters after the name"
        hint="may be left empty"
        emptyWord="RN, MD"
        value={form.suffix}
        onType={(suffix) => set({ suffix })}
        maxLength={12}
        autoFocus={!isNew}
        optional
      />
      <TextEntry
        label="Licence number"
        hint="may be left empty"
        value={form.licence}
        onType={(licence) => set({ licence })}
        optional
      />
      <div className={styles['whole']}>
        <DateOfBirthField
          label="Last day of the licence"
          hint="may be left empty"
          value={form.licenceExpires}
          onChange={(licenceExpires) => set({ licenceExpires })}
          onPartial={(isDateBegun) => set({ isDateBegun })}
        />
      </div>
      <fieldset className={styles['roles']}>
        <legend>Roles</legend>
        {ROLES.map((role) => (
          <CheckRow
            key={role}
            label={capital(roleWords(role))}
            detail={role === 'admin' ? 'alone: writes nothing clinical' : undefined}
            state={form.roles.includes(role) ? 'met' : 'unmet'}
            onChange={(has) => set({ roles: withRole(form.roles, role, has) })}
          />
        ))}
      </fieldset>
    </div>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
