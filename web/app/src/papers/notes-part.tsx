import { Badge, Group, Stack, Text } from '@mantine/core';
import type { CaseDetail } from '../api/types.ts';
import classes from '../casework/casework.module.css';
import { useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { FromCase } from '../ui/from-case.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { Adding } from './adding.tsx';
import { RecordForm } from './record-form.tsx';
import type { Note } from './types.ts';

/** What was written down, each note for those it is for. */
export default function NotesPart({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const pages = usePages<Note>('cases', `/cases/${detail.id}/notes`);
  return (
    <Panel title={t('notes.title')} testId="notes">
      <Stack gap="md">
        <Adding detail={detail} text={t('notes.write')} testId="write-note">{(close) => <NoteForm detail={detail} onClose={close} />}</Adding>
        <PagedList pages={pages} empty={t('notes.none')}>
          {(items) => <ul className="hifazat-list">{items.map((one) => <NoteItem key={one.id} detail={detail} note={one} />)}</ul>}
        </PagedList>
      </Stack>
    </Panel>
  );
}

function NoteItem({ detail, note }: { detail: CaseDetail; note: Note }) {
  const { t, label } = useTexts();
  return (
    <li className={classes['card']} data-testid="note" data-kind={note.kind}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed"><Moment at={note.happenedAt} /></Text>
          <FromCase number={note.fromCase} />
          {note.kind !== 'ordinary' && <Badge variant="light" color="grape">{label('note-kind', note.kind)}</Badge>}
        </Group>
        <Said text={note.text} by={note.writtenBy} at={note.recordedAt} detail={detail} />
        {note.addenda.map((one) => (
          <div key={one.id} className={classes['nested']} data-testid="addendum">
            <Text size="sm" fw={600}>{t('notes.added')}</Text>
            <Said text={one.text} by={one.writtenBy} at={one.recordedAt} detail={detail} />
          </div>
        ))}
        {note.fromCase === undefined && <Adding detail={detail} text={t('notes.add')} testId="add-to-note" subtle>
          {(close) => (
            <RecordForm
              path={`/notes/${note.id}/addenda`}
              questions={[{ name: 'text', label: t('notes.added-words'), kind: 'words', required: true }]}
              submitText={t('papers.save')}
              testId="addendum-form"
              onClose={close}
            />
          )}
        </Adding>}
      </Stack>
    </li>
  );
}

function Said({ text, by, at, detail }: { text: string; by: string; at: string; detail: CaseDetail }) {
  const { t } = useTexts();
  const staffName = useStaffName(detail.unitId);
  return (
    <div>
      <p className={classes['words']} dir="auto">{text}</p>
      <Text size="sm" c="dimmed">
        {t('papers.recorded-by')} <bdi dir="auto">{staffName(by) ?? t('directory.colleague')}</bdi>{t('list.comma')}<Moment at={at} />
      </Text>
    </div>
  );
}

function NoteForm({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t, label } = useTexts();
  const me = useMe().data;
  const kinds = ['ordinary', 'supervision', ...(me?.roles.includes('psychologist') === true ? ['clinical'] : [])];
  return (
    <RecordForm
      path={`/cases/${detail.id}/notes`}
      questions={[
        {
          name: 'kind',
          label: t('notes.for-whom'),
          kind: 'choice',
          required: true,
          value: 'ordinary',
          options: kinds.map((value) => ({ value, label: label('note-kind', value), description: label('note-kind-help', value) })),
        },
        { name: 'happenedAt', label: t('notes.when'), kind: 'moment', required: true },
        { name: 'text', label: t('notes.words'), kind: 'words', required: true, description: t('notes.never-changed') },
      ]}
      submitText={t('notes.save')}
      testId="note-form"
      onClose={onClose}
    />
  );
}
