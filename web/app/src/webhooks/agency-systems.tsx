import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/text.ts';
import { HELP_FIRST, NameField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { useAgencySystems, type AgencySystem } from './queries.ts';
import { ChangeLimits, LimitFields, LimitsInWords, UNLIMITED } from './system-limits.tsx';
import classes from '../partner/partner.module.css';

/** The agency's own computer systems, each with a client id and public keys. */
export function AgencySystems({ agencyId }: { agencyId: string }) {
  const { t } = useTexts();
  const systems = useAgencySystems(agencyId);
  return (
    <Panel title={t('systems.title')} testId="agency-systems">
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('systems.lead')}</Text>
        <Loaded query={systems} empty={{ when: (items) => items.length === 0, text: t('systems.none') }}>
          {(items) => (
            <ul className={classes['lines']}>
              {items.map((system) => <li key={system.id}><System agencyId={agencyId} system={system} /></li>)}
            </ul>
          )}
        </Loaded>
        <Register agencyId={agencyId} />
      </Stack>
    </Panel>
  );
}

function System({ agencyId, system }: { agencyId: string; system: AgencySystem }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<'keys' | 'limits'>();
  const [changed, setChanged] = useState<'keys' | 'limits'>();
  const path = `/agencies/${agencyId}/systems/${system.id}`;
  const close = (done: boolean) => {
    setChanged(done ? open : undefined);
    setOpen(undefined);
  };
  return (
    <article className={classes['line']} data-testid="agency-system" data-id={system.id}>
      <Group justify="space-between" gap="xs">
        <div>
          <Text fw={650}><Code>{system.clientId}</Code></Text>
          <Text size="sm" c="dimmed">{t('systems.since')} <Moment at={system.registeredAt} /></Text>
          <LimitsInWords limits={system.limits} />
        </div>
        {open === undefined && (
          <Group gap="xs">
            <Button variant="subtle" size="compact-sm" onClick={() => setOpen('limits')} data-testid="change-limits">
              {t('systems.change-limits')}<span className="hifazat-hidden"> <Code>{system.clientId}</Code></span>
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => setOpen('keys')} data-testid="change-keys">
              {t('systems.change-keys')}<span className="hifazat-hidden"> <Code>{system.clientId}</Code></span>
            </Button>
          </Group>
        )}
      </Group>
      <div role="status">
        {changed !== undefined && (
          <Alert color="green" mt="xs">{t(changed === 'keys' ? 'systems.keys-changed' : 'systems.limits-changed')}</Alert>
        )}
      </div>
      {open === 'keys' && <ChangeKeys path={path} onClose={close} />}
      {open === 'limits' && <ChangeLimits path={path} agencyId={agencyId} onClose={close} />}
    </article>
  );
}

/** Other keys in place of those there were; for a change without interruption, the old one beside the new. */
function ChangeKeys({ path, onClose }: { path: string; onClose: (done: boolean) => void }) {
  const { t } = useTexts();
  const query = useQuery({ queryKey: ['identity', 'agency-system', path], queryFn: ({ signal }) => read<AgencySystem>('identity', path, signal), gcTime: 0, refetchOnWindowFocus: false });
  const fields = useFields({ jwks: '' });
  const submission = useSubmission<unknown>(() => onClose(true), (problem) => fields.refused(problem));
  const send = () => {
    const jwks = keySet(fields.values.jwks);
    if (!fields.check(jwks === undefined ? { jwks: 'systems.not-json' } : {})) return;
    void submission.submit(() => change('identity', `${path}/keys`, { method: 'PUT', ifMatch: query.data?.etag, body: { jwks } }));
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Text size="sm" mt="xs">{t('systems.change-keys-lead')}</Text>
      <KeysField {...fields.bind('jwks')} />
      <ProblemNotice problem={query.isError ? asProblem(query.error) : submission.problem} focused onReload={() => void query.refetch()} />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} disabled={query.data === undefined} data-testid="send-keys">{t('systems.change-keys')}</Button>
        <Button variant="default" onClick={() => onClose(false)}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

function KeysField(props: ReturnType<ReturnType<typeof useFields>['bind']>) {
  const { t } = useTexts();
  return (
    <Textarea
      {...props}
      label={t('systems.keys')}
      description={t('systems.keys-hint')}
      inputWrapperOrder={HELP_FIRST}
      dir="ltr"
      autosize
      minRows={3}
      maxRows={12}
      autoComplete="off"
      spellCheck={false}
      required
    />
  );
}

/** The key set as it was pasted; undefined when it is no JSON object. */
function keySet(text: string): object | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

const EMPTY = { clientId: '', jwks: '' };

function Register({ agencyId }: { agencyId: string }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const fields = useFields(EMPTY);
  const [done, setDone] = useState(false);
  const [limits, setLimits] = useState(UNLIMITED);
  const submission = useSubmission<unknown>(
    () => {
      fields.reset();
      setLimits(UNLIMITED);
      setDone(true);
      void queries.invalidateQueries({ queryKey: ['identity', 'agency-systems', agencyId] });
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    setDone(false);
    const jwks = keySet(fields.values.jwks);
    const found: FieldProblems<typeof EMPTY> = {};
    if (!/^[a-z0-9][a-z0-9-]{2,62}$/.test(fields.values.clientId)) found.clientId = 'systems.client-id-form';
    if (jwks === undefined) found.jwks = 'systems.not-json';
    if (!fields.check(found)) return;
    void submission.submit((idempotencyKey) =>
      change('identity', `/agencies/${agencyId}/systems`, { body: { clientId: fields.values.clientId, jwks, limits }, idempotencyKey }),
    );
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <NameField {...fields.bind('clientId')} dir="ltr" label={t('systems.client-id')} description={t('systems.client-id-form')} required />
      <KeysField {...fields.bind('jwks')} />
      <LimitFields limits={limits} onChange={setLimits} />
      <div role="status">{done && <Alert color="green">{t('systems.registered')}</Alert>}</div>
      <ProblemNotice problem={submission.problem} focused />
      <Group><Button type="submit" loading={submission.busy} data-testid="register-system">{t('systems.register')}</Button></Group>
    </form>
  );
}
