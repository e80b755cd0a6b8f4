import { Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { useAgencyName, useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { useFields, useSubmission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { PersonName } from '../ui/names.tsx';
import { Panel } from '../ui/panel.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import classes from './consent.module.css';
import { RecipientName } from './recipient-name.tsx';
import type { CaseConsents, ConsentOverride, OutsideRecipient } from './types.ts';

const COLOR = { awaiting: 'orange', confirmed: 'green', rejected: 'red', lapsed: 'red', ended: 'gray' };

export function Overrides({ detail, overrides, recipients }: { detail: CaseDetail; overrides: ConsentOverride[]; recipients?: OutsideRecipient[] | undefined }) {
  const { t } = useTexts();
  return (
    <Panel title={t('consents.overrides')} testId="overrides">
      <ul className={classes['matters']}>
        {[...overrides].reverse().map((one) => <li key={one.id}><One detail={detail} override={one} recipients={recipients} /></li>)}
      </ul>
    </Panel>
  );
}

function One({ detail, override, recipients }: { detail: CaseDetail; override: ConsentOverride; recipients: OutsideRecipient[] | undefined }) {
  const { t, label } = useTexts();
  const agencyName = useAgencyName();
  const staffName = useStaffName(detail.unitId);
  const me = useMe(true).data;
  const name = (id: string) => {
    const known = staffName(id);
    return known === undefined ? t('directory.colleague') : <PersonName name={known} />;
  };
  const supervisor = me?.roles.includes('supervisor') === true;
  const own = override.recordedBy === me?.staffId;
  return (
    <Stack gap={6} data-testid="override-row" data-state={override.state}>
      <Group gap="xs">
        <Text fw={600}>{label('purpose', override.purpose)}</Text>
        {override.agencyId !== undefined && <Text size="sm">{agencyName(override.agencyId)}</Text>}
        <RecipientName id={override.recipientId} recipients={recipients} />
        <Badge variant="light" color={COLOR[override.state]}>{label('override-state', override.state)}</Badge>
        {override.state === 'awaiting' && <Countdown until={override.dueAt} />}
      </Group>
      <Text size="sm">{label('override', override.reasonCode)}</Text>
      <Text size="sm" dir="auto" className={classes['said']}>{override.text}</Text>
      <Text size="sm" c="dimmed">
        {name(override.recordedBy)}{t('list.comma')}<Moment at={override.happenedAt} />{t('list.comma')}
        {t(override.childTold ? 'consents.was-told' : 'consents.not-told')}
      </Text>
      {override.decidedBy !== undefined && override.decidedAt !== undefined && (
        <Text size="sm" c="dimmed">{t('consents.answered-by')} {name(override.decidedBy)}{t('list.comma')}<Moment at={override.decidedAt} /></Text>
      )}
      {override.comment !== undefined && <Text size="sm" dir="auto" className={classes['said']}>{override.comment}</Text>}
      {override.state === 'awaiting' && supervisor && own && <Text size="sm">{t('consents.own')}</Text>}
      {override.state === 'awaiting' && !supervisor && <Text size="sm">{t('consents.waits')}</Text>}
      {override.state === 'awaiting' && supervisor && !own && <Answer override={override} answers={['confirmed', 'rejected']} />}
      {override.state === 'confirmed' && supervisor && <Answer override={override} answers={['ended']} />}
    </Stack>
  );
}

type Decision = 'confirmed' | 'rejected' | 'ended';

/** The second person. Only a yes needs no words. */
function Answer({ override, answers }: { override: ConsentOverride; answers: Decision[] }) {
  const { t, label } = useTexts();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const fields = useFields({ comment: '' });
  const [chosen, setChosen] = useState<Decision>();
  const meanwhile = useMeanwhile<ConsentOverride>(override.etag, async () => {
    const { data } = await read<CaseConsents>('cases', `/cases/${override.caseId}/consents`);
    const now = data.overrides.find((one) => one.id === override.id) ?? override;
    return { data: now, etag: now.etag };
  });
  const submission = useSubmission<unknown>(refresh, (problem) => {
    fields.refused(problem);
    meanwhile.refused(problem);
  });
  const send = (decision: Decision) => {
    setChosen(decision);
    const comment = fields.values.comment.trim();
    if (!fields.check(decision !== 'confirmed' && comment === '' ? { comment: 'field.required' } : {})) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/consent-overrides/${override.id}/decision`, {
        ifMatch: meanwhile.etag,
        idempotencyKey,
        body: { decision, happenedAt: new Date().toISOString(), ...(comment === '' ? {} : { comment }) },
      }),
    );
  };
  return (
    <form ref={fields.formRef} noValidate className="hifazat-form" data-testid="answer-override" onSubmit={(event) => event.preventDefault()}>
      <Textarea {...fields.bind('comment')} label={t(answers[0] === 'ended' ? 'consents.end-why' : 'consents.comment')} dir="auto" autosize minRows={2} />
      <MeanwhileNotice
        meanwhile={meanwhile}
        problem={submission.problem}
        onReload={refresh}
        over={(now) => now.state !== override.state}
        onGoOn={submission.clear}
        onTakeTheirs={refresh}
        fields={(now) => [
          { label: t('conflict.became'), mine: chosen && label('override-state', chosen), theirs: label('override-state', now.state) },
          { label: t('consents.comment'), mine: fields.values.comment, theirs: now.comment },
        ]}
      />
      <Group>
        {answers.map((decision) => (
          <Button
            key={decision}
            variant={decision === 'confirmed' ? 'filled' : 'default'}
            loading={submission.busy}
            onClick={() => send(decision)}
            data-testid={`override-${decision}`}
          >
            {label('override-answer', decision)}
          </Button>
        ))}
      </Group>
    </form>
  );
}
