import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/text.ts';
import type { Fields, FieldValues, Submission } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useRefresh } from './queries.ts';

interface Props<V extends FieldValues> {
  fields: Fields<V>;
  submission: Pick<Submission<unknown>, 'busy' | 'problem'>;
  send: () => void;
  submit: string;
  testId: string;
  onClose?: (() => void) | undefined;
  /** Shown instead of the problem: what to do about it, where the form knows more. */
  notice?: ReactNode;
  children: ReactNode;
}

/** Fields, what was refused, one button to do it and one to leave it. */
export function ActionForm<V extends FieldValues>({ fields, submission, send, submit, testId, onClose, notice, children }: Props<V>) {
  const { t } = useTexts();
  const refresh = useRefresh();
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      data-testid={`${testId}-form`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {children}
      {notice ?? <ProblemNotice problem={submission.problem} focused onReload={refresh} />}
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid={testId}>{submit}</Button>
        {onClose !== undefined && <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>}
      </Group>
    </form>
  );
}
