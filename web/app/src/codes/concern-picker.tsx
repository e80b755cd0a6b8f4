import { Checkbox, Input, Text, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTexts } from '../i18n/text.ts';
import { useCodeOptions } from './code-options.ts';
import { CONCERN_GROUPS } from './lists.ts';
import classes from './concern-picker.module.css';

const KNOWN = CONCERN_GROUPS.flatMap(({ codes }) => codes);

/** A concern added to the list later stands among the others. */
function grouped(codes: readonly string[]) {
  const added = codes.filter((code) => !KNOWN.includes(code));
  return CONCERN_GROUPS.map((group) => (group.group === 'other' ? { ...group, codes: [...group.codes, ...added] } : group));
}

interface Props {
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
  error?: string | undefined;
}

/** Forty kinds of concern, several can be true at once: groups, a filter, and what is chosen on top. */
export function ConcernPicker({ chosen, onChange, error }: Props) {
  const { t, label } = useTexts();
  const [wanted, setWanted] = useState('');
  const id = useId();
  const filter = wanted.trim().toLowerCase();
  const offered = useCodeOptions('concern', KNOWN);
  const text = new Map(offered.map((option) => [option.value, option.label]));
  const words = (code: string) => text.get(code) ?? label('concern', code);
  const matches = (code: string) =>
    chosen.includes(code) || (text.has(code) && words(code).toLowerCase().includes(filter));
  const toggle = (code: string, on: boolean) =>
    onChange(on ? [...chosen, code] : chosen.filter((other) => other !== code));
  const groups = grouped(offered.map((option) => option.value)).map(({ group, codes }) => ({ group, codes: codes.filter(matches) })).filter(
    ({ codes }) => codes.length > 0,
  );
  return (
    <fieldset className={classes['picker']} data-testid="concerns" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t('concern-form.concerns')}</legend>
      <TextInput
        aria-label={t('concern-form.filter')}
        placeholder={t('concern-form.filter')}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // The first match is chosen; the form is not sent from here.
          event.preventDefault();
          const first = groups.flatMap(({ codes }) => codes).find((code) => !chosen.includes(code));
          if (filter === '' || first === undefined) return;
          toggle(first, true);
          setWanted('');
        }}
        error={error !== undefined}
        autoComplete="off"
      />
      {error !== undefined && <Input.Error id={`${id}-error`} mt={4}>{error}</Input.Error>}
      <Text size="sm" c="dimmed" role="status" mt={4}>
        {chosen.length === 0
          ? t('concern-form.none-chosen')
          : `${t('concern-form.chosen')}: ${chosen.map(words).join(t('list.comma'))}`}
      </Text>
      <div className={classes['groups']} tabIndex={0} role="group" aria-label={t('concern-form.concerns')}>
        <div className={classes['columns']}>
        {groups.map(({ group, codes }) => (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div id={`${id}-${group}`} className={classes['group']}>{label('concern-group', group)}</div>
            {codes.map((code) => (
              <Checkbox
                key={code}
                className="hifazat-choice"
                label={words(code)}
                checked={chosen.includes(code)}
                onChange={(event) => toggle(code, event.currentTarget.checked)}
                value={code}
              />
            ))}
          </div>
        ))}
        </div>
        {groups.length === 0 && <Text c="dimmed">{t('concern-form.no-match')}</Text>}
      </div>
    </fieldset>
  );
}

export function ConcernList({ codes }: { codes: readonly string[] }) {
  const { t, label } = useTexts();
  return <>{codes.map((code) => label('concern', code)).join(t('list.comma'))}</>;
}
