import { Button, Fieldset, Group, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { change, readAll, type Answer } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { CaseDetail, Referral, ReferralPacket } from '../api/types.ts';
import { SaveState, useUnsavedWarning } from '../assessment/save-state.tsx';
import { useCodeOptions } from '../codes/code-options.ts';
import { CHILD_LANGUAGES, PRIORITIES } from '../codes/lists.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, HELP_FIRST, NameField, SelectField, type Option } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useReferrals } from '../cases/queries.ts';
import { useAgencyName } from '../directory/queries.ts';
import { sharedWith, whereTo, type Asked } from './asked.ts';
import { useReferralReasons } from './codes.ts';
import { ConsentState } from './consent-state.tsx';
import { checkItems, PacketItems, usePacketRules, type Chosen } from './packet-items.tsx';
import { PacketView } from './packet-view.tsx';
import { DraftConflict, NotTheirs } from './draft-notices.tsx';
import { fromPlaces, onForm, placesOfDraft, ReferralKeeper, type ReferralDraft } from './referral-draft.ts';
import { checkReferral, EMPTY_REFERRAL, FIRST_REASON, itemsAfter, referralRequest, valuesAfter } from './referral-request.ts';
import { sharingConsent, sharingStanding } from '../consent/consent-rules.ts';
import { OverrideForm } from '../consent/override-form.tsx';
import { useConsents } from '../consent/queries.ts';
import type { ConsentStanding } from '../consent/types.ts';

const LEARNS_WITHIN = 8;
const MOMENT = 500;

function notAsked(asked: Asked): ConsentStanding {
  return { purpose: 'share-information', ...sharedWith(asked), stands: false, basis: 'none', missing: [] };
}

/** An override just made is known to the service of referrals a moment later. */
async function onceLearnt<T>(basis: ConsentStanding['basis'] | undefined, send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (failure) {
      if (basis !== 'override' || tries === LEARNS_WITHIN || asProblem(failure).code !== 'consent-missing') throw failure;
      await new Promise((resolve) => setTimeout(resolve, MOMENT));
    }
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** What the service says the agency would read; preview is sent along with the referral. */
interface Preview {
  packet: ReferralPacket;
  preview: string;
  exceptions: string[];
}

/** A preview, and what it is of: whatever is written differently since has not been looked at. */
interface Seen {
  preview: Preview;
  of: string;
}

/** Referrals of the case that this one can be part of. */
function usePartOf(caseId: string): Option[] {
  const { t, label } = useTexts();
  const agencyName = useAgencyName();
  const referrals = useReferrals(caseId);
  const open = (referrals.data ?? []).filter((one) => one.status !== 'entered-in-error');
  return [
    { value: '', label: t('refer.part-of-none') },
    ...open.map((one) => ({ value: one.id, label: `${agencyName(one.agencyId)}: ${label('referral-status', one.status)}` })),
  ];
}

/** Whom of the agency it can be meant for; nobody where the agency lists nobody. */
function useAddressees(agencyId: string): Option[] {
  const { t } = useTexts();
  const { data } = useQuery({
    queryKey: ['identity', 'listed-people', agencyId],
    queryFn: ({ signal }) => readAll<{ id: string; name: string }>('identity', `/agencies/${agencyId}/listed-people`, signal),
    retry: false,
    enabled: agencyId !== '',
  });
  const people = data ?? [];
  return people.length === 0
    ? []
    : [{ value: '', label: t('refer.addressee-queue') }, ...people.map((one) => ({ value: one.id, label: one.name }))];
}

interface Props {
  detail: CaseDetail;
  service: Asked;
  /** The referral that came to nothing, whose words go along. */
  after?: Referral;
  /** What was written of it before. */
  draft?: Answer<ReferralDraft>;
  /** The action of the case plan it is to carry out. */
  actionId?: string;
  onSent: (referralId: string) => void;
}

export function ReferralForm({ detail, service, after, draft, actionId = after?.actionId ?? draft?.data.content.actionId ?? '', onSent }: Props) {
  const { t, label, named } = useTexts();
  const queries = useQueryClient();
  const [override, setOverride] = useState(false);
  const consents = useConsents(detail.id);
  const state = consents.data === undefined ? undefined : sharingConsent(consents.data.standings, sharedWith(service));
  const standing = consents.data && sharingStanding(consents.data.standings, sharedWith(service));
  const overriding = override && state !== 'given';
  const [authoredAt] = useState(() => new Date().toISOString());
  const risk = detail.riskLevel;
  const [kept] = useState(() => (draft === undefined ? undefined : fromPlaces(placesOfDraft(draft.data.content))));
  const fields = useFields({
    ...EMPTY_REFERRAL,
    priority: risk === 'high' || risk === 'medium' || risk === 'low' ? risk : 'medium',
    reasonCode: FIRST_REASON[service.category] ?? '',
    'packet.language': detail.child.language ?? '',
    'packet.safeContact': detail.child.safeContact ?? '',
    ...(after === undefined ? {} : valuesAfter(after)),
    ...kept?.values,
  });
  const [first] = useState(fields.values);
  const [unread, setUnread] = useState(kept?.unread ?? []);
  const rules = usePacketRules(service.category, sharedWith(service).agencyId);
  const [picked, setChosen] = useState<Chosen[] | undefined>(kept?.chosen);
  // What another kind of service may not be told stays behind.
  const chosen = (picked ?? itemsAfter(after, rules.data ?? [])).filter((one) => rules.data?.some((rule) => rule.kind === one.kind && rule.release !== 'never' && rule.yours) ?? true);
  // What a colleague wrote into the draft and this one may not pass on stays in it.
  const parked = (picked ?? []).filter((one) => !chosen.includes(one));
  const notTheirs = [...unread, ...parked.map((one) => one.kind)];
  const takeOut = (kind: string) => {
    setUnread((before) => before.filter((one) => one !== kind));
    setChosen((before) => before?.filter((one) => one.kind !== kind));
  };
  const [checked, setChecked] = useState(false);
  const [seen, setSeen] = useState<Seen>();
  const others = usePartOf(detail.id);
  const people = useAddressees(service.agencyId);
  const priorities = PRIORITIES.map((value) => ({
    value,
    label: label('priority', value),
    description: label('priority-clock', value),
  }));
  const reasons = useReferralReasons();
  const languages = useCodeOptions('language', CHILD_LANGUAGES);
  const { items, missing } = checkItems(rules.data ?? [], chosen);
  const addressee = fields.values.addressee;
  const addresseeName = people.find((one) => one.value === addressee)?.label ?? (addressee === kept?.values.addressee ? kept.addresseeName : undefined);
  const body = referralRequest(detail, service, { ...fields.values, addresseeName }, authoredAt, items, actionId);
  const written = JSON.stringify(body.packet);
  const { ageBand, sex } = detail.child;
  const page = onForm(fields.values, { serviceId: '', recipientId: '', ...whereTo(service), actionId, addresseeName: addressee === '' ? '' : (addresseeName ?? ''), ageBand, sex, chosen: [...chosen, ...parked], unread });
  const [keeper] = useState(
    () => new ReferralKeeper(detail.id, draft === undefined ? { text: page } : { text: placesOfDraft(draft.data.content), draft: draft.data, etag: draft.etag }),
  );
  const saving = useSyncExternalStore(keeper.subscribe, keeper.state);
  // A form nobody has written into is nothing to keep.
  const touched = draft !== undefined || fields.values !== first || picked !== undefined;
  useEffect(() => {
    if (touched) keeper.changed(page);
  }, [keeper, touched, page]);
  useEffect(() => () => keeper.stop(), [keeper]);
  useUnsavedWarning(keeper);
  const keptAs = async () => ({ kept: !touched || (await keeper.flush()), id: keeper.id() });
  const settle = (theirs: readonly string[]) => {
    const both = fromPlaces(keeper.settle(theirs));
    fields.reset(both.values);
    setChosen(both.chosen);
    setUnread(both.unread);
  };
  const submission = useSubmission<Referral>(
    (referral) => {
      keeper.done();
      void queries.invalidateQueries({ queryKey: ['referrals'] });
      onSent(referral.id);
    },
    (problem) => {
      fields.refused(problem);
      if (problem.stale) void keeper.overtaken();
    },
  );
  const looking = useSubmission<Seen>(setSeen, (problem) => fields.refused(problem));
  const shown = seen !== undefined && seen.of === written ? seen.preview : undefined;
  const sound = () => {
    setChecked(true);
    return fields.check(checkReferral(fields.values)) && missing.size === 0;
  };
  const problem = submission.problem ?? looking.problem;
  const look = () => {
    if (!sound()) return;
    const { caseId, packet } = body;
    void looking.submit(async () => ({
      of: written,
      preview: (await change<Preview>('referrals', '/referral-previews', { body: { caseId, ...whereTo(service), packet } })).data,
    }));
  };
  const send = () => {
    if (!sound() || shown === undefined) return;
    void submission.submit(async (idempotencyKey) => {
      const id = await keeper.settled(page);
      const preview = shown.preview;
      return (
        await onceLearnt(standing?.basis, () =>
          id === undefined
            ? change<Referral>('referrals', '/referrals', { body: { ...body, preview }, idempotencyKey })
            : change<Referral>('referrals', `/referral-drafts/${id}/sending`, { ifMatch: keeper.tag(), idempotencyKey, body: { authoredAt, preview } }))
      ).data;
    });
  };
  return (
    <Panel title={t('refer.write', { service: named(service.name) })} testId="referral-form">
      {state !== undefined && (
        <ConsentState detail={detail} service={service} state={state} basis={standing?.basis} draftId={keeper.id()} onLeave={keptAs} overriding={overriding} onOverride={setOverride} />
      )}
      {consents.isError && <ProblemNotice problem={asProblem(consents.error)} onRetry={() => void consents.refetch()} />}
      {overriding && (
        <Fieldset legend={t('refer.override-title')} my="md">
          <OverrideForm detail={detail} standing={standing ?? notAsked(service)} onClose={() => setOverride(false)} />
        </Fieldset>
      )}
      {saving.kind === 'conflict' && (
        <DraftConflict
          differences={saving.differences}
          rules={rules.data ?? []}
          options={{ priority: priorities, reasonCode: reasons, 'packet.language': languages, partOf: others, addressee: people }}
          onSettled={settle}
        />
      )}
      <form
        ref={fields.formRef}
        noValidate
        className="hifazat-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (shown === undefined) look();
          else send();
        }}
      >
        <ChoiceField {...fields.bind('priority')} label={t('refer.priority')} options={priorities} inline required />
        <SelectField {...fields.bind('reasonCode')} label={t('refer.reason')} options={reasons} placeholder={t('action.choose')} required />
        <Textarea
          {...fields.bind('packet.requestText')}
          label={t('packet.request')}
          description={t('refer.request-hint')}
          inputWrapperOrder={HELP_FIRST}
          dir="auto"
          autosize
          minRows={4}
          required
          autoComplete="off"
        />
        <div className="hifazat-columns">
          <NameField {...fields.bind('packet.safeContact')} label={t('child.safe-contact')} description={t('refer.contact-hint')} required />
          <SelectField {...fields.bind('packet.language')} label={t('child.language')} options={languages} placeholder={t('action.choose')} required />
          <NameField {...fields.bind('packet.safetyWarnings')} label={t('packet.warnings')} description={t('refer.warnings-hint')} />
          {people.length > 0 ? (
            <SelectField {...fields.bind('addressee')} label={t('refer.addressee')} description={t('refer.addressee-hint')} options={people} />
          ) : (
            <NameField {...fields.bind('packet.attention')} label={`${t('refer.attention')} (${t('state.optional')})`} description={t('refer.attention-hint')} />
          )}
          {others.length > 1 && <SelectField {...fields.bind('partOf')} label={t('refer.part-of')} options={others} />}
        </div>
        {rules.data !== undefined && (
          <PacketItems caseId={detail.id} rules={rules.data} chosen={chosen} missing={checked ? missing : NOTHING} onChange={(next) => setChosen([...next, ...parked])} />
        )}
        <NotTheirs kinds={notTheirs} rules={rules.data ?? []} onTakeOut={takeOut} />
        {rules.isError && <ProblemNotice problem={asProblem(rules.error)} onRetry={() => void rules.refetch()} />}
        <div aria-live="polite">
          {shown !== undefined && (
            <>
              <PacketView packet={shown.packet} category={service.category} title={t('refer.preview')} note={t('refer.preview-note')} />
              {shown.exceptions.length > 0 && (
                <Text size="sm" mt="sm" data-testid="exceptions">
                  {t('refer.exceptions')} {rules.data?.filter((rule) => shown.exceptions.includes(rule.kind)).map((rule) => named(rule.name)).join(' · ')}
                </Text>
              )}
            </>
          )}
        </div>
        <ProblemNotice problem={problem} focused />
        {touched && (keeper.id() !== undefined || saving.kind !== 'saved') && <SaveState state={saving} saved="refer.draft-saved" />}
        {saving.kind === 'refused' && problem === undefined && !submission.busy && <ProblemNotice problem={saving.problem} />}
        <Group>
          {shown === undefined ? (
            <>
              <Button type="submit" loading={looking.busy} data-testid="look-at-packet">{t('refer.look')}</Button>
              <Text size="sm" c="dimmed">{t('refer.look-first')}</Text>
            </>
          ) : (
            <Button type="submit" loading={submission.busy} disabled={notTheirs.length > 0 || saving.kind === 'conflict'} data-testid="send-referral">{t('refer.send')}</Button>
          )}
        </Group>
      </form>
    </Panel>
  );
}
