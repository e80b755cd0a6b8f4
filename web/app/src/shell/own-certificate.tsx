import { Text } from '@mantine/core';
import type { Me, Role } from '../api/types.ts';
import { formatDate } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { UNIT_STAFF } from './navigation.ts';

interface Props {
  roles: readonly Role[];
  /** Unknown while the directory does not say. */
  certificate: Me['certificate'] | 'none' | undefined;
}

/** Without a current one nobody of a unit may own a case; its holder is the first who should know. */
export function OwnCertificate({ roles, certificate }: Props) {
  const { t, language } = useTexts();
  if (certificate === undefined || !roles.some((role) => UNIT_STAFF.includes(role))) return null;
  if (certificate === 'none' || !certificate.current) return <Text size="sm" c="orange">{t('shell.certificate-missing')}</Text>;
  if (certificate.endsSoon !== true) return null;
  return <Text size="sm" c="orange">{t('shell.certificate-ends', { date: formatDate(language, certificate.validTo) })}</Text>;
}
