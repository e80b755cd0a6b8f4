import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { ChoiceField, MomentField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { FileChoice } from './file-choice.tsx';
import { useCodes } from './queries.ts';
import { Sending } from './sending.tsx';
import { DOCUMENT_KINDS, type Upload } from './types.ts';
import { mediaTypeOf, MOST_BYTES, sha256 } from './upload.ts';

/** What is added, for whom, and the file itself; then it is on its way. */
export function UploadForm({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t, label } = useTexts();
  const me = useMe().data;
  const kinds = useCodes('document-kind', DOCUMENT_KINDS);
  const [file, setFile] = useState<File>();
  const [wrong, setWrong] = useState<MessageId>();
  const [upload, setUpload] = useState<Upload>();
  const fields = useFields({ kind: '', confidentiality: 'ordinary', title: '', happenedAt: toLocalInput(new Date()) });
  const submission = useSubmission<Upload>(setUpload, (problem) => fields.refused(problem));
  const choose = (chosen: File) => {
    setFile(chosen);
    setWrong(chosen.size > MOST_BYTES ? 'documents.too-large' : mediaTypeOf(chosen) === undefined ? 'problem.media-type-not-taken' : undefined);
  };
  if (upload !== undefined && file !== undefined) return <Sending upload={upload} file={file} onClose={onClose} />;
  const { values } = fields;
  const send = () => {
    const found: FieldProblems<typeof values> = {};
    const happenedAt = fromLocalInput(values.happenedAt);
    if (values.kind === '') found.kind = 'field.required';
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (file === undefined) setWrong('documents.file-needed');
    if (!fields.check(found) || file === undefined || wrong !== undefined) return;
    void submission.submit(async (idempotencyKey) => {
      const body = {
        kind: values.kind,
        confidentiality: values.confidentiality,
        ...(values.title.trim() === '' ? {} : { title: values.title.trim() }),
        happenedAt,
        mediaType: mediaTypeOf(file),
        size: file.size,
        sha256: await sha256(file),
      };
      return (await change<Upload>('cases', `/cases/${detail.id}/uploads`, { idempotencyKey, body })).data;
    });
  };
  const confidentialities = ['ordinary', 'restricted', ...(me?.roles.includes('psychologist') === true ? ['clinical'] : [])];
  return (
    <SentForm formRef={fields.formRef} submitText={t('documents.send')} busy={submission.busy} problem={submission.problem} onSubmit={send} onClose={onClose} testId="upload-form">
      <FileChoice file={file} error={wrong === undefined ? undefined : t(wrong)} onChoose={choose} />
      <SelectField {...fields.bind('kind')} label={t('documents.kind')} options={kinds.options} placeholder={t('action.choose')} required />
      <TextInput {...fields.bind('title')} label={`${t('documents.name')} (${t('state.optional')})`} dir="auto" autoComplete="off" maxLength={200} />
      <MomentField {...fields.bind('happenedAt')} label={t('documents.when')} required />
      <ChoiceField
        {...fields.bind('confidentiality')}
        label={t('documents.for-whom')}
        options={confidentialities.map((value) => ({ value, label: label('confidentiality', value), description: label('confidentiality-help', value) }))}
      />
    </SentForm>
  );
}
