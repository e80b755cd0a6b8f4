import { Alert, Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { take, type Taken } from '../api/client.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { save } from '../ui/save-file.ts';

const PURPOSES = ['court-or-committee', 'handover', 'case-conference', 'child-or-family', 'supervision'];
const LANGUAGES = ['ur', 'ps', 'en'];

interface Props {
  title: MessageId;
  leftOut: MessageId;
  path: string;
  /** Codes of the lists to choose from; the first stands chosen. */
  lists?: readonly string[];
  /** Codes of what stays out unless it is chosen. */
  parts?: readonly string[];
}

/** Takes something out of the platform: asked for with its purpose, saved where the browser saves files. */
export function ExportForm({ title, leftOut, path, lists = [], parts = [] }: Props) {
  const { t, label, language } = useTexts();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const [list, setList] = useState(lists[0]);
  const [included, setIncluded] = useState<string[]>([]);
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
    void sending.submit(() => take('cases', path, { ...(list === undefined ? {} : { list }), ...fields.values, ...(included.length === 0 ? {} : { include: included }) }));
  };
  return (
    <Panel title={t(title)} testId="export-form">
      <form ref={fields.formRef} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Stack gap="sm">
          <Text size="sm">{t('export.lead')} {t(leftOut)}</Text>
          {list !== undefined && lists.length > 1 && (
            <NativeSelect
              label={t('export.which')}
              name="list"
              value={list}
              onChange={(event) => setList(event.currentTarget.value)}
              data={lists.map((value) => ({ value, label: label('export-list', value) }))}
            />
          )}
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
          {parts.length > 0 && (
            <Checkbox.Group label={t('export.include')} description={t('export.include-hint')} value={included} onChange={setIncluded}>
              <Stack gap="xs" mt="xs">
                {parts.map((part) => <Checkbox key={part} value={part} label={label('export-part', part)} data-testid={`include-${part}`} />)}
              </Stack>
            </Checkbox.Group>
          )}
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
