import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { change, read, type Answer } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Alarm, AssessmentResult, Instrument } from '../api/types.ts';
import { toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { useSubmission } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { AlarmInterruption, alarmKinds } from './alarms.tsx';
import { DraftKeeper } from './draft-keeper.ts';
import { SaveState, useUnsavedWarning } from './save-state.tsx';
import { draftOf, leaves, nodeName, place, valueOf, type OpenForm } from './engine.ts';
import { HandOver } from './hand-over.tsx';
import type { AssessmentDraft } from './types.ts';
import { FormInParts, Opened } from './xform.tsx';

interface Props {
  draft: AssessmentDraft;
  etag: string | undefined;
  form: string;
  instrument: Instrument | undefined;
}

function alarmsOf({ data }: Answer<AssessmentDraft>): Alarm[] {
  return data.alarms ?? [];
}

/** A draft is saved as it is answered; completing it scores what was saved. */
export function DraftForm({ draft, etag, form, instrument }: Props) {
  const path = `/assessment-drafts/${draft.id}`;
  const [keeper] = useState(
    () =>
      new DraftKeeper<Alarm[]>(
        {
          save: async (answersXml, ifMatch) => {
            const saved = await change<AssessmentDraft>('assessments', path, { method: 'PUT', ifMatch, body: { answersXml } });
            return { etag: saved.etag, more: alarmsOf(saved) };
          },
          read: async () => {
            const found = await read<AssessmentDraft>('assessments', path);
            return { xml: found.data.answersXml ?? '', etag: found.etag, more: alarmsOf(found) };
          },
        },
        { xml: draft.answersXml ?? '', etag, more: draft.alarms ?? [] },
      ),
  );
  const [kept, setKept] = useState(draft.answersXml);
  useEffect(() => () => keeper.stop(), [keeper]);
  useUnsavedWarning(keeper);
  return (
    <Opened xml={form} kept={kept}>
      {(opened) => (
        <Answering key={kept ?? ''} draft={draft} form={opened} keeper={keeper} instrument={instrument} onSettled={setKept} />
      )}
    </Opened>
  );
}

interface AnsweringProps {
  draft: AssessmentDraft;
  form: OpenForm;
  keeper: DraftKeeper<Alarm[]>;
  instrument: Instrument | undefined;
  onSettled: (xml: string) => void;
}

function Answering({ draft, form, keeper, instrument, onSettled }: AnsweringProps) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [withChild, setWithChild] = useState(false);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  const version = useSyncExternalStore(form.subscribe, form.version);
  useEffect(() => {
    // What stands in a fresh form is no answer yet.
    if (version > 0) keeper.changed(draftOf(form.root));
  }, [keeper, form, version]);
  useEffect(() => {
    if (draft.answersXml === undefined) fillDay(form, toLocalInput(new Date(draft.conductedAt)).slice(0, 10));
  }, [form, draft]);
  const kinds = useMemo(
    () => [...new Set([...alarmKinds(form.root, instrument?.alarms ?? []), ...state.more.map((alarm) => alarm.kind)])],
    [form, version, instrument, state.more],
  );
  const completing = useSubmission<AssessmentResult>((made) => {
    for (const key of ['of', 'drafts', 'changes', 'risk']) {
      void queries.invalidateQueries({ queryKey: ['assessments', key, draft.caseId] });
    }
    void queries.invalidateQueries({ queryKey: ['cases', 'case', draft.caseId] });
    void navigate(`/cases/${draft.caseId}/assessments/${made.id}?new`, { replace: true });
  });
  const complete = () =>
    completing.submit(async (idempotencyKey) => {
      keeper.changed(draftOf(form.root));
      if (!(await keeper.flush())) throw new ApiProblem('assessments', 0, 'network');
      return (
        await change<AssessmentResult>('assessments', `/assessment-drafts/${draft.id}/completion`, { ifMatch: keeper.tag(), idempotencyKey })
      ).data;
    });
  const conflict = state.kind === 'conflict' ? state : undefined;
  return (
    <Stack gap="md">
      <AlarmInterruption kinds={kinds} caseId={draft.caseId} onLeave={() => keeper.flush()} silent={withChild} />
      {instrument?.respondent === 'child' && <HandOver form={form} pauseAt={kinds.length} onPause={() => void keeper.flush()} onGiven={setWithChild} />}
      {conflict !== undefined && (
        <ConflictChoice
          differences={conflict.differences}
          labelOf={(at) => labelOf(form, at)}
          show={(at, value) => wordsOf(form, at, value)}
          onSettled={(theirs) => onSettled(keeper.settle(theirs))}
        />
      )}
      <FormInParts
        form={form}
        busy={completing.busy}
        onSend={() => void complete()}
        footer={
          <>
            <SaveState state={state} />
            {state.kind === 'refused' && <ProblemNotice problem={state.problem} />}
            <ProblemNotice problem={completing.problem} focused />
          </>
        }
      />
      {state.kind === 'waiting' && (
        <div><Button variant="default" onClick={() => void keeper.flush()}>{t('draft.save-now')}</Button></div>
      )}
    </Stack>
  );
}

/** The day was said before the form began. */
function fillDay(form: OpenForm, day: string): void {
  const node = leaves(form.root).find((one) => nodeName(one) === 'conducted_on');
  if (node?.nodeType === 'input' && valueOf(node) === '') (node as unknown as { setValue: (value: string) => void }).setValue(day);
}

function nodeAt(form: OpenForm, at: string) {
  return leaves(form.root).find((node) => place(node).replaceAll('[1]', '') === at);
}

function labelOf(form: OpenForm, at: string): string {
  return nodeAt(form, at)?.currentState.label?.asString ?? at.split('/').at(-1) ?? at;
}

/** The words of a choice, never its code. */
function wordsOf(form: OpenForm, at: string, value: string): string {
  const node = nodeAt(form, at);
  if (node?.nodeType !== 'select') return value;
  return value.split(' ').map((one) => node.getValueOption(one)?.label.asString ?? one).join(', ');
}
