import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { change, read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { useFields, useSubmission } from '../ui/form.ts';
import { PersonName } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';
import { CollectCode } from './collect-code.tsx';

interface Device {
  id: string;
  staffId: string;
  label: string;
  enrolledAt: string;
  expiresAt: string;
  lastUsedAt?: string;
  revokedAt?: string;
  /** Only in the answer to the enrolment, never again. */
  settings?: { serverUrl: string; username: string; password: string };
}

/** Tablets and telephones with ODK Collect or KoboCollect that may fill forms in somebody's name. */
export default function DevicesPage() {
  const { t } = useTexts();
  const [made, setMade] = useState<Device>();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['assessments', 'devices'] });
  return (
    <Page title={t('nav.devices')} lead={t('devices.lead')}>
      {made?.settings !== undefined && <ShownOnce device={made} settings={made.settings} onNoted={() => setMade(undefined)} />}
      <Enrolled onRevoked={refresh} />
      <Enrol
        onDone={(device) => {
          setMade(device);
          refresh();
        }}
      />
    </Page>
  );
}

function ShownOnce({ device, settings, onNoted }: { device: Device; settings: NonNullable<Device['settings']>; onNoted: () => void }) {
  const { t } = useTexts();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  return (
    <Alert color="yellow" title={t('devices.once')} ref={top} tabIndex={-1} role="status" data-testid="device-settings">
      <Stack gap="sm">
        <Text size="sm">{t('devices.once-text')}</Text>
        <Facts
          facts={[
            [t('devices.label'), <bdi dir="auto">{device.label}</bdi>],
            [t('devices.server'), <bdi dir="ltr" className="hifazat-code">{settings.serverUrl}</bdi>],
            [t('devices.username'), <bdi dir="ltr" className="hifazat-code">{settings.username}</bdi>],
            [t('devices.password'), <bdi dir="ltr" style={{ overflowWrap: 'anywhere', fontFamily: 'monospace' }} data-testid="device-token">{settings.password}</bdi>],
          ]}
        />
        <CollectCode settings={settings} />
        <Group><Button variant="default" onClick={onNoted} data-testid="device-noted">{t('devices.noted')}</Button></Group>
      </Stack>
    </Alert>
  );
}

function Enrolled({ onRevoked }: { onRevoked: () => void }) {
  const { t } = useTexts();
  const me = useMe(true).data;
  const staffName = useStaffName();
  const devices = useQuery({
    queryKey: ['assessments', 'devices'],
    queryFn: async ({ signal }) => (await read<Items<Device>>('assessments', '/devices', signal)).data.items,
  });
  return (
    <Panel title={t('devices.enrolled')} testId="devices">
      <Loaded query={devices} empty={{ when: (all) => all.length === 0, text: t('devices.none') }}>
        {(all) => (
          <ul className="hifazat-list">
            {all.map((device) => {
              const owner = device.staffId === me?.staffId ? undefined : staffName(device.staffId);
              return (
                <li key={device.id} data-testid="device" data-id={device.id} data-revoked={device.revokedAt !== undefined}>
                  <Group gap="sm">
                    <Text fw={600}><bdi dir="auto">{device.label}</bdi></Text>
                    {owner !== undefined && <PersonName name={owner} />}
                    <Text size="sm" c="dimmed">
                      {device.revokedAt !== undefined ? (
                        <>{t('devices.revoked-at')} <Moment at={device.revokedAt} /></>
                      ) : (
                        <>{t('devices.expires')} <DateOnly at={device.expiresAt} /></>
                      )}
                      {device.lastUsedAt !== undefined && <> · {t('devices.last-used')} <Moment at={device.lastUsedAt} /></>}
                    </Text>
                    {device.revokedAt === undefined && <Revoke device={device} onDone={onRevoked} />}
                  </Group>
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

function Revoke({ device, onDone }: { device: Device; onDone: () => void }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const revoking = useSubmission<unknown>(onDone);
  if (!asking) {
    return (
      <Button variant="subtle" color="red" onClick={() => setAsking(true)} aria-label={`${t('devices.revoke')}: ${device.label}`} data-testid="revoke-device">
        {t('devices.revoke')}
      </Button>
    );
  }
  return (
    <>
      <Button color="red" loading={revoking.busy} onClick={() => void revoking.submit(() => change('assessments', `/devices/${device.id}/revocation`))} data-testid="confirm-revoke">
        {t('devices.revoke-sure')}
      </Button>
      <Button variant="default" onClick={() => setAsking(false)}>{t('action.cancel')}</Button>
      <ProblemNotice problem={revoking.problem} focused />
    </>
  );
}

function Enrol({ onDone }: { onDone: (device: Device) => void }) {
  const { t } = useTexts();
  const fields = useFields({ label: '' });
  const enrolling = useSubmission<Device>(
    (device) => {
      fields.reset();
      onDone(device);
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const name = fields.values.label.trim();
    if (!fields.check(name === '' ? { label: 'field.required' } : {})) return;
    void enrolling.submit(
      async (idempotencyKey) => (await change<Device>('assessments', '/devices', { idempotencyKey, body: { label: name } })).data,
    );
  };
  return (
    <Panel title={t('devices.enrol')} testId="enrol-device">
      <form
        ref={fields.formRef}
        noValidate
        className="hifazat-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextInput {...fields.bind('label')} label={t('devices.label')} description={t('devices.label-hint')} dir="auto" maxLength={60} autoComplete="off" required />
        <ProblemNotice problem={enrolling.problem} focused />
        <Group><Button type="submit" loading={enrolling.busy} data-testid="send-enrol">{t('devices.enrol-send')}</Button></Group>
      </form>
    </Panel>
  );
}
