import { Alert, Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import { filled } from '../concern/concern-request.ts';
import { useTexts } from '../i18n/text.ts';
import { Code } from '../ui/names.tsx';
import { useKeptOpen, type KeptOpen } from '../ui/kept-open.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { useMe } from '../session/session.ts';
import { useStaffName } from '../directory/queries.ts';
import { ActionForm } from './action-form.tsx';
import { AskCommission } from './ask-commission.tsx';
import classes from './move.module.css';
import { useCaseloads, useRefresh, useTransfer } from './queries.ts';
import { EndTransfer } from './transfer-end.tsx';
import { TransferMeanwhile, useTransferMeanwhile } from './transfer-meanwhile.tsx';
import { TransferStub, TransferSummary } from './transfer-view.tsx';
import type { Transfer } from './types.ts';

const MIN_REASON = 5;

/** Cases another unit asks to take over, and those that have gone. */
export default function TransfersPage() {
  const { t } = useTexts();
  // What was accepted leaves the list, and is found again above it.
  const [taken, setTaken] = useState<Transfer[]>([]);
  const incoming = usePages<Transfer>('cases', '/transfers', { direction: 'in', limit: 20 }, 60_000);
  const answering = useKeptOpen<Transfer>();
  const gone = usePages<Transfer>('cases', '/transfers', { direction: 'out', limit: 20 });
  return (
    <Page title={t('transfers.title')} lead={t('transfers.lead')} back={{ to: '/', text: t('nav.home') }}>
      {taken.length > 0 && (
        <Alert color="green" role="status" data-testid="taken">
          {taken.map((one) => (
            <Text key={one.id} component="div">
              {t('transfers.taken')} <Anchor component={Link} to={`/cases/${one.caseId ?? ''}`}>{t('transfers.open-case')} <Code>{one.caseNumber}</Code></Anchor>
            </Text>
          ))}
        </Alert>
      )}
      <Panel title={t('transfers.in')} testId="transfers-in">
        <PagedList pages={incoming} empty={t('transfers.none-in')} keep={answering.keep}>
          {(items) => <ul className={classes['list']}>{items.map((one) => <li key={one.id}><Incoming transfer={one} answering={answering} onTaken={(whole) => setTaken((before) => [...before, whole])} /></li>)}</ul>}
        </PagedList>
      </Panel>
      <Panel title={t('transfers.out')} testId="transfers-out">
        <PagedList pages={gone} empty={t('transfers.none-out')}>
          {(items) => <ul className={classes['list']}>{items.map((one) => <li key={one.id}><TransferStub transfer={one} /></li>)}</ul>}
        </PagedList>
      </Panel>
    </Page>
  );
}

function Incoming({ transfer, answering, onTaken }: { transfer: Transfer; answering: KeptOpen<Transfer>; onTaken: (transfer: Transfer) => void }) {
  const { t } = useTexts();
  const [doing, setDoing] = useState<Doing>();
  const act = (next: Doing) => {
    if (next === 'read') answering.close(transfer);
    else answering.open(transfer);
    setDoing(next);
  };
  const taken = (whole: Transfer) => {
    answering.close(transfer);
    onTaken(whole);
  };
  return (
    <Stack gap="sm">
      <TransferStub transfer={transfer} />
      {doing === undefined ? (
        <Group><Button onClick={() => act('read')} data-testid="read-transfer">{t('transfers.read')}</Button></Group>
      ) : (
        <Whole id={transfer.id} doing={doing} setDoing={act} onTaken={taken} />
      )}
    </Stack>
  );
}

type Doing = 'read' | 'accept' | 'decline';

interface WholeProps {
  id: string;
  doing: Doing;
  setDoing: (doing: Doing) => void;
  onTaken: (transfer: Transfer) => void;
}

function Whole({ id, doing, setDoing, onTaken }: WholeProps) {
  const { t } = useTexts();
  const transfer = useTransfer(id);
  const back = () => setDoing('read');
  return (
    <Loaded query={transfer}>
      {(data) => (
        <Stack gap="sm">
          <TransferSummary transfer={data} />
          <Text size="sm" c="dimmed">{t('transfers.no-names')}</Text>
          {doing === 'read' && (
            <Group gap="sm">
              <Button onClick={() => setDoing('accept')} data-testid="open-accept">{t('transfers.accept')}</Button>
              <Button variant="default" onClick={() => setDoing('decline')} data-testid="open-decline">{t('transfer.decline')}</Button>
            </Group>
          )}
          {doing === 'accept' && <Accept transfer={data} onClose={back} onTaken={onTaken} />}
          {doing === 'decline' && <EndTransfer transfer={data} how="decline" onClose={back} />}
        </Stack>
      )}
    </Loaded>
  );
}

function Accept({ transfer, onClose, onTaken }: { transfer: Transfer; onClose: () => void; onTaken: (transfer: Transfer) => void }) {
  const { t } = useTexts();
  const refresh = useRefresh();
  const me = useMe(true);
  const staffName = useStaffName(me.data?.unit?.id);
  const loads = useCaseloads();
  // Whoever asked for the case is proposed, and anybody else can be chosen.
  const fields = useFields({ ownerId: transfer.askedBy ?? '', reason: '' });
  const able = (loads.data ?? []).filter((one) => one.mayOwn);
  const chosen = able.find((one) => one.staffId === fields.values.ownerId);
  const needsReason = chosen?.band === 'reason' || chosen?.band === 'approval';
  const meanwhile = useTransferMeanwhile(transfer);
  const submission = useSubmission<{ data: Transfer }>(({ data }) => {
    if (data.caseId !== undefined) onTaken(data);
    refresh();
  }, (problem) => {
    fields.refused(problem);
    meanwhile.refused(problem);
  });
  const send = () => {
    if (!fields.check(needsReason && fields.values.reason.trim().length < MIN_REASON ? { reason: 'field.required' } : {})) return;
    void submission.submit(() =>
      change<Transfer>('cases', `/transfers/${transfer.id}/acceptance`, {
        ifMatch: meanwhile.etag,
        body: { happenedAt: new Date().toISOString(), ...filled({ ownerId: chosen?.staffId ?? '', reason: needsReason ? fields.values.reason : '' }) },
      }),
    );
  };
  const options = able.map((one) => ({ value: one.staffId, label: t('transfers.worker-load', { name: staffName(one.staffId) ?? t('directory.colleague'), open: one.open }) }));
  const notice = <TransferMeanwhile meanwhile={meanwhile} submission={submission} mine={t('transfers.accept')} words={fields.values.reason} onClose={onClose} />;
  return (
    <ActionForm fields={fields} submission={submission} send={send} submit={t('transfers.accept')} testId="accept-transfer" onClose={onClose} notice={notice}>
      <SelectField {...fields.bind('ownerId')} label={t('transfers.owner')} description={t('transfers.owner-hint')} options={options} placeholder={t('transfers.myself')} />
      {needsReason && <Textarea {...fields.bind('reason')} label={t('assign.reason')} dir="auto" autosize minRows={2} maxLength={1000} required />}
      {chosen?.band === 'approval' && <AskCommission staffId={chosen.staffId} />}
    </ActionForm>
  );
}
