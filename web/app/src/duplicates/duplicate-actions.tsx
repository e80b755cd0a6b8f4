import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { HELP_FIRST } from '../ui/fields.tsx';
import { useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ChooseParts, TakenParts } from './choose-parts.tsx';
import type { Duplicate, Merge, Side, TakenPart } from './types.ts';

interface Props {
  pair: Duplicate;
  etag: string | undefined;
  me: string | undefined;
  supervisor: boolean;
  onReload: () => void;
}

/** What may be done now: decide, propose to merge, answer a proposal, undo a merge. */
export function DuplicateActions({ pair, etag, me, supervisor, onReload }: Props) {
  const proposed = pair.merges?.find((merge) => merge.state === 'proposed');
  const confirmed = pair.merges?.find((merge) => merge.state === 'confirmed');
  const act = useAct(onReload);
  const shared = { pair, act, onReload };
  return (
    <Stack gap="md">
      <ProblemNotice problem={act.problem} focused onReload={onReload} />
      {proposed !== undefined && <Answer {...shared} merge={proposed} mine={proposed.proposedBy === me} supervisor={supervisor} />}
      {proposed === undefined && confirmed !== undefined && supervisor && <Undo {...shared} merge={confirmed} />}
      {proposed === undefined && pair.state !== 'merged' && <Decide {...shared} etag={etag} />}
    </Stack>
  );
}

/** To the minute, as people mean it, and never ahead of the server's clock by a few seconds. */
function justNow(): string | undefined {
  return fromLocalInput(toLocalInput(new Date()));
}

function useAct(onDone: () => void) {
  const queries = useQueryClient();
  return useSubmission<unknown>(() => {
    void queries.invalidateQueries({ queryKey: ['cases'] });
    onDone();
  });
}

interface ActProps {
  pair: Duplicate;
  act: ReturnType<typeof useAct>;
}

const DECISIONS = ['different', 'unsure'] as const;

function Decide({ pair, act, etag }: ActProps & { etag: string | undefined }) {
  const { t, label } = useTexts();
  const [keep, setKeep] = useState('');
  const [taken, setTaken] = useState<TakenPart[]>([]);
  const [kept, gone] = keep === 'other' ? [pair.other, pair.one] : [pair.one, pair.other];
  const went = pair.one.goesOnIn !== undefined || pair.other.goesOnIn !== undefined;
  const closed = pair.one.closed || pair.other.closed;
  const choose = (side: string) => {
    setKeep(side);
    setTaken([]);
  };
  const decide = (decision: string) =>
    void act.submit(() =>
      change('cases', `/duplicates/${pair.id}/decisions`, { ifMatch: etag, body: { decision, happenedAt: justNow() } }),
    );
  const propose = () =>
    void act.submit((idempotencyKey) =>
      change('cases', `/duplicates/${pair.id}/merges`, { ifMatch: etag, idempotencyKey, body: { keep, take: taken, happenedAt: justNow() } }),
    );
  return (
    <Panel title={t('duplicates.decide')}>
      <Stack gap="md">
        <Text size="sm">{t('duplicates.decide-lead')}</Text>
        <Group>
          {DECISIONS.map((decision) => (
            <Button key={decision} variant="default" loading={act.busy} onClick={() => decide(decision)} data-testid={`decide-${decision}`}>
              {label('duplicate-decision', decision)}
            </Button>
          ))}
        </Group>
        {closed ? (
          <Text size="sm" c="dimmed">{t(went ? 'duplicates.went-not-merged' : 'duplicates.closed-not-merged')}</Text>
        ) : (
          <>
            <Radio.Group label={t('duplicates.keep')} description={t('duplicates.keep-hint')} inputWrapperOrder={HELP_FIRST} value={keep} onChange={choose}>
              <Stack gap="xs" mt="xs">
                <Radio value="one" label={<Code>{pair.one.caseNumber}</Code>} />
                <Radio value="other" label={<Code>{pair.other.caseNumber}</Code>} />
              </Stack>
            </Radio.Group>
            {keep !== '' && readable(kept) && readable(gone) && <ChooseParts kept={kept} gone={gone} taken={taken} onChange={setTaken} />}
            <Group>
              <Button disabled={keep === ''} loading={act.busy} onClick={propose} data-testid="propose">{t('duplicates.propose')}</Button>
            </Group>
          </>
        )}
      </Stack>
    </Panel>
  );
}

/** Only who reads both records chooses between them; the caller may not read a colleague's, nor another unit's. */
function readable(side: Side): side is Side & { caseId: string } {
  return side.caseId !== undefined && side.child !== undefined;
}

interface AnswerProps extends ActProps {
  merge: Merge;
  mine: boolean;
  supervisor: boolean;
}

function answer(merge: Merge, what: string, more: object = {}) {
  return change('cases', `/merges/${merge.id}/${what}`, {
    ifMatch: `"v${merge.version}"`,
    body: { happenedAt: justNow(), ...more },
  });
}

function Answer({ pair, act, merge, mine, supervisor }: AnswerProps) {
  const { t } = useTexts();
  const kept = merge.keeps === 'one' ? pair.one : pair.other;
  const gone = merge.keeps === 'one' ? pair.other : pair.one;
  return (
    <Panel title={t('duplicates.proposed')} testId="proposed">
      <Stack gap="md">
        <Text size="sm">{t('duplicates.proposed-text', { kept: kept.caseNumber, gone: gone.caseNumber })}</Text>
        <TakenParts taken={merge.taken} />
        {mine && <Alert color="blue" title={t('duplicates.waits')}>{t('duplicates.waits-text')}</Alert>}
        <Group>
          {supervisor && !mine && (
            <Button loading={act.busy} onClick={() => void act.submit(() => answer(merge, 'confirmation'))} data-testid="confirm">
              {t('duplicates.confirm')}
            </Button>
          )}
          <Button variant="default" loading={act.busy} onClick={() => void act.submit(() => answer(merge, 'refusal'))} data-testid="turn-down">
            {t(mine ? 'duplicates.take-back' : 'duplicates.turn-down')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

const UNDO_REASONS = ['not-the-same', 'wrong-way-round', 'other'] as const;

function Undo({ act, merge }: ActProps & { merge: Merge }) {
  const { t, label } = useTexts();
  const [reason, setReason] = useState('');
  return (
    <Panel title={t('duplicates.undo')}>
      <Stack gap="md">
        <Text size="sm">{t('duplicates.undo-lead')}</Text>
        <Radio.Group label={t('duplicates.undo-reason')} value={reason} onChange={setReason}>
          <Stack gap="xs" mt="xs">
            {UNDO_REASONS.map((one) => <Radio key={one} value={one} label={label('undo-reason', one)} />)}
          </Stack>
        </Radio.Group>
        <Group>
          <Button
            color="red"
            disabled={reason === ''}
            loading={act.busy}
            onClick={() => void act.submit(() => answer(merge, 'undoing', { reason }))}
            data-testid="undo"
          >
            {t('duplicates.undo-submit')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
