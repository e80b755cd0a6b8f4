import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Role } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { PersonName } from '../ui/names.tsx';
import { MyDay } from '../tasks/my-day.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { mayGo, placesFor, UNIT_STAFF } from '../shell/navigation.ts';
import classes from './home.module.css';

interface Props {
  displayName: string;
  roles: readonly Role[];
}

export function HomePage({ displayName, roles }: Props) {
  const { t } = useTexts();
  const places = placesFor(roles).filter((place) => place.to !== '/');
  return (
    <Page title={t('home.title')} lead={<>{t('home.welcome')} <PersonName name={displayName} /></>}>
      <Stack gap="lg">
        {mayGo(roles, UNIT_STAFF) && <MyDay />}
        {places.length > 0 && (
          <ul className={classes['places']}>
            {places.map((place) => (
              <li key={place.to}><Anchor component={Link} to={place.to} underline="never">{t(place.text)}</Anchor></li>
            ))}
          </ul>
        )}
        {roles.includes('auditor') && <AuditorText />}
        {roles.includes('partner-system') && <Panel title={t('partner.title')}><Text>{t('partner.text')}</Text></Panel>}
        {places.length === 0 && !mayGo(roles, ['auditor', 'partner-system']) && (
          <Panel title={t('home.no-role')}><Text>{t('home.no-role-text')}</Text></Panel>
        )}
      </Stack>
    </Page>
  );
}

function AuditorText() {
  const { t } = useTexts();
  return (
    <Panel title={t('auditor.title')} testId="auditor">
      <Stack gap="sm">
        <Text>{t('auditor.text-1')}</Text>
        <Text>{t('auditor.text-2')}</Text>
        <Text><bdi dir="ltr"><code>./hifazat verify-audit</code></bdi></Text>
        <Text>{t('auditor.text-3')}</Text>
      </Stack>
    </Panel>
  );
}
