import { Badge, Group, Stack, Text } from '@mantine/core';
import type { CaseDetail } from '../api/types.ts';
import classes from '../casework/casework.module.css';
import { useTexts } from '../i18n/text.ts';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { Adding } from './adding.tsx';
import { Further } from './further.tsx';
import { useCodes, usePlacements } from './queries.ts';
import { RecordForm } from './record-form.tsx';
import { placementEndAgain, placementReviewAgain } from './saved.ts';
import { PLACEMENT_DECISIONS, PLACEMENT_ENDS, PLACEMENT_KINDS, type Placement } from './types.ts';

export function Placements({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const query = usePlacements(detail.id);
  const kinds = useCodes('placement-kind', PLACEMENT_KINDS);
  const list = (placements: Placement[]) => (
    <ul className="hifazat-list">
      {placements.map((one) => <PlacementItem key={one.id} detail={detail} placement={one} kind={kinds.name(one.kind)} />)}
    </ul>
  );
  return (
    <Panel title={t('placements.title')} testId="placements">
      <Loaded query={query}>
        {({ items: placements, next }) => (
          <Stack gap="md">
            {placements.every((one) => one.endedAt !== undefined) && (
              <Adding detail={detail} text={t('placements.record')} testId="record-placement">
                {(close) => (
                  <RecordForm
                    path={`/cases/${detail.id}/placements`}
                    questions={[
                      { name: 'kind', label: t('placements.kind'), kind: 'select', required: true, options: kinds.options },
                      { name: 'place', label: t('placements.place'), kind: 'line', required: true },
                      { name: 'carer', label: t('placements.carer'), kind: 'line' },
                      { name: 'beganAt', label: t('placements.began'), kind: 'moment', required: true },
                      { name: 'note', label: t('papers.note'), kind: 'words' },
                    ]}
                    submitText={t('papers.save')}
                    testId="placement-form"
                    onClose={close}
                  />
                )}
              </Adding>
            )}
            {placements.length === 0 && <Text c="dimmed">{t('placements.none')}</Text>}
            {placements.length > 0 && list(placements)}
            <Further<Placement> path={`/cases/${detail.id}/placements`} from={next}>{list}</Further>
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function PlacementItem({ detail, placement, kind }: { detail: CaseDetail; placement: Placement; kind: string }) {
  const { t } = useTexts();
  const decisions = useCodes('placement-decision', PLACEMENT_DECISIONS);
  const ends = useCodes('placement-end', PLACEMENT_ENDS);
  const open = placement.endedAt === undefined;
  return (
    <li className={classes['card']} data-testid="placement" data-open={open}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Text fw={600}>{kind}</Text>
          {!open && <Badge variant="light" color="gray">{t('placements.ended')}</Badge>}
        </Group>
        <Facts
          facts={[
            [t('placements.place'), <bdi key="p" dir="auto">{placement.place}</bdi>],
            [t('placements.carer'), placement.carer && <bdi dir="auto">{placement.carer}</bdi>],
            [t('placements.began'), <Moment key="b" at={placement.beganAt} />],
            [t('placements.review-by'), placement.reviewBy && <Countdown until={placement.reviewBy} />],
            [t('placements.ended'), placement.endedAt && <Moment at={placement.endedAt} />],
            [t('placements.end-reason'), placement.endReason && ends.name(placement.endReason)],
          ]}
        />
        {placement.note !== undefined && <p className={classes['words']} dir="auto">{placement.note}</p>}
        {placement.endNote !== undefined && <p className={classes['words']} dir="auto">{placement.endNote}</p>}
        {placement.reviews.map((one) => (
          <div key={one.id} className={classes['nested']} data-testid="placement-review">
            <Text size="sm" fw={600}>{decisions.name(one.decision)}{t('list.comma')}<Moment at={one.happenedAt} /></Text>
            <p className={classes['words']} dir="auto">{one.findings}</p>
            {one.childSays !== undefined && (
              <Text size="sm">{t('placements.child-says')}{t('list.colon')}<bdi dir="auto">{one.childSays}</bdi></Text>
            )}
          </div>
        ))}
        {open && (
          <>
            <Adding detail={detail} text={t('placements.review')} testId="review-placement">
              {(close) => (
                <RecordForm
                  path={`/placements/${placement.id}/reviews`}
                  changing={{ ifMatch: placement.etag, readAgain: () => placementReviewAgain(detail.id, placement.id) }}
                  questions={[
                    { name: 'happenedAt', label: t('placements.reviewed'), kind: 'moment', required: true },
                    { name: 'findings', label: t('placements.findings'), kind: 'words', required: true },
                    { name: 'childSays', label: t('placements.child-says'), kind: 'words' },
                    { name: 'decision', label: t('placements.decision'), kind: 'select', required: true, options: decisions.options },
                  ]}
                  submitText={t('papers.save')}
                  testId="review-form"
                  onClose={close}
                />
              )}
            </Adding>
            <Adding detail={detail} text={t('placements.end')} testId="end-placement" subtle>
              {(close) => (
                <RecordForm
                  path={`/placements/${placement.id}/end`}
                  changing={{ ifMatch: placement.etag, readAgain: () => placementEndAgain(detail.id, placement.id) }}
                  questions={[
                    { name: 'reason', label: t('placements.end-reason'), kind: 'select', required: true, options: ends.options },
                    { name: 'happenedAt', label: t('placements.ended'), kind: 'moment', required: true },
                    { name: 'note', label: t('papers.note'), kind: 'words' },
                  ]}
                  submitText={t('papers.save')}
                  testId="placement-end-form"
                  onClose={close}
                />
              )}
            </Adding>
          </>
        )}
      </Stack>
    </li>
  );
}
