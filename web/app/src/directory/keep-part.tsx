import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { change, read, type Answer } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission, type Submission } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { Loaded } from '../ui/panel.tsx';
import { serviceKey, type HsdsService } from './hsds.ts';

interface PageProps {
  title: string;
  children: (opened: Answer<HsdsService>, reload: () => void) => ReactNode;
}

/** A part of an entry that is changed by itself: it begins with what holds now. */
export function KeepPartPage({ title, children }: PageProps) {
  const { id = '' } = useParams();
  const { t, named } = useTexts();
  const query = useQuery({
    queryKey: ['referrals', 'hsds', 'keeping', id],
    queryFn: ({ signal }) => read<HsdsService>('referrals', `/hsds/services/${id}`, signal),
    gcTime: 0,
    staleTime: Infinity,
  });
  const service = query.data?.data;
  return (
    <Page title={title} lead={service && named(service.names ?? service.name)} back={{ to: `/services/${id}`, text: t('keep.back') }}>
      <Loaded query={query} lines={6}>{(answer) => children(answer, () => void query.refetch())}</Loaded>
    </Page>
  );
}

export interface KeepPart {
  saving: Submission<unknown>;
  save: (body: object) => void;
  leave: () => void;
}

export function useKeepPart({ data: { id }, etag }: Answer<HsdsService>, part: 'places' | 'identity'): KeepPart {
  const go = useNavigate();
  const queries = useQueryClient();
  const leave = () => void go(`/services/${id}`);
  const saving = useSubmission<unknown>(() => {
    void queries.invalidateQueries({ queryKey: ['referrals', 'hsds'] });
    void queries.invalidateQueries({ queryKey: serviceKey(id) });
    leave();
  });
  const save = (body: object) => void saving.submit(() => change('referrals', `/hsds/services/${id}/${part}`, { method: 'PUT', ifMatch: etag, body }));
  return { saving, save, leave };
}
