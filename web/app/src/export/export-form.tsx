import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { take, type Taken } from '../api/client.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';

const PURPOSES = ['court-or-committee', 'handover', 'case-conference', 'child-or-family', 'supervision'];
const LANGUAGES = ['ur', 'ps', 'en'];

interface Props {
  title: MessageId;
  leftOut: MessageId;
  path: string;
  /** What the request says besides language and purpose. */
  more?: Record<string, string>;
}

/** Takes something out of the platform: asked for with its purpose, saved where the browser saves files. */
export function ExportForm({ title, leftOut, path, more = {} }: Props) {
  const { t, label, language } = useTexts();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const fields = useFields({ language, purpose: '' });
  const sending = useSubmission<Taken>((taken) => {
    save(taken);
    setDone(true);
  });
  if (!open) {
    return (
      <Group>
        <Button variant="default" onClick={() => setOpen(true)} data-testid="export">{t(title)}</Button>
      </Group>
    );
  }
  const submit = () => {
    setDone(false);
    if (!fields.check(fields.values.purpose === '' ? { purpose: 'field.required' } : {})) return;
    void sending.submit(() => take('cases', path, { ...more, ...fields.values }));
  };
  return (
    <Panel title={t(title)} testId="export-form">
      <form ref={fields.formRef} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Stack gap="sm">
          <Text size="sm">{t('export.lead')} {t(leftOut)}</Text>
          <SelectField
            {...fields.bind('language')}
            label={t('export.language')}
            options={LANGUAGES.map((value) => ({ value, label: label('export-language', value) }))}
          />
          <SelectField
            {...fields.bind('purpose')}
            label={t('export.purpose')}
            placeholder={t('export.choose')}
            required
            options={PURPOSES.map((value) => ({ value, label: label('export-purpose', value) }))}
          />
          <ProblemNotice problem={sending.problem} focused />
          {done && <Alert color="green" role="status" data-testid="taken">{t('export.done')}</Alert>}
          <Group>
            <Button type="submit" loading={sending.busy} data-testid="take">{t('export.take')}</Button>
            <Button variant="default" onClick={() => setOpen(false)}>{t('action.cancel')}</Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

function save({ file, name }: Taken): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun; the browser holds what it needs.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
