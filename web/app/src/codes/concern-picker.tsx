import { Checkbox, Input, Text, TextInput } from '@mantine/core';
import { memo, useCallback, useId, useMemo, useRef, useState } from 'react';
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
export const ConcernPicker = memo(function ConcernPicker({ chosen, onChange, error }: Props) {
  const { t, label } = useTexts();
  const [wanted, setWanted] = useState('');
  const id = useId();
  const end = useRef<HTMLSpanElement>(null);
  const filter = wanted.trim().toLowerCase();
  const offered = useCodeOptions('concern', KNOWN);
  const text = useMemo(() => new Map(offered.map((option) => [option.value, option.label])), [offered]);
  const words = (code: string) => text.get(code) ?? label('concern', code);
  const matches = (code: string) =>
    chosen.includes(code) || (text.has(code) && words(code).toLowerCase().includes(filter));
  // The boxes keep the same one: forty of them are not drawn anew for one that is ticked.
  const now = useRef({ chosen, onChange });
  now.current = { chosen, onChange };
  const toggle = useCallback((code: string, on: boolean) => {
    const { chosen: before, onChange: tell } = now.current;
    tell(on ? [...before, code] : before.filter((other) => other !== code));
  }, []);
  const groups = grouped(offered.map((option) => option.value)).map(({ group, codes }) => ({ group, codes: codes.filter(matches) })).filter(
    ({ codes }) => codes.length > 0,
  );
  return (
    <fieldset className={classes['picker']} data-testid="concerns" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t('concern-form.concerns')}</legend>
      <TextInput
        name="concern-filter"
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
      {/* Forty boxes are forty stops for whoever has only a keyboard. */}
      <button type="button" name="past-concerns" className={classes['past']} onClick={() => end.current?.focus()}>{t('concern-form.past-list')}</button>
      <div className={classes['groups']} tabIndex={0} role="group" aria-label={t('concern-form.concerns')}>
        <div className={classes['columns']}>
        {groups.map(({ group, codes }) => (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div id={`${id}-${group}`} className={classes['group']}>{label('concern-group', group)}</div>
            {codes.map((code) => (
              <Box key={code} code={code} label={words(code)} checked={chosen.includes(code)} onToggle={toggle} />
            ))}
          </div>
        ))}
        </div>
        {groups.length === 0 && <Text c="dimmed">{t('concern-form.no-match')}</Text>}
      </div>
      <span ref={end} tabIndex={-1} />
    </fieldset>
  );
});

interface BoxProps {
  code: string;
  label: string;
  checked: boolean;
  onToggle: (code: string, on: boolean) => void;
}

const Box = memo(function Box({ code, label, checked, onToggle }: BoxProps) {
  return (
    <Checkbox className="hifazat-choice" label={label} checked={checked} onChange={(event) => onToggle(code, event.currentTarget.checked)} value={code} />
  );
});

export function ConcernList({ codes }: { codes: readonly string[] }) {
  const { t, label } = useTexts();
  return <>{codes.map((code) => label('concern', code)).join(t('list.comma'))}</>;
}
