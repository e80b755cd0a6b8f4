import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../api/client.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { useTexts } from '../i18n/text.ts';
import { CodesField } from '../people/codes-field.tsx';
import { NameField, SelectField } from '../ui/fields.tsx';
import { useFields, type FieldProblems } from '../ui/form.ts';
import { Panel } from '../ui/panel.tsx';
import { useServiceKinds, type HsdsService } from './hsds.ts';
import { KeepPartPage, useKeepPart } from './keep-part.tsx';
import { useDistricts } from './queries.ts';

const PROVINCE = { extent: 'khyber-pakhtunkhwa', extent_type: 'province' };
type Values = Record<'en' | 'ur' | 'ps' | 'category' | 'districts' | 'source', string>;

/** What a service is called, of which kind it is and whom it serves: the Commission's to say. */
export default function KeepIdentityPage() {
  const { t } = useTexts();
  return <KeepPartPage title={t('keep.identity-page')}>{(opened, reload) => <IdentityForm key={opened.etag} opened={opened} onReload={reload} />}</KeepPartPage>;
}

function IdentityForm({ opened, onReload }: { opened: Answer<HsdsService>; onReload: () => void }) {
  const { t, named } = useTexts();
  const kinds = useServiceKinds();
  const districts = useDistricts();
  const { data: service } = opened;
  const areas = service.service_areas ?? [];
  const [province, setProvince] = useState(areas.some((area) => area.extent_type === 'province'));
  const { saving, save, leave } = useKeepPart(opened, 'identity');
  const fields = useFields<Values>({
    en: service.names?.en ?? service.name,
    ur: service.names?.ur ?? '',
    ps: service.names?.ps ?? '',
    category: service.category ?? '',
    districts: areas.filter((area) => area.extent_type === 'district').map((area) => area.extent).join(' '),
    source: service.source ?? '',
  });
  const { values } = fields;
  const send = () => {
    const found: FieldProblems<Values> = {};
    for (const name of ['en', 'ur', 'ps', 'category'] as const) if (values[name].trim() === '') found[name] = 'field.required';
    const codes = values.districts.split(' ').filter((code) => code !== '');
    if (!province && codes.length === 0) found.districts = 'field.required';
    if (!fields.check(found)) return;
    const source = values.source.trim();
    save({
      names: { en: values.en.trim(), ur: values.ur.trim(), ps: values.ps.trim() },
      category: values.category,
      service_areas: province ? [PROVINCE] : codes.map((extent) => ({ extent, extent_type: 'district' })),
      ...(source === '' ? {} : { source }),
    });
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('keep.save')} busy={saving.busy} problem={saving.problem} onSubmit={send} onClose={leave} onReload={onReload} testId="keep-identity-form">
      <Panel title={t('services.what')}>
        <Stack gap="md">
          <div className="hifazat-columns">
            <NameField {...fields.bind('en')} label={t('agencies.name-en')} maxLength={200} required />
            <NameField {...fields.bind('ur')} label={t('agencies.name-ur')} maxLength={200} required />
            <NameField {...fields.bind('ps')} label={t('agencies.name-ps')} maxLength={200} required />
          </div>
          <Text size="sm" c="dimmed">{t('keep.identity-hint')}</Text>
          <SelectField {...fields.bind('category')} label={t('refer.category')} options={kinds} placeholder={t('action.choose')} required />
          <Checkbox name="province" label={t('keep.province')} checked={province} onChange={(event) => setProvince(event.currentTarget.checked)} className="hifazat-choice" />
          {!province && (
            <CodesField
              {...fields.bind('districts')}
              label={t('keep.districts')}
              options={(districts.data ?? []).map((district) => ({ value: district.code, label: named(district.name) }))}
            />
          )}
          <TextInput {...fields.bind('source')} label={`${t('keep.source')} (${t('state.optional')})`} dir="auto" maxLength={500} autoComplete="off" />
        </Stack>
      </Panel>
    </SentForm>
  );
}
