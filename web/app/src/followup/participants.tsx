import { Button, Group } from '@mantine/core';
import { LineField } from '../casework/action-fields.tsx';
import { useTexts } from '../i18n/text.ts';
import { PersonName } from '../ui/names.tsx';
import classes from '../casework/casework.module.css';

export interface Participant {
  name: string;
  role: string;
}

/** Those somebody began to write down. */
export function named(people: Participant[]): Participant[] {
  return people.map((one) => ({ name: one.name.trim(), role: one.role.trim() })).filter((one) => one.name !== '' || one.role !== '');
}

/** Each has a name and speaks for somebody, and there are enough of them. */
export function areWhole(people: Participant[], least: number): boolean {
  const took = named(people);
  return took.length >= least && took.every((one) => one.name !== '' && one.role !== '');
}

export function ParticipantFields({ people, least, tried, onChange }: { people: Participant[]; least: number; tried: boolean; onChange: (people: Participant[]) => void }) {
  const { t } = useTexts();
  const put = (i: number, part: Partial<Participant>) => onChange(people.map((one, at) => (at === i ? { ...one, ...part } : one)));
  const missing = (value: string, other: string, i: number) =>
    tried && value.trim() === '' && (i < least || other.trim() !== '') ? t('field.required') : undefined;
  return (
    <>
      {people.map((one, i) => (
        <fieldset key={i} className={classes['part']}>
          <legend>{t('conference.participant', { number: i + 1 })}</legend>
          <div className="hifazat-columns">
            <LineField name={`participant-${i}`} label={t('action.name')} value={one.name} error={missing(one.name, one.role, i)} onChange={(name) => put(i, { name })} />
            <LineField name={`role-${i}`} label={t('conference.role')} value={one.role} error={missing(one.role, one.name, i)} onChange={(role) => put(i, { role })} />
          </div>
        </fieldset>
      ))}
      <Group><Button type="button" variant="light" onClick={() => onChange([...people, { name: '', role: '' }])}>{t('conference.add-participant')}</Button></Group>
    </>
  );
}

export function Participants({ people }: { people: Participant[] }) {
  return (
    <ul className="hifazat-list">
      {people.map((one) => <li key={`${one.name}${one.role}`}><PersonName name={one.name} /> · <bdi dir="auto">{one.role}</bdi></li>)}
    </ul>
  );
}
