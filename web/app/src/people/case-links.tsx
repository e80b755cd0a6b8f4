import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Code, PersonName } from '../ui/names.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { CASE_LINK_KINDS } from './codes.ts';
import classes from './people.module.css';
import { useCaseLinks, useRefreshCase } from './queries.ts';
import type { CaseLink } from './types.ts';

/** Siblings, victims of the same act and others whose cases belong to this one. */
export function CaseLinks({ caseId }: { caseId: string }) {
  const { t } = useTexts();
  const query = useCaseLinks(caseId);
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title={t('people.links')}
      testId="links"
      action={!adding && (
        <Button variant="light" onClick={() => setAdding(true)} data-testid="add-link">{t('people.add-link')}</Button>
      )}
    >
      {adding && <div className={classes['above']}><LinkForm caseId={caseId} onClose={() => setAdding(false)} /></div>}
      <PagedList pages={query} empty={t('people.no-links')}>
        {(links) => (
          <ul className="hifazat-list">
            {links.map((link) => (
              <li key={link.id} className={classes['card']} data-testid="link" data-kind={link.kind}>
                <LinkCard caseId={caseId} link={link} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function LinkCard({ caseId, link }: { caseId: string; link: CaseLink }) {
  const { t, label } = useTexts();
  const refresh = useRefreshCase(caseId);
  const [ending, setEnding] = useState(false);
  const submission = useSubmission<unknown>(() => {
    refresh();
    setEnding(false);
  });
  const end = () =>
    void submission.submit(() =>
      change('cases', `/cases/${caseId}/links/${link.id}/end`, { ifMatch: link.etag, body: { happenedAt: new Date().toISOString() } }),
    );
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="sm" align="flex-start">
        <div>
          <Text fw={600}>{label('case-link', link.kind)}</Text>
          <Text>
            {link.otherName !== undefined && <><PersonName name={link.otherName} /> </>}
            {link.otherName !== undefined && link.otherCaseId !== undefined ? (
              <Anchor component={Link} to={`/cases/${link.otherCaseId}`} className="hifazat-row-link"><Code>{link.otherCaseNumber}</Code></Anchor>
            ) : (
              <Code>{link.otherCaseNumber}</Code>
            )}
          </Text>
          <Text size="sm" c="dimmed">
            {link.endedAt !== undefined ? <>{t('people.link-ended')} <Moment at={link.endedAt} /></> : <Moment at={link.happenedAt} />}
            {!link.withinReach && <>{t('list.comma')}{t('people.other-unit')}</>}
          </Text>
        </div>
        {link.endedAt === undefined && !ending && (
          <Button variant="default" size="compact-md" onClick={() => setEnding(true)} data-testid="end-link">{t('people.end-link')}</Button>
        )}
      </Group>
      {ending && (
        <>
          <Text size="sm">{t('people.end-link-sure')}</Text>
          <ProblemNotice problem={submission.problem} focused onReload={refresh} />
          <Group gap="sm">
            <Button loading={submission.busy} onClick={end} data-testid="confirm-end-link">{t('people.end-link')}</Button>
            <Button variant="default" onClick={() => setEnding(false)}>{t('action.cancel')}</Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function LinkForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTexts();
  const refresh = useRefreshCase(caseId);
  const fields = useFields({ otherCaseNumber: '', kind: 'sibling', happenedAt: toLocalInput(new Date()) });
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const { values } = fields;
    const happenedAt = fromLocalInput(values.happenedAt);
    if (
      !fields.check({
        ...(values.otherCaseNumber.trim() === '' ? { otherCaseNumber: 'field.required' as const } : {}),
        ...(happenedAt === undefined ? { happenedAt: 'field.required' as const } : {}),
      })
    ) {
      return;
    }
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${caseId}/links`, {
        idempotencyKey,
        body: { otherCaseNumber: values.otherCaseNumber.trim().toUpperCase(), kind: values.kind, happenedAt },
      }),
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
        <SelectField {...fields.bind('kind')} label={t('people.link-kind')} options={useCodeOptions('case-link', CASE_LINK_KINDS)} required />
        <TextInput {...fields.bind('otherCaseNumber')} dir="ltr" className="hifazat-ltr-input" autoComplete="off" label={t('people.other-number')} description={t('people.other-number-hint')} required />
        <MomentField {...fields.bind('happenedAt')} label={t('people.learnt-at')} required />
      </div>
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="save-link">{t('people.add-link')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
