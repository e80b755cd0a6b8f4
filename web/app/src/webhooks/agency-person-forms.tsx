import { Alert, Box, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { HandOverFields, toWhom, type ListedPerson } from '../partner/hand-over.tsx';
import { NameField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { AgencyPerson } from './queries.ts';

interface Props {
  agencyId: string;
  person: AgencyPerson;
  people: readonly AgencyPerson[];
  onReload: () => void;
}

/** What was done; said in the reader's language, whichever that is by then. */
type Done = { what: 'shown' } | { what: 'handed-over'; referrals: number };

/** What senders of referrals call somebody, and handing on what is meant for them. */
export function ChosenByName({ agencyId, person, people, onReload }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState<'show' | 'hand-over'>();
  const [done, setDone] = useState<Done>();
  const close = (what?: Done) => {
    setOpen(undefined);
    setDone(what);
  };
  const begin = (form: 'show' | 'hand-over') => {
    setDone(undefined);
    setOpen(form);
  };
  return (
    <>
      <Group gap="xs">
        <Button variant="subtle" size="compact-sm" onClick={() => begin('show')} data-testid="show-person">{t('agency-people.show')}<Whom person={person} /></Button>
        {person.shownAs !== undefined && (
          <Button variant="subtle" size="compact-sm" onClick={() => begin('hand-over')} data-testid="hand-all-over">{t('agency-people.hand-over')}<Whom person={person} /></Button>
        )}
      </Group>
      <div role="status">
        {done !== undefined && (
          <Alert color="green" data-testid="person-done">
            {done.what === 'shown' ? t('agency-people.shown') : `${t('agency-people.handed-over')} ${done.referrals}`}
          </Alert>
        )}
      </div>
      {open !== undefined && (
        <Box mt="sm">
          {open === 'show' && <ShowAs path={`/agencies/${agencyId}/people/${person.id}/shown-as`} person={person} onReload={onReload} onClose={close} />}
          {open === 'hand-over' && <HandAllOver person={person} people={people} onClose={close} />}
        </Box>
      )}
    </>
  );
}

function Whom({ person }: { person: AgencyPerson }) {
  return <span className="hifazat-hidden"> <bdi dir="auto">{person.name}</bdi></span>;
}

function ShowAs({ path, person, onReload, onClose }: { path: string; person: AgencyPerson; onReload: () => void; onClose: (done?: Done) => void }) {
  const { t } = useTexts();
  const fields = useFields({ shownAs: person.shownAs ?? '' });
  const submission = useSubmission<unknown>(
    () => {
      onClose({ what: 'shown' });
      onReload();
    },
    (problem) => fields.refused(problem),
  );
  const shownAs = fields.values.shownAs.trim();
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(() => change('identity', path, { method: 'PUT', ifMatch: person.etag, body: shownAs === '' ? {} : { shownAs } }));
      }}
    >
      <NameField {...fields.bind('shownAs')} label={t('agency-people.shown-as')} description={t('agency-people.shown-as-hint')} maxLength={80} />
      <ProblemNotice problem={submission.problem} focused onReload={onReload} />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="save-shown-as">{t('staff.save')}</Button>
        <Button variant="default" onClick={() => onClose()}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

function HandAllOver({ person, people, onClose }: { person: AgencyPerson; people: readonly AgencyPerson[]; onClose: (done?: Done) => void }) {
  const { t } = useTexts();
  const listed = people.flatMap((one) => (one.active && one.shownAs !== undefined ? [{ id: one.id, name: one.shownAs }] : []));
  const submission = useSubmission<number>((referrals) => onClose({ what: 'handed-over', referrals }));
  const send = (to: ListedPerson | undefined, reason: string) =>
    void submission.submit(async () =>
      (await change<{ referrals: number }>('referrals', `/agency-people/${person.id}/handing-over`, { body: { reason, ...toWhom(to) } })).data.referrals,
    );
  return (
    <>
      <HandOverFields people={listed} not={person.id} onSend={send} onClose={() => onClose()} busy={submission.busy} lead={t('agency-people.hand-over-lead')} />
      <ProblemNotice problem={submission.problem} focused />
    </>
  );
}
