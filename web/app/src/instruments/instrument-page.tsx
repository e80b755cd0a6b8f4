import { Alert, Button, FileInput, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { change, read, readText } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Instrument } from '../api/types.ts';
import { InstrumentNotices } from '../assessment/notices.tsx';
import { BandScale } from '../assessment/band-scale.tsx';
import { SentForm } from '../casework/sent-form.tsx';
import { useTexts } from '../i18n/text.ts';
import { LANGUAGES, LANGUAGE_NAMES } from '../i18n/languages.ts';
import { useFields, useSubmission } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { StateBadge } from './catalogue-page.tsx';
import { FilesForm } from './files-form.tsx';
import { TryOut } from './try-out.tsx';
import type { CatalogueVersion, GoldenResult } from './types.ts';

/** One version of an instrument: what it is, what stands against publishing it, and what may be done with it now. */
export default function InstrumentPage() {
  const { id = '', version = '' } = useParams();
  const { t, named } = useTexts();
  const path = `/catalogue/instruments/${id}/versions/${version}`;
  const query = useQuery({
    queryKey: ['assessments', 'catalogue', id, version],
    queryFn: async ({ signal }) => (await read<CatalogueVersion>('assessments', path, signal)).data,
    refetchOnWindowFocus: false,
  });
  return (
    <Page title={named(query.data?.entry.title) || t('nav.catalogue')} back={{ to: '/catalogue', text: t('nav.catalogue') }}>
      <Loaded query={query} lines={8}>
        {(found) => (
          <Stack gap="lg" data-testid="catalogue-version" data-state={found.entry.state}>
            <About found={found} />
            <Findings found={found} />
            <Terms key={found.termsHash} found={found} path={path} />
            <Wording found={found} path={path} />
            <Lifecycle found={found} path={path} />
            <TryOut path={path} scoring={found.scoring} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

interface PartProps {
  found: CatalogueVersion;
  path: string;
}

function useRefresh(): () => void {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['assessments', 'catalogue'] });
    void queries.invalidateQueries({ queryKey: ['assessments', 'instruments'] });
  };
}

function years(months: number): string {
  return months % 12 === 0 ? String(months / 12) : (months / 12).toFixed(1);
}

function About({ found }: { found: CatalogueVersion }) {
  const { t, label, named } = useTexts();
  const { entry, scoring } = found;
  const shown: Instrument = { ...entry, screeningOnly: found.screeningOnly, scoring };
  return (
    <Panel title={t('catalogue.about')} action={<StateBadge state={entry.state} />}>
      <Stack gap="md">
        <InstrumentNotices instrument={shown} />
        <Facts
          facts={[
            [t('outcome.version'), <bdi dir="ltr">{entry.id} {entry.version}</bdi>],
            [t('catalogue.origin'), label('instrument-origin', entry.origin)],
            [t('catalogue.purpose'), label('purpose', entry.purpose)],
            [t('start.respondent'), label('respondent', entry.respondent)],
            [t('catalogue.administration'), label('administration', entry.administration)],
            [
              t('catalogue.ages'),
              entry.ages.toMonths == null
                ? t('catalogue.ages-from', { years: years(entry.ages.fromMonths) })
                : <bdi dir="ltr">{years(entry.ages.fromMonths)}–{years(entry.ages.toMonths + 1)}</bdi>,
            ],
            [
              t('catalogue.translations'),
              LANGUAGES.map((one) => `${LANGUAGE_NAMES[one]}: ${label('translation', entry.translations[one] ?? 'none')}`).join(t('list.comma')),
            ],
            [t('catalogue.holder'), entry.licence.holder && <bdi dir="auto">{entry.licence.holder}</bdi>],
            [t('catalogue.wording-source'), entry.wordingSource && <bdi dir="auto">{entry.wordingSource}</bdi>],
            [t('catalogue.published-at'), entry.publishedAt && <Moment at={entry.publishedAt} />],
            [t('catalogue.retired-at'), entry.retiredAt && <Moment at={entry.retiredAt} />],
            [t('catalogue.retirement-reason'), entry.retirementReason && <bdi dir="auto">{entry.retirementReason}</bdi>],
            [t('outcome.source'), scoring.source && <bdi dir="auto">{scoring.source}</bdi>],
          ]}
        />
        {scoring.bands.length > 0 && (
          <BandScale
            bands={scoring.bands.map(({ code, from, to, label: text }) => ({ code, from: from ?? null, to: to ?? null, label: named(text) }))}
            min={scoring.min}
            max={scoring.max}
            score={undefined}
            band={undefined}
          />
        )}
      </Stack>
    </Panel>
  );
}

function Findings({ found }: { found: CatalogueVersion }) {
  const { t, label } = useTexts();
  if (found.findings.length === 0) return null;
  return (
    <Panel title={t('catalogue.findings')} testId="findings">
      <ul className="hifazat-list">
        {found.findings.map((one, index) => (
          <li key={index} data-testid="finding" data-code={one.code}>
            {label('finding', one.code)}
            {one.place !== '' && <> <bdi dir="auto" className="hifazat-code">{one.place}</bdi></>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The licence asks the deploying organisation to accept its terms; who did, and which, is kept. */
function Terms({ found, path }: PartProps) {
  const { t, named } = useTexts();
  const refresh = useRefresh();
  const fields = useFields({ organisation: '' });
  const accepting = useSubmission<unknown>(refresh, (problem) => fields.refused(problem));
  const { licence } = found.entry;
  if (licence.permits !== 'terms') return null;
  const accept = () => {
    const organisation = fields.values.organisation.trim();
    if (!fields.check(organisation === '' ? { organisation: 'field.required' } : {})) return;
    void accepting.submit(() => change('assessments', `${path}/terms-acceptance`, { body: { termsHash: found.termsHash, organisation } }));
  };
  return (
    <Panel title={t('catalogue.terms')} testId="terms">
      <Stack gap="sm">
        <p className="hifazat-said" dir="auto">{named(licence.terms ?? undefined)}</p>
        {found.accepted !== undefined ? (
          <Text size="sm" data-testid="terms-accepted">
            {t('catalogue.accepted')} <bdi dir="auto">{found.accepted.organisation}</bdi>{t('list.comma')}<Moment at={found.accepted.acceptedAt} />
          </Text>
        ) : (
          <form
            ref={fields.formRef}
            noValidate
            className="hifazat-form"
            onSubmit={(event) => {
              event.preventDefault();
              accept();
            }}
          >
            <TextInput {...fields.bind('organisation')} label={t('catalogue.organisation')} dir="auto" required />
            <ProblemNotice problem={accepting.problem} focused onReload={refresh} />
            <Group><Button type="submit" loading={accepting.busy} data-testid="accept-terms">{t('catalogue.accept')}</Button></Group>
          </form>
        )}
      </Stack>
    </Panel>
  );
}

/** The licensed words come from a file the organisation holds; they are never part of the platform. */
function Wording({ found, path }: PartProps) {
  const { t } = useTexts();
  const refresh = useRefresh();
  const [file, setFile] = useState<File | null>(null);
  const loading = useSubmission<unknown>(refresh);
  if (found.entry.state !== 'awaiting-wording') return null;
  if (found.accepted === undefined) return <Alert color="blue">{t('catalogue.terms-first')}</Alert>;
  const load = () => {
    if (file === null) return;
    void loading.submit(async () => {
      let body: unknown;
      try {
        body = JSON.parse(await file.text());
      } catch {
        throw new ApiProblem('assessments', 422, 'wording-refused');
      }
      return change('assessments', `${path}/wording`, { ifMatch: found.entry.etag, body });
    });
  };
  return (
    <Panel title={t('catalogue.wording')} testId="wording">
      <Stack gap="sm">
        <FileInput label={t('catalogue.wording-file')} placeholder={t('imports.choose')} accept=".json,application/json" value={file} onChange={setFile} data-testid="file-wording" />
        <ProblemNotice problem={loading.problem} focused onReload={refresh} />
        <Group><Button onClick={load} disabled={file === null} loading={loading.busy} data-testid="load-wording">{t('catalogue.load-wording')}</Button></Group>
      </Stack>
    </Panel>
  );
}

function Lifecycle({ found, path }: PartProps) {
  const { t } = useTexts();
  const refresh = useRefresh();
  const { entry } = found;
  const acting = useSubmission<unknown>(refresh);
  const act = (step: string, body?: unknown) => change('assessments', `${path}/${step}`, { ifMatch: entry.etag, ...(body === undefined ? {} : { body }) });
  const check = () =>
    void acting.submit(async () => {
      const form = await readText('assessments', `${path}/form`);
      return act('checking', { results: await scoredHere(form, found) });
    });
  if (entry.state === 'awaiting-wording' || entry.state === 'retired') return null;
  return (
    <Panel title={t('catalogue.lifecycle')} testId="lifecycle">
      <Stack gap="md">
        {(entry.state === 'draft' || entry.state === 'checked') && (
          <>
            <Text size="sm">{t('catalogue.check-text', { count: found.golden.length })}</Text>
            <Group gap="sm">
              <Button variant={entry.state === 'draft' ? 'filled' : 'default'} loading={acting.busy} onClick={check} data-testid="check-instrument">{t('catalogue.check')}</Button>
              {entry.state === 'checked' && (
                <Button loading={acting.busy} onClick={() => void acting.submit(() => act('publication'))} data-testid="publish-instrument">{t('catalogue.publish')}</Button>
              )}
            </Group>
          </>
        )}
        <ProblemNotice problem={acting.problem} focused onReload={refresh} />
        {entry.state === 'published' && <Retire act={act} onDone={refresh} />}
        {entry.origin === 'uploaded' && (entry.state === 'draft' || entry.state === 'checked') && (
          <FilesForm
            text={t('catalogue.replace')}
            onSend={async (body) => (await change<CatalogueVersion>('assessments', path, { method: 'PUT', ifMatch: entry.etag, body })).data}
            onDone={refresh}
          />
        )}
      </Stack>
    </Panel>
  );
}

/** This browser's engine scores every golden set; the service compares it with its own. */
async function scoredHere(form: string, found: CatalogueVersion): Promise<GoldenResult[]> {
  const { goldenResults } = await import('./golden.ts');
  const sets = await goldenResults(form, found.golden.map((set) => set.answers));
  return sets.map(([first], index) => {
    const values = first?.values ?? {};
    const said = (node: string) => Object.entries(values).find(([place]) => place.endsWith(`/result/${node}`))?.[1];
    return {
      name: found.golden[index]?.expected.name ?? '',
      valid: said('valid') !== 'no',
      score: Math.trunc(Number(said('score') ?? 0)),
      band: said('band') ?? '',
    };
  });
}

function Retire({ act, onDone }: { act: (step: string, body: unknown) => Promise<unknown>; onDone: () => void }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const fields = useFields({ reason: '' });
  const retiring = useSubmission<unknown>(onDone, (problem) => fields.refused(problem));
  if (!asking) return <Group><Button variant="default" onClick={() => setAsking(true)} data-testid="retire-instrument">{t('catalogue.retire')}</Button></Group>;
  const send = () => {
    const reason = fields.values.reason.trim();
    if (!fields.check(reason === '' ? { reason: 'field.required' } : {})) return;
    void retiring.submit(() => act('retirement', { reason }));
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('catalogue.retire')} busy={retiring.busy} problem={retiring.problem} onSubmit={send} onClose={() => setAsking(false)} onReload={onDone} testId="retire-form">
      <Textarea {...fields.bind('reason')} label={t('catalogue.retire-reason')} description={t('catalogue.retire-hint')} dir="auto" autosize minRows={2} required />
    </SentForm>
  );
}
