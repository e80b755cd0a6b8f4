import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { change, read } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { filled } from '../concern/concern-request.ts';
import { formatDate, fromLocalInput, today, toLocalInput } from '../i18n/format.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { useConflict } from '../ui/conflict.ts';
import { DateField, MomentField, NameField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { DateOnly } from '../ui/time.tsx';
import { SAFE_PLACE_KINDS } from './codes.ts';
import classes from './people.module.css';
import { useRefreshCase, useSafePlaces } from './queries.ts';
import type { SafePlace } from './types.ts';

export function SafePlaces({ caseId }: { caseId: string }) {
  const { t, label } = useTexts();
  const query = useSafePlaces(caseId);
  const [editing, setEditing] = useState<string>();
  return (
    <Panel
      title={t('people.safe-places')}
      testId="safe-places"
      action={editing === undefined && (
        <Button variant="light" onClick={() => setEditing('new')} data-testid="add-place">{t('people.add-place')}</Button>
      )}
    >
      {editing === 'new' && <div className={classes['above']}><PlaceForm caseId={caseId} onClose={() => setEditing(undefined)} /></div>}
      <Loaded query={query} empty={{ when: (places) => places.length === 0 && editing === undefined, text: t('people.no-places') }}>
        {(places) => (
          <ul className="hifazat-list">
            {places.map((place) => (
              <li key={place.id} className={classes['card']} data-testid="safe-place">
                {editing === place.id ? (
                  <PlaceForm caseId={caseId} place={place} onClose={() => setEditing(undefined)} />
                ) : (
                  <Stack gap="xs">
                    <Group justify="space-between" gap="sm" align="flex-start">
                      <div>
                        <Text fw={600}><bdi dir="auto">{place.name}</bdi></Text>
                        <Text size="sm" c="dimmed">
                          {label('safe-place', place.kind)}
                          {!place.current && <>{t('list.comma')}{t('people.no-longer')}</>}
                        </Text>
                      </div>
                      {editing === undefined && (
                        <Button variant="default" size="compact-md" onClick={() => setEditing(place.id)} data-testid="change-place">{t('people.change')}</Button>
                      )}
                    </Group>
                    <Facts
                      facts={[
                        [t('people.directions'), place.directions && <bdi dir="auto">{place.directions}</bdi>],
                        [t('people.contact'), place.contact && <bdi dir="auto">{place.contact}</bdi>],
                        [t('people.since'), place.validFrom && <DateOnly at={place.validFrom} />],
                        [t('people.until'), place.validTo && <DateOnly at={place.validTo} />],
                      ]}
                    />
                  </Stack>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

const LABELS = {
  kind: 'people.place-kind',
  name: 'people.place-name',
  directions: 'people.directions',
  contact: 'people.contact',
  validFrom: 'people.since',
  validTo: 'people.until',
  happenedAt: 'people.learnt-at',
} as const satisfies Record<string, MessageId>;

type Values = Record<keyof typeof LABELS, string>;

function placeValues(place: SafePlace | undefined, happenedAt: string): Values {
  return {
    kind: place?.kind ?? '',
    name: place?.name ?? '',
    directions: place?.directions ?? '',
    contact: place?.contact ?? '',
    validFrom: place?.validFrom ?? '',
    validTo: place?.validTo ?? '',
    happenedAt,
  };
}

function checkPlace(values: Values): FieldProblems<Values> {
  const found: FieldProblems<Values> = {};
  if (values.kind === '') found.kind = 'field.required';
  if (values.name.trim() === '') found.name = 'field.required';
  if (values.validFrom > today()) found.validFrom = 'field.in-future';
  if (values.validTo > today()) found.validTo = 'field.in-future';
  if (values.validTo !== '' && values.validFrom !== '' && values.validTo < values.validFrom) found.validTo = 'people.ends-first';
  if (fromLocalInput(values.happenedAt) === undefined) found.happenedAt = 'field.required';
  return found;
}

function PlaceForm({ caseId, place, onClose }: { caseId: string; place?: SafePlace; onClose: () => void }) {
  const { t, label, language } = useTexts();
  const refresh = useRefreshCase(caseId);
  const begun = placeValues(place, toLocalInput(new Date()));
  const fields = useFields<Values>(begun);
  const path = `/cases/${caseId}/safe-places`;
  const conflict = useConflict(
    fields,
    { values: begun, etag: place?.etag },
    async () => {
      const now = await read<SafePlace>('cases', `${path}/${place?.id ?? ''}`);
      return { values: placeValues(now.data, fields.values.happenedAt), etag: now.etag };
    },
    asProblem,
  );
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      conflict.refused(problem);
    },
  );
  const send = () => {
    if (!fields.check(checkPlace(fields.values))) return;
    const { happenedAt, ...texts } = fields.values;
    const body = { happenedAt: fromLocalInput(happenedAt), ...filled(texts) };
    void submission.submit((idempotencyKey) =>
      place === undefined
        ? change('cases', path, { body, idempotencyKey })
        : change('cases', `${path}/${place.id}`, { method: 'PUT', ifMatch: conflict.etag, body }),
    );
  };
  const field = (name: keyof Values) => ({ ...fields.bind(name), label: t(LABELS[name]) });
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="hifazat-columns">
        <NameField {...field('name')} required />
        <SelectField {...field('kind')} options={useCodeOptions('safe-place', SAFE_PLACE_KINDS)} placeholder={t('action.choose')} required />
        <DateField {...field('validFrom')} />
        <DateField {...field('validTo')} description={t('people.place-until-hint')} />
      </div>
      <Textarea {...field('directions')} dir="auto" autosize minRows={1} />
      <Textarea {...field('contact')} dir="auto" autosize minRows={1} />
      <MomentField {...field('happenedAt')} required />
      {conflict.differences !== undefined ? (
        <ConflictChoice
          differences={conflict.differences}
          labelOf={(name) => t(LABELS[name as keyof Values])}
          show={(name, value) => (name === 'kind' ? label('safe-place', value) : name.startsWith('valid') ? formatDate(language, value) : value)}
          onSettled={(take) => {
            conflict.settle(take);
            submission.clear();
          }}
        />
      ) : (
        <ProblemNotice problem={conflict.unread ?? submission.problem} focused onReload={() => submission.problem && conflict.refused(submission.problem)} />
      )}
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} disabled={conflict.differences !== undefined} data-testid="save-place">{t('people.save')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
