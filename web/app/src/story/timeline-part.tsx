import { useLingui } from '@lingui/react';
import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseDetail } from '../api/types.ts';
import { useCodeNames } from '../codes/code-options.ts';
import { useStaffName } from '../directory/queries.ts';
import { ExportForm } from '../export/export-form.tsx';
import { formatDate, formatDateTime, formatTime, toLocalInput } from '../i18n/format.ts';
import { useTexts, type Texts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { FromCase } from '../ui/from-case.tsx';
import { Code, PersonName } from '../ui/names.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { placeOf, toldCodes, type ToldCode } from './codes.ts';
import classes from './story.module.css';
import { GROUPS, type StoryGroup, type StoryLine } from './types.ts';

const EXPORTERS: readonly string[] = ['social-worker', 'protection-officer', 'supervisor'];
/** What stays out of a document unless it is chosen. */
const PARTS: readonly string[] = ['nationality', 'screening-results'];
const SUPERVISORS_PARTS: readonly string[] = ['supervision-notes', 'clinical-notes'];
const LATE = 24 * 3_600_000;

/** Everything that happened to the case, day by day, from all services. */
export default function TimelinePart({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const [group, setGroup] = useState<StoryGroup>();
  const roles = useMe(true).data?.roles ?? [];
  const mayExport = roles.some((role) => EXPORTERS.includes(role));
  const parts = roles.includes('supervisor') ? [...PARTS, ...SUPERVISORS_PARTS] : PARTS;
  const pages = usePages<StoryLine>('cases', `/cases/${detail.id}/timeline`, { group, limit: 40 });
  return (
    <Stack gap="lg">
      {mayExport && <ExportForm title="export.case" leftOut="export.left-out" path={`/cases/${detail.id}/exports`} parts={parts} />}
      <Panel title={t('story.part')} testId="story">
        <Stack gap="sm">
          <Text size="sm" c="dimmed">{t('story.lead')}</Text>
          <Groups chosen={group} onChoose={setGroup} />
          <PagedList pages={pages} empty={t('story.empty')}>
            {(lines) => <Days lines={lines} detail={detail} />}
          </PagedList>
        </Stack>
      </Panel>
    </Stack>
  );
}

function Groups({ chosen, onChoose }: { chosen: StoryGroup | undefined; onChoose: (group: StoryGroup | undefined) => void }) {
  const { t, label } = useTexts();
  return (
    <div role="group" aria-label={t('story.show')} className={classes['groups']}>
      {[undefined, ...GROUPS].map((group) => (
        <Button
          key={group ?? 'all'}
          size="compact-md"
          variant={group === chosen ? 'filled' : 'default'}
          aria-pressed={group === chosen}
          onClick={() => onChoose(group)}
          data-testid={`group-${group ?? 'all'}`}
        >
          {label('story-group', group ?? 'all')}
        </Button>
      ))}
    </div>
  );
}

function Days({ lines, detail }: { lines: StoryLine[]; detail: CaseDetail }) {
  const { language } = useTexts();
  const staffName = useStaffName(detail.unitId);
  return (
    <div>
      {byDay(lines).map(([day, entries]) => (
        <section key={day} aria-label={formatDate(language, day)} data-testid="day">
          <Title order={3} size="h5" className={classes['day']}>{formatDate(language, day)}</Title>
          <ul className={classes['entries']}>
            {entries.map((line) => (
              <li key={line.id} className={classes['entry']} data-testid="told" data-kind={line.kind}>
                <Text size="sm" c="dimmed" component="time" dateTime={line.happenedAt} dir="ltr" ta="start">{formatTime(line.happenedAt)}</Text>
                <Entry line={line} caseId={detail.id} staffName={staffName} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface EntryProps {
  line: StoryLine;
  caseId: string;
  staffName: (id: string) => string | undefined;
}

function Entry({ line, caseId, staffName }: EntryProps) {
  const texts = useTexts();
  const { t, label, language } = texts;
  const place = placeOf(line.kind, caseId, line.subjectId);
  const who = line.staffId === undefined ? undefined : (staffName(line.staffId) ?? t('story.colleague'));
  const later = Date.parse(line.recordedAt) - Date.parse(line.happenedAt) > LATE;
  return (
    <div className={classes['what']}>
      <Text fw={600} component="span">{label('story', line.kind)}</Text> <FromCase number={line.fromCase} />
      <Details codes={toldCodes(line.kind, line.codes)} texts={texts} staffName={staffName} />
      <Text size="sm" c="dimmed">
        {who !== undefined && <PersonName name={who} />}
        {who !== undefined && later && t('list.comma')}
        {later && t('story.written-later', { when: formatDateTime(language, line.recordedAt) })}
        {place !== undefined && (
          <>
            {(who !== undefined || later) && ' · '}
            <Anchor component={Link} to={place} size="sm" aria-label={`${t('story.open')}: ${label('story', line.kind)}`}>{t('story.open')}</Anchor>
          </>
        )}
      </Text>
    </div>
  );
}

function Details({ codes, texts, staffName }: { codes: ToldCode[]; texts: Texts; staffName: (id: string) => string | undefined }) {
  const { i18n } = useLingui();
  const worded = ({ list, code }: ToldCode) => list.startsWith('#') || i18n.messages[`${list}.${code}`] !== undefined;
  const name = useCodeNames([...new Set(codes.filter((one) => !worded(one)).map(({ list }) => list))]);
  const known = codes.filter((one) => worded(one) || name(one.list, one.code) !== undefined);
  if (known.length === 0) return null;
  return (
    <Text size="sm">
      {known.map((one, place) => (
        <span key={`${one.list} ${one.code}`}>
          {place > 0 && texts.t('list.comma')}
          {one.list === '#number' ? <Code>{one.code}</Code> : worded(one) ? inWords(one, texts, staffName) : name(one.list, one.code)}
        </span>
      ))}
    </Text>
  );
}

function inWords({ list, code }: ToldCode, { t, label }: Texts, staffName: (id: string) => string | undefined): string {
  if (list === '#staff') return staffName(code) ?? t('story.colleague');
  if (list === '#edition') return t('story.edition', { number: code.replace('edition-', '') });
  // The lists that only a story shows are named here, where the check of the messages looks.
  if (list === 'particular') return label('particular', code);
  if (list === 'told-to') return label('told-to', code);
  if (list === 'referral-clock') return label('referral-clock', code);
  if (list === 'contact-seen-code') return label('contact-seen-code', code);
  if (list === 'handed-over') return label('handed-over', code);
  if (list === 'note-kind') return label('note-kind', code);
  return label(list, code);
}

/** Days of Karachi; the lines are in order already. */
function byDay(lines: StoryLine[]): [string, StoryLine[]][] {
  const days = new Map<string, StoryLine[]>();
  for (const line of lines) {
    const day = toLocalInput(new Date(line.happenedAt)).slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}
