import { Button, Group, TextInput, Textarea } from '@mantine/core';
import { useAgencies, useStaff } from '../directory/queries.ts';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { DateField, NameField, SelectField, useOptions } from '../ui/fields.tsx';
import { ACTOR_KINDS, type Action, type ActorKind } from './types.ts';
import classes from './casework.module.css';

export interface ActionDraft {
  id: string;
  text: string;
  kind: ActorKind;
  staffId: string;
  agencyId: string;
  name: string;
  dueOn: string;
}

export function newAction(staffId: string | undefined): ActionDraft {
  return { id: crypto.randomUUID(), text: '', kind: 'staff', staffId: staffId ?? '', agencyId: '', name: '', dueOn: '' };
}

export function draftOf(action: Action): ActionDraft {
  const { kind, staffId = '', agencyId = '', name = '' } = action.actor;
  return { id: action.id, text: action.text, kind, staffId, agencyId, name, dueOn: action.dueOn };
}

/** What the service takes: only what belongs to the kind of actor. */
export function actionBody(draft: ActionDraft) {
  const name = draft.name.trim();
  const actor =
    draft.kind === 'staff'
      ? { kind: draft.kind, staffId: draft.staffId }
      : draft.kind === 'agency'
        ? { kind: draft.kind, ...(draft.agencyId === '' ? { name } : { agencyId: draft.agencyId }) }
        : draft.kind === 'other'
          ? { kind: draft.kind, name }
          : { kind: draft.kind };
  return { id: draft.id, text: draft.text.trim(), actor, dueOn: draft.dueOn };
}

export function isWhole(draft: ActionDraft): boolean {
  const named = draft.name.trim() !== '';
  const acts =
    draft.kind === 'staff'
      ? draft.staffId !== ''
      : draft.kind === 'agency'
        ? draft.agencyId !== '' || named
        : draft.kind === 'other'
          ? named
          : true;
  return draft.text.trim() !== '' && draft.dueOn !== '' && acts;
}

interface Props {
  draft: ActionDraft;
  unitId: string;
  number: number;
  /** Mark what is missing. */
  tried: boolean;
  onChange: (next: ActionDraft) => void;
  onRemove: () => void;
}

export function ActionFields({ draft, unitId, number, tried, onChange, onRemove }: Props) {
  const { t, named } = useTexts();
  const staff = useStaff(unitId);
  const agencies = useAgencies();
  const kinds = useOptions('actor', ACTOR_KINDS);
  const missing = (empty: boolean) => (tried && empty ? t('field.required') : undefined);
  const put = (part: Partial<ActionDraft>) => onChange({ ...draft, ...part });
  const colleagues = (staff.data ?? [])
    .filter((member) => member.active)
    .map((member) => ({ value: member.staffId, label: member.displayName }));
  const known = [
    ...(agencies.data ?? []).map((agency) => ({ value: agency.id, label: named(agency.name) })),
    { value: '', label: t('action.agency-not-listed') },
  ];
  return (
    <fieldset className={classes['part']} data-testid="action-fields">
      <legend>{t('action.number', { number })}</legend>
      <Textarea
        label={t('action.text')}
        value={draft.text}
        error={missing(draft.text.trim() === '')}
        onChange={(event) => put({ text: event.currentTarget.value })}
        dir="auto"
        autosize
        minRows={1}
        maxLength={1000}
        required
        name="action-text"
      />
      <div className="hifazat-columns">
        <SelectField
          name="actor-kind"
          value={draft.kind}
          error={undefined}
          onChange={(event) => put({ kind: event.currentTarget.value as ActorKind })}
          label={t('action.who')}
          options={kinds}
          required
        />
        {draft.kind === 'staff' && (
          <SelectField
            name="actor-staff"
            value={draft.staffId}
            error={missing(draft.staffId === '')}
            onChange={(event) => put({ staffId: event.currentTarget.value })}
            label={t('action.colleague')}
            options={colleagues}
            placeholder={t('action.choose')}
            required
          />
        )}
        {draft.kind === 'agency' && (
          <SelectField
            name="actor-agency"
            value={draft.agencyId}
            error={undefined}
            onChange={(event) => put({ agencyId: event.currentTarget.value })}
            label={t('action.agency')}
            options={known}
          />
        )}
        {(draft.kind === 'other' || (draft.kind === 'agency' && draft.agencyId === '')) && (
          <NameField
            name="actor-name"
            label={t('action.name')}
            value={draft.name}
            error={missing(draft.name.trim() === '')}
            onChange={(event) => put({ name: event.currentTarget.value })}
            maxLength={200}
            required
          />
        )}
        <DateField
          name="due-on"
          value={draft.dueOn}
          error={missing(draft.dueOn === '')}
          onChange={(event) => put({ dueOn: event.currentTarget.value })}
          label={t('action.due')}
          min={today()}
          max="2100-01-01"
          required
        />
      </div>
      <Group>
        <Button type="button" variant="subtle" color="red" onClick={onRemove}>{t('action.remove')}</Button>
      </Group>
    </fieldset>
  );
}

/** One line of text in any script. */
export function LineField(props: { label: string; value: string; error: string | undefined; onChange: (value: string) => void; name: string; required?: boolean }) {
  const { onChange, ...rest } = props;
  return <TextInput {...rest} dir="auto" maxLength={300} onChange={(event) => onChange(event.currentTarget.value)} />;
}
