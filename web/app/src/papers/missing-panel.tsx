import { Alert, Stack, Text } from '@mantine/core';
import type { CaseDetail } from '../api/types.ts';
import classes from '../casework/casework.module.css';
import { useTexts } from '../i18n/text.ts';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { Adding } from './adding.tsx';
import { Further } from './further.tsx';
import { useCodes, useMissing } from './queries.ts';
import { RecordForm } from './record-form.tsx';
import { missingFoundAgain, missingToldAgain } from './saved.ts';
import { FOUND_HOW, type Missing } from './types.ts';

const TWO_HOURS = 2 * 3_600_000;

/** Whether the child is missing, since when, and who was told. */
export function MissingPanel({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const query = useMissing(detail.id);
  const list = (times: Missing[]) => (
    <ul className="hifazat-list">{times.map((one) => <MissingItem key={one.id} detail={detail} one={one} />)}</ul>
  );
  return (
    <Panel title={t('missing.title')} testId="missing">
      <Loaded query={query}>
        {({ items: times, next }) => (
          <Stack gap="md">
            {times.every((one) => one.foundAt !== undefined) && (
              <Adding detail={detail} text={t('missing.report')} testId="report-missing">
                {(close) => (
                  <RecordForm
                    path={`/cases/${detail.id}/missing-reports`}
                    questions={[
                      { name: 'missingSince', label: t('missing.since'), kind: 'moment', required: true },
                      { name: 'learnedAt', label: t('missing.learned'), kind: 'moment', required: true },
                      { name: 'circumstances', label: t('missing.circumstances'), kind: 'words', required: true },
                      { name: 'lastSeen', label: t('missing.last-seen'), kind: 'line' },
                      { name: 'wearing', label: t('missing.wearing'), kind: 'line' },
                    ]}
                    submitText={t('missing.report')}
                    testId="missing-form"
                    onClose={close}
                  />
                )}
              </Adding>
            )}
            {times.length === 0 && <Text c="dimmed">{t('missing.never')}</Text>}
            {times.length > 0 && list(times)}
            <Further<Missing> path={`/cases/${detail.id}/missing-reports`} from={next}>{list}</Further>
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function MissingItem({ detail, one }: { detail: CaseDetail; one: Missing }) {
  const { t } = useTexts();
  const found = useCodes('found-how', FOUND_HOW);
  const missing = one.foundAt === undefined;
  return (
    <li className={classes['card']} data-testid="missing-time" data-missing={missing}>
      <Stack gap="sm">
        {missing && one.toldAt === undefined && (
          <Alert color="red">
            <Text size="sm">
              {t('missing.tell')} <Countdown until={new Date(Date.parse(one.learnedAt) + TWO_HOURS).toISOString()} />
            </Text>
          </Alert>
        )}
        <Facts
          facts={[
            [t('missing.since'), <Moment key="s" at={one.missingSince} />],
            [t('missing.learned'), <Moment key="l" at={one.learnedAt} />],
            [t('missing.circumstances'), <bdi key="c" dir="auto">{one.circumstances}</bdi>],
            [t('missing.last-seen'), one.lastSeen && <bdi dir="auto">{one.lastSeen}</bdi>],
            [t('missing.wearing'), one.wearing && <bdi dir="auto">{one.wearing}</bdi>],
            [t('missing.told'), one.toldAt && <Moment at={one.toldAt} />],
            [t('missing.told-number'), one.toldNumber && <bdi>{one.toldNumber}</bdi>],
            [t('missing.found'), one.foundAt && <Moment at={one.foundAt} />],
            [t('missing.how'), one.foundHow && found.name(one.foundHow)],
            [t('papers.note'), one.foundNote && <bdi dir="auto">{one.foundNote}</bdi>],
          ]}
        />
        {missing && one.toldAt === undefined && (
          <Adding detail={detail} text={t('missing.record-told')} testId="record-told">
            {(close) => (
              <RecordForm
                path={`/missing-reports/${one.id}/notification`}
                changing={{ ifMatch: one.etag, readAgain: () => missingToldAgain(detail.id, one.id) }}
                questions={[
                  { name: 'happenedAt', label: t('missing.told-when'), kind: 'moment', required: true },
                  { name: 'number', label: t('missing.told-number'), kind: 'line' },
                ]}
                submitText={t('papers.save')}
                testId="told-form"
                onClose={close}
              />
            )}
          </Adding>
        )}
        {missing && (
          <Adding detail={detail} text={t('missing.record-found')} testId="record-found">
            {(close) => (
              <RecordForm
                path={`/missing-reports/${one.id}/found`}
                changing={{ ifMatch: one.etag, readAgain: () => missingFoundAgain(detail.id, one.id) }}
                questions={[
                  { name: 'happenedAt', label: t('missing.found'), kind: 'moment', required: true },
                  { name: 'how', label: t('missing.how'), kind: 'select', required: true, options: found.options },
                  { name: 'note', label: t('papers.note'), kind: 'words' },
                ]}
                submitText={t('papers.save')}
                testId="found-form"
                onClose={close}
              />
            )}
          </Adding>
        )}
      </Stack>
    </li>
  );
}
