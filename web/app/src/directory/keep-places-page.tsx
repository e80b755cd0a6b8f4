import { Button, Fieldset, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../api/client.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { useTexts } from '../i18n/text.ts';
import { HELP_FIRST, NameField } from '../ui/fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { DistrictField } from './district-field.tsx';
import { Faults } from './entry-faults.tsx';
import type { HsdsLocation, HsdsService } from './hsds.ts';
import { KeepPartPage, useKeepPart } from './keep-part.tsx';

const MOST = 20;

/** Where a service is offered, and who can enter there. */
export default function KeepPlacesPage() {
  const { t } = useTexts();
  return <KeepPartPage title={t('keep.places-page')}>{(opened, reload) => <PlacesForm key={opened.etag} opened={opened} onReload={reload} />}</KeepPartPage>;
}

function PlacesForm({ opened, onReload }: { opened: Answer<HsdsService>; onReload: () => void }) {
  const { t } = useTexts();
  const [places, setPlaces] = useState(() => (opened.data.service_at_locations ?? []).map((at) => at.location));
  const [tried, setTried] = useState(false);
  const { saving, save, leave } = useKeepPart(opened, 'places');
  const set = (at: number, place: HsdsLocation) => setPlaces(places.map((one, i) => (i === at ? place : one)));
  const send = () => {
    setTried(true);
    if (places.every(isSound)) save({ places });
  };
  return (
    <SentForm submitText={t('keep.save')} busy={saving.busy} problem={saving.problem} onSubmit={send} onClose={leave} onReload={onReload} testId="keep-places-form">
      <Panel title={t('services.where')}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">{t('keep.places-hint')}</Text>
          {saving.problem !== undefined && <Faults problem={saving.problem} />}
          {places.map((place, i) => (
            <PlaceFields
              key={place.id}
              place={place}
              number={i + 1}
              tried={tried}
              onChange={(changed) => set(i, changed)}
              onRemove={() => setPlaces(places.filter((_, j) => j !== i))}
            />
          ))}
          <Group>
            <Button
              type="button"
              variant="default"
              disabled={places.length >= MOST}
              onClick={() => setPlaces([...places, { id: crypto.randomUUID(), name: '', district_code: '' }])}
              data-testid="add-place"
            >
              {t('keep.add-place')}
            </Button>
          </Group>
        </Stack>
      </Panel>
    </SentForm>
  );
}

function isSound(place: HsdsLocation): boolean {
  return place.name.trim() !== '' && (place.district_code ?? '') !== '';
}

interface PlaceProps {
  place: HsdsLocation;
  number: number;
  tried: boolean;
  onChange: (place: HsdsLocation) => void;
  onRemove: () => void;
}

function PlaceFields({ place, number, tried, onChange, onRemove }: PlaceProps) {
  const { t } = useTexts();
  const missing = (text: string | undefined) => (tried && (text ?? '').trim() === '' ? t('field.required') : undefined);
  // Names in other languages are those of the place as it was called: another name is said in one.
  const { names: _names, ...unnamed } = place;
  return (
    <Fieldset legend={t('keep.place', { number })} data-testid="place">
      <Stack gap="sm">
        <div className="hifazat-columns">
          <NameField
            name={`place.${number}.name`}
            label={t('keep.place-name')}
            value={place.name}
            error={missing(place.name)}
            onChange={(event) => onChange({ ...unnamed, name: event.currentTarget.value })}
            maxLength={200}
            required
          />
          <DistrictField
            name={`place.${number}.district`}
            label={t('case.district')}
            value={place.district_code ?? ''}
            error={missing(place.district_code)}
            onChange={(event) => onChange({ ...place, district_code: event.currentTarget.value })}
            required
          />
        </div>
        <NameField
          name={`place.${number}.address`}
          label={`${t('keep.address')} (${t('state.optional')})`}
          value={place.addresses?.[0]?.address_1 ?? ''}
          onChange={(event) => {
            const text = event.currentTarget.value;
            onChange({ ...place, addresses: text.trim() === '' ? [] : [{ address_1: text }] });
          }}
          maxLength={300}
        />
        <Textarea
          name={`place.${number}.access`}
          label={`${t('keep.access')} (${t('state.optional')})`}
          description={t('keep.access-hint')}
          inputWrapperOrder={HELP_FIRST}
          value={place.accessibility?.[0]?.description ?? ''}
          onChange={(event) => {
            const description = event.currentTarget.value;
            onChange({ ...place, accessibility: description.trim() === '' ? [] : [{ description }] });
          }}
          dir="auto"
          autosize
          minRows={2}
          maxLength={500}
          autoComplete="off"
        />
        <Group>
          <Button type="button" variant="subtle" color="red" onClick={onRemove}>{t('keep.remove-place', { number })}</Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
