import { Checkbox, Group, NumberInput, TextInput } from '@mantine/core';
import { CHILD_LANGUAGES } from '../codes/lists.ts';
import { useTexts } from '../i18n/text.ts';
import { SelectField, useOptions } from '../ui/fields.tsx';
import { DistrictField } from './district-field.tsx';
import { SERVICE_STATUSES, useServiceKinds, type ServiceFilter } from './hsds.ts';

interface Props {
  filter: ServiceFilter;
  onChange: (name: keyof ServiceFilter, value: string) => void;
  /** Also what is not offered at present: for who keeps the directory. */
  withStatus?: boolean;
}

const LANGUAGES = CHILD_LANGUAGES.filter((code) => code !== 'other');

export function ServiceFilters({ filter, onChange, withStatus = false }: Props) {
  const { t } = useTexts();
  const kinds = useServiceKinds();
  const sexes = useOptions('for-sex', ['female', 'male']);
  const costs = useOptions('service-cost', ['free', 'paid']);
  const languages = useOptions('language', LANGUAGES);
  const statuses = SERVICE_STATUSES.map((value) => ({ value, label: t(STATUS_TEXT[value]) }));
  const bind = (name: keyof ServiceFilter) => ({
    name,
    value: filter[name] ?? '',
    error: undefined,
    onChange: (event: { currentTarget: { value: string } }) => onChange(name, event.currentTarget.value),
  });
  const any = t('services.any');
  return (
    <div role="search" className="hifazat-form" data-testid="service-filters">
      <div className="hifazat-columns">
        <TextInput {...bind('search')} label={t('services.search')} type="search" dir="auto" maxLength={200} autoComplete="off" />
        <SelectField {...bind('category')} label={t('refer.category')} options={kinds} placeholder={any} />
        <DistrictField {...bind('district')} label={t('report.district')} placeholder={any} />
        <NumberInput
          name="age"
          label={t('services.age')}
          value={filter.age ?? ''}
          onChange={(value) => onChange('age', String(value))}
          min={0}
          max={120}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          hideControls
        />
        <SelectField {...bind('sex')} label={t('services.sex')} options={sexes} placeholder={any} />
        <SelectField {...bind('language')} label={t('services.language')} options={languages} placeholder={any} />
        <SelectField {...bind('cost')} label={t('services.cost')} options={costs} placeholder={any} />
        {withStatus && <SelectField {...bind('status')} label={t('services.status')} options={statuses} />}
      </div>
      <Group>
        <Checkbox
          name="open"
          label={t('services.open-now')}
          checked={filter.open === 'true'}
          onChange={(event) => onChange('open', event.currentTarget.checked ? 'true' : '')}
          className="hifazat-choice"
        />
      </Group>
    </div>
  );
}

/** A code with a space in it has no place in a message's name. */
export const STATUS_TEXT = {
  active: 'service-status.active',
  inactive: 'service-status.inactive',
  defunct: 'service-status.defunct',
  'temporarily closed': 'service-status.temporarily-closed',
} as const;
