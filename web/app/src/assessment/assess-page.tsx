import { Text } from '@mantine/core';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Instrument } from '../api/types.ts';
import { useCase } from '../cases/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { Code } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { DraftForm } from './draft-form.tsx';
import { InstrumentNotices } from './notices.tsx';
import { useDraft, useFormText, useInstruments } from './queries.ts';
import { StartForm } from './start-form.tsx';
import type { AssessmentDraft } from './types.ts';

/** /cases/:id/assess, …/assess/:instrument to begin one, /cases/:id/drafts/:draft to go on with one. */
export default function AssessPage() {
  const { id = '', instrument, draft } = useParams();
  const { t } = useTexts();
  const number = useCase(id).data?.data.number;
  return (
    <Page
      title={t(instrument === undefined && draft === undefined ? 'assess.title' : 'assessments.assess')}
      back={{ to: `/cases/${id}/assessments`, text: t('assessments.back') }}
      lead={number === undefined ? undefined : <>{t('case.title')} <Code>{number}</Code></>}
    >
      {draft === undefined ? <Begin caseId={id} wanted={instrument} /> : <GoOn key={draft} id={draft} />}
    </Page>
  );
}

function Begin({ caseId, wanted }: { caseId: string; wanted: string | undefined }) {
  const { t, named } = useTexts();
  const navigate = useNavigate();
  const [asked] = useSearchParams();
  const instruments = useInstruments();
  const chosen = (all: readonly Instrument[]) => all.find((one) => (wanted === undefined ? one.purpose === 'risk' : one.id === wanted));
  return (
    <Loaded query={instruments} lines={8} empty={{ when: (all) => chosen(all) === undefined, text: t('assess.not-for-this-child') }}>
      {(all) => {
        const instrument = chosen(all) as Instrument;
        return (
          <Panel title={named(instrument.title) || t('assess.title')} testId="begin">
            <StartForm
              caseId={caseId}
              instrument={instrument}
              occasionId={asked.get('occasion') ?? undefined}
              onBegun={(draft) => void navigate(`/cases/${caseId}/drafts/${draft.id}`, { replace: true })}
            />
          </Panel>
        );
      }}
    </Loaded>
  );
}

function GoOn({ id }: { id: string }) {
  const draft = useDraft(id);
  return (
    <Loaded query={draft} lines={8}>
      {({ data, etag }) => <TheForm draft={data} etag={etag ?? data.etag} />}
    </Loaded>
  );
}

function TheForm({ draft, etag }: { draft: AssessmentDraft; etag: string }) {
  const { t, named } = useTexts();
  const form = useFormText(draft.instrumentId, draft.instrumentVersion);
  const instrument = useInstruments().data?.find(
    (one) => one.id === draft.instrumentId && one.version === draft.instrumentVersion,
  );
  if (draft.state !== 'open') return <Text>{t('draft.ended')}</Text>;
  return (
    <Loaded query={form} lines={8}>
      {(xml) => (
        <Panel title={named(instrument?.title) || t('assess.title')} testId="assessment-form">
          <InstrumentNotices instrument={instrument} />
          <DraftForm draft={draft} etag={etag} form={xml} instrument={instrument} />
        </Panel>
      )}
    </Loaded>
  );
}
