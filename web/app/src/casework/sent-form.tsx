import { Button, Group } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/text.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';

interface Props {
  formRef?: RefObject<HTMLFormElement | null>;
  submitText: string;
  busy: boolean;
  problem: ApiProblem | undefined;
  onSubmit: () => void;
  onClose: () => void;
  onReload?: () => void;
  /** Shown instead of the problem: what to do about it, where the form knows more. */
  notice?: ReactNode;
  testId: string;
  children: ReactNode;
}

/** A form within a panel: what went wrong beside its button, and a way to leave it. */
export function SentForm({ formRef, submitText, busy, problem, onSubmit, onClose, onReload, notice, testId, children }: Props) {
  const { t } = useTexts();
  return (
    <form
      ref={formRef}
      noValidate
      className="hifazat-form"
      data-testid={testId}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {notice ?? <ProblemNotice problem={problem} focused {...(onReload === undefined ? {} : { onReload })} />}
      <Group gap="sm">
        <Button type="submit" loading={busy} data-testid={`${testId}-send`}>{submitText}</Button>
        <Button type="button" variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
