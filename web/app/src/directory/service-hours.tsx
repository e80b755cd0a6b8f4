import { Button, Checkbox, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { formatDate } from '../i18n/format.ts';
import { useTexts, type Texts } from '../i18n/text.ts';
import { DateField } from '../ui/fields.tsx';
import { DAYS, type Hours } from './hsds.ts';
import classes from './services.module.css';

/** "Monday, Tuesday 09:00–16:00", with what else is to be known. */
export function hoursText({ t, label, language }: Texts, line: Hours): string {
  const days = line.byday.split(',');
  const names = days.length === DAYS.length ? t('hours.every-day') : days.map((day) => label('day', day)).join(t('list.comma'));
  // Isolated, so that the times keep their order in a right-to-left line.
  const parts = [`${names} \u2066${line.opens_at}–${line.closes_at}\u2069`];
  if (line.valid_from !== undefined) parts.push(t('hours.from-day', { day: formatDate(language, line.valid_from) }));
  if (line.valid_to !== undefined) parts.push(t('hours.until-day', { day: formatDate(language, line.valid_to) }));
  if (line.notes !== undefined) parts.push(line.notes);
  return parts.join(' · ');
}

/** Hours as one text of a form, in one order: so that two versions can be compared. */
export function hoursValue(lines: readonly Hours[]): string {
  return JSON.stringify(
    lines.map((line) => ({
      byday: DAYS.filter((day) => line.byday.split(',').includes(day)).join(','),
      opens_at: line.opens_at,
      closes_at: line.closes_at,
      ...(line.valid_from ? { valid_from: line.valid_from } : {}),
      ...(line.valid_to ? { valid_to: line.valid_to } : {}),
      ...(line.notes?.trim() ? { notes: line.notes } : {}),
    })),
  );
}

export function hoursOf(value: string): Hours[] {
  return value === '' ? [] : (JSON.parse(value) as Hours[]);
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

export function soundHours(line: Hours): boolean {
  const closes = line.closes_at === '24:00' || TIME.test(line.closes_at);
  const inOrder = line.valid_from === undefined || line.valid_to === undefined || line.valid_from <= line.valid_to;
  return line.byday !== '' && TIME.test(line.opens_at) && closes && line.opens_at < line.closes_at && inOrder;
}

interface Props {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

const MOST = 20;
const USUAL: Hours = { byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '16:00' };

/** Weekly hours, line by line. */
export function HoursField({ value, error, onChange }: Props) {
  const { t } = useTexts();
  const lines = hoursOf(value);
  const set = (at: number, line: Hours) => onChange(hoursValue(lines.map((one, i) => (i === at ? line : one))));
  return (
    <Fieldset legend={t('services.hours')} data-testid="hours" data-invalid={error !== undefined}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('hours.hint')}</Text>
        {lines.map((line, i) => (
          <HoursLine
            key={i}
            line={line}
            at={i}
            wrong={error !== undefined && !soundHours(line)}
            onChange={(changed) => set(i, changed)}
            onRemove={() => onChange(hoursValue(lines.filter((_, j) => j !== i)))}
          />
        ))}
        {error !== undefined && <Text size="sm" c="red" role="alert">{error}</Text>}
        <Group>
          <Button type="button" variant="default" disabled={lines.length >= MOST} onClick={() => onChange(hoursValue([...lines, USUAL]))} data-testid="add-hours">
            {t('hours.add')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}

interface LineProps {
  line: Hours;
  at: number;
  wrong: boolean;
  onChange: (line: Hours) => void;
  onRemove: () => void;
}

function HoursLine({ line, at, wrong, onChange, onRemove }: LineProps) {
  const { t, label } = useTexts();
  const days = line.byday.split(',').filter((day) => day !== '');
  const bind = (name: keyof Hours) => ({
    name: `hours.${at}.${name}`,
    value: line[name] ?? '',
    error: undefined,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ ...line, [name]: event.currentTarget.value }),
  });
  return (
    <div className={classes['entry']} role="group" aria-label={t('hours.line', { number: at + 1 })} data-testid="hours-line">
      <Stack gap="sm">
        <Checkbox.Group label={t('hours.days')} value={days} onChange={(chosen) => onChange({ ...line, byday: chosen.join(',') })}>
          <div className={classes['days']}>
            {DAYS.map((day) => <Checkbox key={day} value={day} label={label('day', day)} className="hifazat-choice" />)}
          </div>
        </Checkbox.Group>
        <div className="hifazat-columns">
          <TextInput {...bind('opens_at')} label={t('hours.opens')} dir="ltr" className="hifazat-ltr-input" aria-invalid={wrong} maxLength={5} required />
          <TextInput {...bind('closes_at')} label={t('hours.closes')} dir="ltr" className="hifazat-ltr-input" aria-invalid={wrong} maxLength={5} required />
          <DateField {...bind('valid_from')} label={`${t('hours.valid-from')} (${t('state.optional')})`} max="2100-12-31" />
          <DateField {...bind('valid_to')} label={`${t('hours.valid-to')} (${t('state.optional')})`} max="2100-12-31" />
          <TextInput {...bind('notes')} label={`${t('hours.notes')} (${t('state.optional')})`} dir="auto" maxLength={500} autoComplete="off" />
        </div>
        <Group>
          <Button type="button" variant="subtle" color="red" onClick={onRemove} data-testid="remove-hours">
            {t('hours.remove', { number: at + 1 })}
          </Button>
        </Group>
      </Stack>
    </div>
  );
}
