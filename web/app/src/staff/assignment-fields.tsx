import { Checkbox } from '@mantine/core';
import type { Role } from '../api/types.ts';
import { useStaff, useUnits } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, SelectField, useOptions } from '../ui/fields.tsx';
import type { FieldProblems, Fields } from '../ui/form.ts';
import { OF_A_UNIT, OF_THE_PROVINCE, type Member } from './queries.ts';

/** What somebody is, where, and under whom; the roles with commas between them. */
export type AssignmentValues = { unitId: string; roles: string; supervisorId: string };

export const NO_ASSIGNMENT: AssignmentValues = { unitId: '', roles: '', supervisorId: '' };

export function assignmentOf({ unitId, roles, supervisorId }: Member): AssignmentValues {
  return { unitId: unitId ?? '', roles: [...roles].sort().join(','), supervisorId: supervisorId ?? '' };
}

export function assignmentBody({ unitId, roles, supervisorId }: AssignmentValues) {
  return {
    roles: roles.split(','),
    ...(unitId === '' ? {} : { unitId }),
    ...(supervisorId === '' ? {} : { supervisorId }),
  };
}

export function assignmentProblems({ roles }: AssignmentValues): FieldProblems<AssignmentValues> {
  return roles === '' ? { roles: 'field.required' } : {};
}

interface Props {
  fields: Pick<Fields<AssignmentValues>, 'values' | 'bind' | 'set' | 'error'>;
  /** Whose assignment it is: nobody is their own supervisor. */
  staffId?: string;
}

/** Only what can be: roles of a unit together, one of the province alone. */
export function AssignmentFields({ fields, staffId }: Props) {
  const { t, named } = useTexts();
  const units = useUnits();
  const { values, bind, set } = fields;
  const inAUnit = values.unitId !== '';
  const roles = useOptions('role', inAUnit ? OF_A_UNIT : OF_THE_PROVINCE);
  const supervisors = useSupervisorsOf(values.unitId, staffId);
  const move = (unitId: string) => {
    if ((unitId === '') === inAUnit) set('roles', '');
    set('supervisorId', '');
    set('unitId', unitId);
  };
  return (
    <>
      <div className="hifazat-columns">
        <SelectField
          {...bind('unitId')}
          onChange={(event) => move(event.currentTarget.value)}
          label={t('staff.works-in')}
          placeholder={t('staff.province')}
          options={(units.data ?? []).map((unit) => ({ value: unit.id, label: named(unit.name) }))}
        />
        {inAUnit && (
          <SelectField
            {...bind('supervisorId')}
            label={t('staff.supervisor')}
            placeholder={t('staff.no-supervisor')}
            options={supervisors.map((one) => ({ value: one.staffId, label: one.displayName }))}
          />
        )}
      </div>
      {inAUnit ? (
        <Checkbox.Group
          label={t('directory.roles')}
          value={values.roles === '' ? [] : values.roles.split(',')}
          onChange={(picked) => set('roles', [...picked].sort().join(','))}
          error={fields.error('roles')}
          required
        >
          <div className="hifazat-columns">
            {roles.map((role) => <Checkbox key={role.value} {...role} className="hifazat-choice" />)}
          </div>
        </Checkbox.Group>
      ) : (
        <ChoiceField {...bind('roles')} label={t('staff.role')} description={t('staff.role-alone')} options={roles} required />
      )}
    </>
  );
}

function useSupervisorsOf(unitId: string, except: string | undefined) {
  const staff = useStaff(unitId, unitId !== '');
  return (staff.data ?? []).filter((one) => one.active && one.staffId !== except && (one.roles as readonly Role[]).includes('supervisor'));
}
