import { NativeSelect, Radio, Stack, Textarea, TextInput, type InputWrapperProps, type TextareaProps, type TextInputProps } from '@mantine/core';
import { memo, useMemo, type ReactNode } from 'react';
import { today, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';

interface Bound {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

/*
 * Fields are drawn anew only when something of theirs has changed, not with each key pressed in another field of a form:
 * on a slow telephone that is the difference between writing and waiting.
 */

export interface Option {
  value: string;
  label: string;
  description?: string;
  disabled?: boolean;
}

interface SelectFieldProps extends Bound {
  label: string;
  options: Option[];
  placeholder?: string;
  required?: boolean;
  description?: ReactNode;
}

export const SelectField = memo(function SelectField({ options, placeholder, ...rest }: SelectFieldProps) {
  return (
    <NativeSelect
      {...rest}
      data={[...(placeholder === undefined ? [] : [{ value: '', label: placeholder }]), ...options]}
    />
  );
});

interface ChoiceFieldProps extends Bound {
  label: string;
  options: Option[];
  required?: boolean;
  description?: ReactNode;
  inline?: boolean;
}

export const HELP_FIRST: InputWrapperProps['inputWrapperOrder'] = ['label', 'description', 'input', 'error'];

export const ChoiceField = memo(function ChoiceField({ label, options, inline = false, onChange, ...rest }: ChoiceFieldProps) {
  return (
    <Radio.Group
      {...rest}
      label={label}
      inputWrapperOrder={HELP_FIRST}
      onChange={(value) => onChange({ currentTarget: { value } })}
      data-invalid={rest.error !== undefined}
    >
      <Stack gap={inline ? 4 : 2} mt={4} className={inline ? 'hifazat-inline-choices' : undefined}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            label={option.label}
            description={option.description}
            disabled={option.disabled ?? false}
            className="hifazat-choice"
          />
        ))}
      </Stack>
    </Radio.Group>
  );
});

/** A moment in Karachi time that is not in the future. */
export function MomentField(props: Bound & { label: string; required?: boolean; description?: ReactNode }) {
  return <LatinField {...props} type="datetime-local" max={toLocalInput(new Date())} />;
}

/** A moment in Karachi time that is still to come. */
export function PlannedMomentField(props: Bound & { label: string; required?: boolean }) {
  return <LatinField {...props} type="datetime-local" min={toLocalInput(new Date())} />;
}

export function DateField(
  props: Bound & { label: string; required?: boolean; description?: ReactNode; min?: string; max?: string },
) {
  return <LatinField max={today()} {...props} type="date" />;
}

/** Dates, times and numbers run from left to right in every language. */
const LatinField = memo(function LatinField(props: TextInputProps) {
  return <TextInput {...props} dir="ltr" className="hifazat-ltr-input" />;
});

const SCRIPT_INPUT = { input: 'hifazat-script-input' };

/** A field whose text may be in any script: the direction follows what is typed. */
export const NameField = memo(function NameField(props: TextInputProps) {
  return <TextInput {...props} dir="auto" autoComplete="off" classNames={SCRIPT_INPUT} />;
});

/** Sentences, in any script; as high as they need. */
export const WordsField = memo(function WordsField(props: TextareaProps) {
  return <Textarea dir="auto" autosize minRows={2} {...props} />;
});

export const PhoneField = memo(function PhoneField(props: TextInputProps) {
  return <TextInput {...props} type="tel" inputMode="tel" dir="ltr" autoComplete="off" className="hifazat-ltr-input" />;
});

export function useOptions(list: string, codes: readonly string[]): Option[] {
  const { label } = useTexts();
  return useMemo(() => codes.map((value) => ({ value, label: label(list, value) })), [codes, label, list]);
}
