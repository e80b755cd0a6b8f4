import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/text.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { Logo } from '../shell/logo.tsx';
import { SchemeSwitch } from '../shell/scheme-switch.tsx';
import { HELP_FIRST } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { attemptsLeft, codeOf, openLink, readLinked } from './api.ts';
import { LinkedReferralView } from './linked-referral.tsx';
import classes from './link.module.css';

const KEY = ['link', 'referral'];

/** What was sent by a link to somebody without an account: a code, then one referral, then an answer. */
export default function LinkPage() {
  const { t } = useTexts();
  return (
    <div className={classes['page']}>
      <header className={classes['bar']}>
        <span className={classes['brand']}><Logo size={30} /> {t('app.name')}</span>
        <LanguageSwitch />
        <SchemeSwitch />
      </header>
      <main className={classes['main']} id="main">
        <Inside />
      </main>
    </div>
  );
}

function Inside() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [token, setToken] = useState(() => window.location.hash.slice(1));
  const [closed, setClosed] = useState(false);
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => readLinked(signal),
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  });
  if (closed) return <Page title={t('link.closed')}><Text>{t('link.closed-text')}</Text></Page>;
  if (query.data !== undefined) {
    return (
      <LinkedReferralView
        read={query.data}
        onChanged={(read) => queries.setQueryData(KEY, read)}
        onReload={async () => (await query.refetch()).data?.etag}
        onClosed={() => {
          queries.removeQueries({ queryKey: ['link'] });
          setClosed(true);
        }}
      />
    );
  }
  if (query.isPending) return <Waiting />;
  const problem = asProblem(query.error);
  if (problem.status !== 401 && problem.status !== 404) {
    return <Page title={t('link.title')}><ProblemNotice problem={problem} onRetry={() => void query.refetch()} /></Page>;
  }
  if (token === '') {
    return <Page title={t('link.title')}><Panel title={t('link.no-link')} testId="no-link"><Text>{t('link.no-link-text')}</Text></Panel></Page>;
  }
  return (
    <CodeForm
      token={token}
      onOpen={() => {
        // It opens once: whoever finds the address later finds nothing in it.
        window.history.replaceState(null, '', window.location.pathname + window.location.search);
        setToken('');
        void query.refetch();
      }}
    />
  );
}

function CodeForm({ token, onOpen }: { token: string; onOpen: () => void }) {
  const { t } = useTexts();
  const fields = useFields({ code: '' });
  const submission = useSubmission<void>(onOpen);
  const left = submission.problem === undefined ? undefined : attemptsLeft(submission.problem);
  const over = submission.problem?.code === 'link-not-open' || left === 0;
  const send = () => {
    const code = codeOf(fields.values.code);
    if (!fields.check(code === undefined ? { code: 'link.eight-digits' } : {}) || code === undefined) return;
    void submission.submit(() => openLink(token, code));
  };
  return (
    <Page title={t('link.title')} lead={t('link.lead')}>
      <Panel title={t('link.enter')} testId="code-form">
        {over ? (
          <Alert color="red" role="alert" title={t('problem.title')} data-testid="link-over" data-code={submission.problem?.code}>{t('problem.link-not-open')}</Alert>
        ) : (
          <form
            ref={fields.formRef}
            noValidate
            className="hifazat-form"
            onSubmit={(event) => {
              event.preventDefault();
              send();
            }}
          >
            <Stack gap="sm">
              <Text size="sm">{t('link.code-text')}</Text>
              <TextInput
                {...fields.bind('code')}
                label={t('link.code')}
                description={t('link.eight-digits')}
                inputWrapperOrder={HELP_FIRST}
                inputMode="numeric"
                autoComplete="one-time-code"
                dir="ltr"
                maxLength={20}
                required
              />
              {left !== undefined && <Alert color="yellow" role="alert" data-testid="code-wrong">{t('link.wrong', { left })}</Alert>}
              {left === undefined && <ProblemNotice problem={submission.problem} focused />}
              <Text size="sm" c="dimmed">{t('link.once')}</Text>
              <Group><Button type="submit" loading={submission.busy} data-testid="open-link">{t('link.open')}</Button></Group>
            </Stack>
          </form>
        )}
      </Panel>
    </Page>
  );
}
