import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { change, type Answer } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { NameField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { Panel } from '../ui/panel.tsx';
import { readMember, useStaffChanged, type Member } from './queries.ts';

/** A name that was misspelt, or has changed. The user name stays. */
export function CorrectName({ member }: { member: Answer<Member> }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  if (!open) return <Group><Button variant="default" onClick={() => setOpen(true)} data-testid="correct-name">{t('staff.correct-name')}</Button></Group>;
  return (
    <Panel title={t('staff.correct-name')}>
      <NameForm opened={member} onClose={() => setOpen(false)} />
    </Panel>
  );
}

const EMPTY = { givenName: '', familyName: '' };

function NameForm({ opened, onClose }: { opened: Answer<Member>; onClose: () => void }) {
  const { t } = useTexts();
  const changed = useStaffChanged();
  const { staffId } = opened.data;
  const fields = useFields(EMPTY);
  const meanwhile = useMeanwhile(opened.etag, () => readMember(staffId));
  const leave = () => {
    changed();
    onClose();
  };
  const submission = useSubmission<unknown>(leave, (problem) => {
    fields.refused(problem);
    meanwhile.refused(problem);
  });
  const [givenName, familyName] = [fields.values.givenName.trim(), fields.values.familyName.trim()];
  const send = () => {
    const found: FieldProblems<typeof EMPTY> = {};
    if (givenName === '') found.givenName = 'field.required';
    if (familyName === '') found.familyName = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit(() =>
      change('identity', `/staff/${staffId}/name`, { method: 'PUT', ifMatch: meanwhile.etag, body: { givenName, familyName } }),
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
        <NameField {...fields.bind('givenName')} label={t('enrol.given')} maxLength={100} required />
        <NameField {...fields.bind('familyName')} label={t('enrol.family')} maxLength={100} required />
      </div>
      <MeanwhileNotice
        meanwhile={meanwhile}
        problem={submission.problem}
        onReload={leave}
        fields={(now) => [{ label: t('directory.name'), mine: `${givenName} ${familyName}`, theirs: now.displayName }]}
        onTakeTheirs={leave}
        onGoOn={submission.clear}
      />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} disabled={meanwhile.now !== undefined} data-testid="send-name">{t('staff.save')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
