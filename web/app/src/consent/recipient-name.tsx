import { Text } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';
import type { OutsideRecipient } from './types.ts';

/** Whom a consent names although no directory has them; only the page of consents knows who that is. */
export function RecipientName({ id, recipients }: { id: string | undefined; recipients: OutsideRecipient[] | undefined }) {
  const { t } = useTexts();
  if (id === undefined) return null;
  const known = recipients?.find((one) => one.id === id);
  return <Text size="sm">{known === undefined ? t('recipient.outside') : <bdi dir="auto">{known.name}{t('list.comma')}{known.place}</bdi>}</Text>;
}
