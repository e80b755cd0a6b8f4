import { Alert, Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { PersonName } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/panel.tsx';
import { AccessPanel } from './access-panel.tsx';
import { AssignmentPanel } from './assignment-panel.tsx';
import { CertificatesPanel } from './certificates-panel.tsx';
import { CorrectName } from './correct-name.tsx';
import { useMember } from './queries.ts';

/** One member of staff: how they sign in, what they are, and what they are certified for. */
export default function MemberPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const query = useMember(id);
  const me = useMe();
  const own = me.data?.staffId === id;
  const name = query.data?.data.displayName;
  return (
    <Page
      title={name ?? t('staff.one')}
      tabTitle={t('staff.one')}
      heading={name !== undefined && <PersonName name={name} />}
      back={{ to: '/staff', text: t('directory.staff') }}
    >
      <Loaded query={query} lines={5}>
        {(member) => (
          <Stack gap="lg" data-testid="member" data-active={member.data.active}>
            {own && <Alert color="blue" data-testid="own-entry">{t('staff.own')}</Alert>}
            {!own && <CorrectName member={member} />}
            <AccessPanel member={member} own={own} onReload={() => void query.refetch()} />
            <AssignmentPanel member={member} own={own} />
            <CertificatesPanel staffId={id} own={own} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
