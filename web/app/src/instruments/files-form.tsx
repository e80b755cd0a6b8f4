import { Alert, Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { CatalogueVersion, InstrumentFiles } from './types.ts';

const FILES: { name: keyof InstrumentFiles; text: MessageId; accept: string }[] = [
  { name: 'form', text: 'catalogue.form-file', accept: '.xml,text/xml' },
  { name: 'descriptor', text: 'catalogue.descriptor-file', accept: '.json,application/json' },
  { name: 'golden', text: 'catalogue.golden-file', accept: '.json,application/json' },
];

interface Props {
  text: string;
  onSend: (files: InstrumentFiles) => Promise<CatalogueVersion>;
  onDone: (made: CatalogueVersion) => void;
}

/** The three files that make an instrument. */
export function FilesForm({ text, onSend, onDone }: Props) {
  const { t, label } = useTexts();
  const [files, setFiles] = useState<Partial<Record<keyof InstrumentFiles, File>>>({});
  const [asked, setAsked] = useState(false);
  const sending = useSubmission<CatalogueVersion>(onDone);
  const send = () => {
    setAsked(true);
    const { form, descriptor, golden } = files;
    if (form === undefined || descriptor === undefined || golden === undefined) return;
    void sending.submit(async () => onSend({ form: await form.text(), descriptor: await descriptor.text(), golden: await golden.text() }));
  };
  return (
    <form
      noValidate
      className="hifazat-form"
      data-testid="files-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {FILES.map(({ name, text: id, accept }) => (
        <FileInput
          key={name}
          label={t(id)}
          placeholder={t('imports.choose')}
          accept={accept}
          value={files[name] ?? null}
          onChange={(file) => setFiles(({ [name]: _before, ...rest }) => (file === null ? rest : { ...rest, [name]: file }))}
          error={asked && files[name] === undefined ? t('field.required') : undefined}
          data-testid={`file-${name}`}
        />
      ))}
      <ProblemNotice problem={sending.problem} focused />
      {(sending.problem?.errors.length ?? 0) > 0 && (
        <Alert color="yellow">
          <Stack gap={4}>
            {sending.problem?.errors.map((error) => (
              <Text size="sm" key={`${error.pointer} ${error.code}`}>{label('finding', error.code)} <bdi dir="ltr">{error.pointer}</bdi></Text>
            ))}
          </Stack>
        </Alert>
      )}
      <Group><Button type="submit" loading={sending.busy} data-testid="send-files">{text}</Button></Group>
    </form>
  );
}
