import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { GivenPassword, usePasswords } from '../staff/passwords.tsx';
import { NameField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Code, PersonName } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ChosenByName } from './agency-person-forms.tsx';
import { useAgencyPeople, type AgencyPerson } from './queries.ts';
import classes from '../partner/partner.module.css';

/** Who signs in to the portal for the agency. */
export function AgencyPeople({ agencyId }: { agencyId: string }) {
  const { t } = useTexts();
  const people = useAgencyPeople(agencyId);
  return (
    <Panel title={t('agency-people.title')} testId="agency-people">
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('agency-people.lead')}</Text>
        <Loaded query={people} empty={{ when: (items) => items.length === 0, text: t('agency-people.none') }}>
          {(items) => (
            <ul className={classes['lines']}>
              {items.map((person) => <li key={person.id}><Person agencyId={agencyId} person={person} people={items} /></li>)}
            </ul>
          )}
        </Loaded>
        <Enrol agencyId={agencyId} />
      </Stack>
    </Panel>
  );
}

function useReload(agencyId: string) {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['identity', 'agency-people', agencyId] });
}

function Person({ agencyId, person, people }: { agencyId: string; person: AgencyPerson; people: readonly AgencyPerson[] }) {
  const { t } = useTexts();
  const reload = useReload(agencyId);
  const path = `/agencies/${agencyId}/people/${person.id}`;
  const passwords = usePasswords(path);
  const turning = useSubmission<unknown>(reload);
  const turn = () =>
    void turning.submit(() => change('identity', `${path}/${person.active ? 'deactivation' : 'reactivation'}`, { ifMatch: person.etag }));
  const whom = <span className="hifazat-hidden"> <PersonName name={person.name} /></span>;
  return (
    <article className={classes['line']} data-testid="agency-person" data-id={person.id} data-active={person.active}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={650}><PersonName name={person.name} /></Text>
          {person.shownAs !== undefined && <Text size="sm" data-testid="shown-as">{t('agency-people.shown-as')}: <bdi dir="auto">{person.shownAs}</bdi></Text>}
          <Text size="sm"><Code>{person.username}</Code>{!person.active && <> · {t('agency-people.left')}</>}</Text>
        </div>
        <Group gap="xs">
          {person.active && (
            <>
              <Button variant="subtle" size="compact-sm" loading={passwords.busy} onClick={() => passwords.give(false)} data-testid="issue-password">{t('password.issue')}{whom}</Button>
              <Button variant="subtle" size="compact-sm" loading={passwords.busy} onClick={() => passwords.give(true)}>{t('agency-people.lost-phone')}{whom}</Button>
            </>
          )}
          <Button
            variant="subtle"
            size="compact-sm"
            {...(person.active ? { color: 'red' } : {})}
            loading={turning.busy}
            onClick={turn}
            data-testid={person.active ? 'deactivate' : 'reactivate'}
          >
            {t(person.active ? 'agency-people.deactivate' : 'agency-people.reactivate')}{whom}
          </Button>
        </Group>
      </Group>
      {person.active && <ChosenByName agencyId={agencyId} person={person} people={people} onReload={reload} />}
      <GivenPassword passwords={passwords} />
      <ProblemNotice problem={passwords.problem} focused />
      <ProblemNotice problem={turning.problem} focused onReload={reload} />
    </article>
  );
}

const EMPTY = { username: '', name: '' };

function Enrol({ agencyId }: { agencyId: string }) {
  const { t } = useTexts();
  const reload = useReload(agencyId);
  const fields = useFields(EMPTY);
  const [done, setDone] = useState(false);
  const submission = useSubmission<unknown>(
    () => {
      fields.reset();
      setDone(true);
      reload();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    setDone(false);
    const found: FieldProblems<typeof EMPTY> = {};
    if (!/^[a-z0-9][a-z0-9.-]{2,63}$/.test(fields.values.username)) found.username = 'field.username';
    if (fields.values.name.trim() === '') found.name = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit((idempotencyKey) =>
      change('identity', `/agencies/${agencyId}/people`, { body: { username: fields.values.username, name: fields.values.name.trim() }, idempotencyKey }),
    );
  };
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
        <NameField {...fields.bind('name')} label={t('agency-people.name')} required />
        <NameField {...fields.bind('username')} label={t('enrol.username')} description={t('enrol.username-hint')} required />
      </div>
      <div role="status">{done && <Alert color="green">{t('agency-people.enrolled')}</Alert>}</div>
      <ProblemNotice problem={submission.problem} focused />
      <Group><Button type="submit" loading={submission.busy} data-testid="enrol-person">{t('agency-people.enrol')}</Button></Group>
    </form>
  );
}
