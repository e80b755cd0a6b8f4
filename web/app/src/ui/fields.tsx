import { NativeSelect, Radio, Stack, TextInput, type InputWrapperProps, type TextInputProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { today, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';

interface Bound {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

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

export function SelectField({ options, placeholder, ...rest }: SelectFieldProps) {
  return (
    <NativeSelect
      {...rest}
      data={[...(placeholder === undefined ? [] : [{ value: '', label: placeholder }]), ...options]}
    />
  );
}

interface ChoiceFieldProps extends Bound {
  label: string;
  options: Option[];
  required?: boolean;
  description?: ReactNode;
  inline?: boolean;
}

export const HELP_FIRST: InputWrapperProps['inputWrapperOrder'] = ['label', 'description', 'input', 'error'];

export function ChoiceField({ label, options, inline = false, onChange, ...rest }: ChoiceFieldProps) {
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
}

/** A moment in Karachi time that is not in the future. */
export function MomentField(props: Bound & { label: string; required?: boolean; description?: ReactNode }) {
  return <TextInput {...props} type="datetime-local" dir="ltr" max={toLocalInput(new Date())} className="hifazat-ltr-input" />;
}

/** A moment in Karachi time that is still to come. */
export function PlannedMomentField(props: Bound & { label: string; required?: boolean }) {
  return <TextInput {...props} type="datetime-local" dir="ltr" min={toLocalInput(new Date())} className="hifazat-ltr-input" />;
}

export function DateField(
  props: Bound & { label: string; required?: boolean; description?: ReactNode; min?: string; max?: string },
) {
  return <TextInput max={today()} {...props} type="date" dir="ltr" className="hifazat-ltr-input" />;
}

/** A field whose text may be in any script: the direction follows what is typed. */
export function NameField(props: TextInputProps) {
  return <TextInput {...props} dir="auto" autoComplete="off" classNames={{ input: 'hifazat-script-input' }} />;
}

export function PhoneField(props: TextInputProps) {
  return <TextInput {...props} type="tel" inputMode="tel" dir="ltr" autoComplete="off" className="hifazat-ltr-input" />;
}

export function useOptions(list: string, codes: readonly string[]): Option[] {
  const { label } = useTexts();
  return codes.map((value) => ({ value, label: label(list, value) }));
}
