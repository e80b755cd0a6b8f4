import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read, type Answer } from '../api/client.ts';
import { SERVICE_CATEGORIES } from '../codes/lists.ts';
import { useDistrictName, useDistricts } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { Loaded } from '../ui/panel.tsx';
import type { AgencySystem, SystemLimits } from './queries.ts';

export const UNLIMITED: SystemLimits = { scopes: [], districtCodes: [], categories: [] };
const SCOPES = ['read', 'answer', 'attach'] as const;
const SCOPE_TEXT = { read: 'systems.scope-read', answer: 'systems.scope-answer', attach: 'systems.scope-attach' } as const;

/** What a system was given less than its agency; nothing chosen is no limit. */
export function LimitFields({ limits, onChange }: { limits: SystemLimits; onChange: (limits: SystemLimits) => void }) {
  const { t, named, label } = useTexts();
  const districts = useDistricts();
  return (
    <Stack gap="sm">
      <Checkbox.Group
        label={t('systems.scopes')}
        description={t('systems.limits-hint')}
        value={limits.scopes}
        onChange={(scopes) => onChange({ ...limits, scopes })}
      >
        <Stack gap={4} mt={4}>
          {SCOPES.map((scope) => <Checkbox key={scope} value={scope} label={t(SCOPE_TEXT[scope])} className="hifazat-choice" />)}
        </Stack>
      </Checkbox.Group>
      <Checkbox.Group label={t('systems.categories')} value={limits.categories} onChange={(categories) => onChange({ ...limits, categories })}>
        <div className="hifazat-columns">
          {SERVICE_CATEGORIES.map((value) => <Checkbox key={value} value={value} label={label('category', value)} className="hifazat-choice" />)}
        </div>
      </Checkbox.Group>
      <Checkbox.Group label={t('systems.districts')} value={limits.districtCodes} onChange={(districtCodes) => onChange({ ...limits, districtCodes })}>
        <div className="hifazat-columns">
          {(districts.data ?? [])
            .filter((district) => district.validTo === undefined || limits.districtCodes.includes(district.code))
            .map((district) => <Checkbox key={district.code} value={district.code} label={named(district.name)} className="hifazat-choice" />)}
        </div>
      </Checkbox.Group>
    </Stack>
  );
}

export function LimitsInWords({ limits }: { limits: SystemLimits }) {
  const { t, label } = useTexts();
  const districtName = useDistrictName();
  const comma = t('list.comma');
  const parts = [
    SCOPES.filter((scope) => limits.scopes.includes(scope)).map((scope) => t(SCOPE_TEXT[scope])).join(comma),
    limits.categories.map((value) => label('category', value)).join(comma),
    limits.districtCodes.map(districtName).join(comma),
  ].filter((part) => part !== '');
  return <Text size="sm" data-testid="limits">{parts.length === 0 ? t('systems.unlimited') : parts.join(' · ')}</Text>;
}

/** All limits in place of those there were, in the version that was read. */
export function ChangeLimits({ path, agencyId, onClose }: { path: string; agencyId: string; onClose: (done: boolean) => void }) {
  const query = useQuery({
    queryKey: ['identity', 'agency-system', path],
    queryFn: ({ signal }) => read<AgencySystem>('identity', path, signal),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return <Loaded query={query} lines={2}>{(opened) => <LimitsForm opened={opened} path={path} agencyId={agencyId} onClose={onClose} />}</Loaded>;
}

interface FormProps {
  opened: Answer<AgencySystem>;
  path: string;
  agencyId: string;
  onClose: (done: boolean) => void;
}

function LimitsForm({ opened, path, agencyId, onClose }: FormProps) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [limits, setLimits] = useState(opened.data.limits);
  const meanwhile = useMeanwhile<AgencySystem>(opened.etag, () => read<AgencySystem>('identity', path));
  const refresh = () => void queries.invalidateQueries({ queryKey: ['identity', 'agency-systems', agencyId] });
  const submission = useSubmission<unknown>(() => {
    refresh();
    onClose(true);
  }, meanwhile.refused);
  return (
    <form
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(() => change('identity', `${path}/limits`, { method: 'PUT', ifMatch: meanwhile.etag, body: limits }));
      }}
    >
      <LimitFields limits={limits} onChange={setLimits} />
      <MeanwhileNotice
        meanwhile={meanwhile}
        problem={submission.problem}
        onGoOn={submission.clear}
        onTakeTheirs={() => {
          refresh();
          onClose(false);
        }}
        fields={(now) => [{ label: t('systems.change-limits'), mine: <LimitsInWords limits={limits} />, theirs: <LimitsInWords limits={now.limits} /> }]}
      />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="send-limits">{t('systems.change-limits')}</Button>
        <Button variant="default" onClick={() => onClose(false)}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
