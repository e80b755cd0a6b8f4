import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/text.ts';
import { focusFirstInvalid } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { answeredDay, children, openForm, setFormLanguage, submissionOf, violations, type OpenForm } from './engine.ts';
import { XFormNode } from './xform-node.tsx';

interface Props {
  xml: string;
  busy: boolean;
  onSend: (instance: string, day: string | undefined) => void;
}

export function XForm({ xml, busy, onSend }: Props) {
  const { t, language } = useTexts();
  const [form, setForm] = useState<OpenForm>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const firstLanguage = useRef(language);
  useEffect(() => {
    let wanted = true;
    setFailed(false);
    openForm(xml, firstLanguage.current).then(
      (opened) => wanted && setForm(opened),
      (failure: unknown) => {
        console.error('The form could not be opened', failure);
        if (wanted) setFailed(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [xml, attempt]);
  if (failed) {
    return <ProblemNotice problem={new ApiProblem('web', 0, 'unexpected')} onRetry={() => setAttempt(attempt + 1)} />;
  }
  if (form === undefined) {
    return (
      <Stack gap="sm" role="status" aria-label={t('state.loading')}>
        {[1, 2, 3, 4, 5].map((i) => <Skeleton key={i} height={44} />)}
      </Stack>
    );
  }
  return <OpenedForm form={form} busy={busy} onSend={onSend} />;
}

function OpenedForm({ form, busy, onSend }: { form: OpenForm } & Omit<Props, 'xml'>) {
  const { t, language } = useTexts();
  const [attempts, setAttempts] = useState(0);
  const checked = attempts > 0;
  const element = useRef<HTMLFormElement>(null);
  useSyncExternalStore(form.subscribe, form.version);
  const { root } = form;
  useEffect(() => setFormLanguage(root, language), [root, language]);
  useEffect(() => {
    if (attempts > 0) focusFirstInvalid(element.current);
  }, [attempts]);
  const open = violations(root);
  const send = async () => {
    const instance = await submissionOf(root);
    if (instance === undefined) {
      setAttempts(attempts + 1);
      return;
    }
    onSend(instance, answeredDay(root, 'conducted_on'));
  };
  return (
    <form
      ref={element}
      noValidate
      className="hifazat-form"
      lang={language}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {children(root).map((node) => <XFormNode key={node.nodeId} node={node} checked={checked} />)}
      {checked && open.length > 0 && (
        <Alert color="red" role="alert" data-testid="form-violations">
          {t('assess.incomplete', { count: open.length })}
        </Alert>
      )}
      <Group><Button type="submit" loading={busy} data-testid="submit-assessment">{t('assess.submit')}</Button></Group>
    </form>
  );
}
