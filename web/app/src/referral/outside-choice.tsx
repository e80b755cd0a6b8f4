import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { CaseDetail } from '../api/types.ts';
import { NEW_RECIPIENT } from '../consent/recipient-fields.tsx';
import { useConsents } from '../consent/queries.ts';
import { useServiceKinds } from '../directory/hsds.ts';
import { useTexts } from '../i18n/text.ts';
import { Empty, Panel } from '../ui/panel.tsx';
import { askedOutside, type Asked } from './asked.ts';
import { useConsentLink } from './consent-link.ts';
import classes from './referral.module.css';

interface Props {
  detail: CaseDetail;
  chosen: string | undefined;
  onChoose: (asked: Asked | undefined) => void;
}

/** Whom consents of the case name although no directory has them. */
export function OutsideChoice({ detail, chosen, onChoose }: Props) {
  const { t } = useTexts();
  const recipients = useConsents(detail.id).data?.recipients ?? [];
  const kinds = useServiceKinds();
  const record = useConsentLink(detail.id)({ recipientId: NEW_RECIPIENT });
  return (
    <Panel title={t('recipient.title')} testId="outside-choice">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">{t('recipient.lead')}</Text>
        {recipients.length === 0 ? (
          <Empty text={t('recipient.none')} />
        ) : (
          <ul className="hifazat-list">
            {recipients.map((one) => (
              <li key={one.id} className={classes['service']} data-testid="outside-recipient">
                <Group justify="space-between" gap="sm">
                  <div>
                    <Text fw={600}><bdi dir="auto">{one.name}</bdi></Text>
                    <Text size="sm" c="dimmed"><bdi dir="auto">{one.place}</bdi> · {kinds.find((kind) => kind.value === one.serviceType)?.label ?? one.serviceType}</Text>
                  </div>
                  {chosen === one.id ? (
                    <Badge variant="light" tt="none">{t('recipient.chosen')}</Badge>
                  ) : (
                    <Button
                      variant="light"
                      data-testid="choose-recipient"
                      onClick={() => onChoose(askedOutside(one))}
                    >
                      {t('recipient.choose')}
                    </Button>
                  )}
                </Group>
              </li>
            ))}
          </ul>
        )}
        <Anchor component={Link} to={record} className="hifazat-row-link">{t('recipient.record')}</Anchor>
      </Stack>
    </Panel>
  );
}
