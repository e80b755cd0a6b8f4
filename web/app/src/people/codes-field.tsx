import { Checkbox } from '@mantine/core';
import { HELP_FIRST, type Option } from '../ui/fields.tsx';
import classes from './people.module.css';

interface Props {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (event: { currentTarget: { value: string } }) => void;
  label: string;
  description?: string;
  options: Option[];
}

/** Several codes of one list; in the form they are one text, in the order they were ticked. */
export function CodesField({ value, options, onChange, ...rest }: Props) {
  const chosen = value.split(' ').filter((code) => code !== '');
  return (
    <Checkbox.Group
      {...rest}
      inputWrapperOrder={HELP_FIRST}
      value={chosen}
      onChange={(codes) => onChange({ currentTarget: { value: codes.join(' ') } })}
      data-testid={rest.name}
    >
      <div className={classes['codes']}>
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} className="hifazat-choice" />
        ))}
      </div>
    </Checkbox.Group>
  );
}
