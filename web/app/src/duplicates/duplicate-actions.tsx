import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read } from '../api/client.ts';
import type { ApiProblem } from '../api/problem.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { HELP_FIRST } from '../ui/fields.tsx';
import { useSubmission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
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
  onReload: () => Promise<unknown>;
}

/** What may be done now: decide, propose to merge, answer a proposal, undo a merge. */
export function DuplicateActions({ pair, etag, me, supervisor, onReload }: Props) {
  const proposed = proposedIn(pair);
  const confirmed = pair.merges?.find((merge) => merge.state === 'confirmed');
  // What was decided here begins anew on the version that came of it.
  const [round, setRound] = useState(0);
  const onDone = () => void onReload().then(() => setRound((before) => before + 1));
  const shared = { pair, onDone, onReload: () => void onReload() };
  return (
    <Stack gap="md">
      {proposed !== undefined && <Answer {...shared} merge={proposed} mine={proposed.proposedBy === me} supervisor={supervisor} />}
      {proposed === undefined && confirmed !== undefined && supervisor && <Undo {...shared} merge={confirmed} />}
      {proposed === undefined && pair.state !== 'merged' && <Decide key={round} {...shared} etag={etag} />}
    </Stack>
  );
}

/** To the minute, as people mean it, and never ahead of the server's clock by a few seconds. */
function justNow(): string | undefined {
  return fromLocalInput(toLocalInput(new Date()));
}

function useAct(onDone: () => void, onRefused?: (problem: ApiProblem) => void) {
  const queries = useQueryClient();
  return useSubmission<unknown>(() => {
    void queries.invalidateQueries({ queryKey: ['cases'] });
    onDone();
  }, onRefused);
}

interface ActProps {
  pair: Duplicate;
  onDone: () => void;
  onReload: () => void;
}

function proposedIn(pair: Duplicate): Merge | undefined {
  return pair.merges?.find((merge) => merge.state === 'proposed');
}

const DECISIONS = ['different', 'unsure'] as const;

function Decide({ pair, etag, onDone, onReload }: ActProps & { etag: string | undefined }) {
  const { t, label } = useTexts();
  const meanwhile = useMeanwhile<Duplicate>(etag, () => read<Duplicate>('cases', `/duplicates/${pair.id}`));
  const act = useAct(onDone, meanwhile.refused);
  const [mine, setMine] = useState('');
  const [keep, setKeep] = useState('');
  const [taken, setTaken] = useState<TakenPart[]>([]);
  const [kept, gone] = keep === 'other' ? [pair.other, pair.one] : [pair.one, pair.other];
  const went = pair.one.goesOnIn !== undefined || pair.other.goesOnIn !== undefined;
  const closed = pair.one.closed || pair.other.closed;
  const choose = (side: string) => {
    setKeep(side);
    setTaken([]);
  };
  const decide = (decision: string) => {
    setMine(label('duplicate-decision', decision));
    void act.submit(() =>
      change('cases', `/duplicates/${pair.id}/decisions`, { ifMatch: meanwhile.etag, body: { decision, happenedAt: justNow() } }),
    );
  };
  const propose = () => {
    setMine(t('duplicates.propose'));
    void act.submit((idempotencyKey) =>
      change('cases', `/duplicates/${pair.id}/merges`, { ifMatch: meanwhile.etag, idempotencyKey, body: { keep, take: taken, happenedAt: justNow() } }),
    );
  };
  const proposal = (side: string, parts: readonly TakenPart[]) =>
    side !== '' && <>{(side === 'one' ? pair.one : pair.other).caseNumber}{parts.map((part) => <span key={part}>{t('list.comma')}{label('duplicate-part', part)}</span>)}</>;
  return (
    <Panel title={t('duplicates.decide')}>
      <Stack gap="md">
        <Text size="sm">{t('duplicates.decide-lead')}</Text>
        <MeanwhileNotice
          meanwhile={meanwhile}
          problem={act.problem}
          onReload={onReload}
          over={(now) => now.state === 'merged' || proposedIn(now) !== undefined}
          onGoOn={act.clear}
          onTakeTheirs={onDone}
          fields={(now) => {
            const merge = proposedIn(now);
            const decision = now.decisions?.at(-1)?.decision;
            return [
              { label: t('conflict.became'), mine, theirs: merge !== undefined ? t('duplicates.proposed') : decision && label('duplicate-decision', decision) },
              { label: t('duplicates.keep'), mine: proposal(keep, taken), theirs: merge && proposal(merge.keeps, merge.taken) },
            ];
          }}
        />
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

function Answer({ pair, onDone, onReload, merge, mine, supervisor }: AnswerProps) {
  const { t } = useTexts();
  const act = useAct(onDone);
  const kept = merge.keeps === 'one' ? pair.one : pair.other;
  const gone = merge.keeps === 'one' ? pair.other : pair.one;
  return (
    <Panel title={t('duplicates.proposed')} testId="proposed">
      <Stack gap="md">
        <Text size="sm">{t('duplicates.proposed-text', { kept: kept.caseNumber, gone: gone.caseNumber })}</Text>
        <TakenParts taken={merge.taken} />
        <ProblemNotice problem={act.problem} focused onReload={onReload} />
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

function Undo({ onDone, onReload, merge }: ActProps & { merge: Merge }) {
  const { t, label } = useTexts();
  const act = useAct(onDone);
  const [reason, setReason] = useState('');
  return (
    <Panel title={t('duplicates.undo')}>
      <Stack gap="md">
        <Text size="sm">{t('duplicates.undo-lead')}</Text>
        <ProblemNotice problem={act.problem} focused onReload={onReload} />
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
