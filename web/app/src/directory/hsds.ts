import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { query, read } from '../api/client.ts';
import type { DirectoryService, Named } from '../api/types.ts';
import { SERVICE_CATEGORIES } from '../codes/lists.ts';
import { formatTime, today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import type { Option } from '../ui/fields.tsx';

/** An entry of the directory, in the words of Open Referral HSDS 3. */
export interface HsdsService {
  id: string;
  organization_id?: string;
  name: string;
  names?: Named;
  category?: string;
  description?: string;
  status: ServiceStatus;
  url?: string;
  alert?: string;
  application_process?: string;
  fees_description?: string;
  eligibility_description?: string;
  minimum_age?: number;
  maximum_age?: number;
  sex?: 'any' | 'female' | 'male';
  cost?: 'free' | 'paid' | 'unknown';
  phone?: string;
  assured_date?: string;
  assurance_overdue?: boolean;
  /** A referral can be sent to it through the platform. */
  referable?: boolean;
  source?: string;
  organization?: { id: string; name: string; names?: Named };
  languages?: { code: string }[];
  schedules?: Hours[];
  service_areas?: { extent: string; extent_type: 'district' | 'province' }[];
  capacities?: Room[];
  service_at_locations?: { id: string; location: HsdsLocation }[];
  contacts?: { name?: string; title?: string; email?: string; phones?: { number: string }[] }[];
}

export interface HsdsLocation {
  id: string;
  name: string;
  names?: Named;
  district_code?: string;
  addresses?: { address_1?: string }[];
  accessibility?: { description: string }[];
}

export const SERVICE_STATUSES = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
export type ServiceStatus = (typeof SERVICE_STATUSES)[number];

export interface Hours {
  byday: string;
  opens_at: string;
  closes_at: string;
  valid_from?: string;
  valid_to?: string;
  notes?: string;
}

export interface Room {
  unit: { name: string };
  available: number;
  maximum?: number;
  updated?: string;
}

interface HsdsPage<T> {
  total_items: number;
  page_number: number;
  last_page: boolean;
  contents: T[];
}

export interface ServiceFilter {
  search?: string;
  category?: string;
  district?: string;
  age?: string;
  sex?: string;
  language?: string;
  cost?: string;
  /** 'true' or nothing. */
  open?: string;
  status?: string;
}

const PER_PAGE = 20;

/** What is found in the directory, page by page. */
export function useFoundServices(filter: ServiceFilter) {
  const { open, ...codes } = filter;
  return useInfiniteQuery({
    queryKey: ['referrals', 'hsds', 'services', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const asked = query({ ...codes, open_now: open, full: 'true', page: pageParam, per_page: PER_PAGE });
      const page = (await read<HsdsPage<HsdsService>>('referrals', `/hsds/services${asked}`, signal)).data;
      return { items: page.contents, next: page.last_page ? undefined : String(page.page_number + 1), total: page.total_items };
    },
    getNextPageParam: (page) => page.next,
    staleTime: 60_000,
  });
}

export const serviceKey = (id: string) => ['referrals', 'hsds', 'service', id];

/** One entry with everything, whom to ask for included. */
export function useService(id: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: serviceKey(id),
    queryFn: ({ signal }) => read<HsdsService>('referrals', `/hsds/services/${id}`, signal),
  });
}

/** Kinds of service, as the directory keeps them; while it does not answer, what this release knows. */
export function useServiceKinds(enabled = true): Option[] {
  const { named, label, language } = useTexts();
  const { data } = useQuery({
    enabled,
    queryKey: ['referrals', 'hsds', 'terms'],
    queryFn: async ({ signal }) =>
      (await read<HsdsPage<{ code: string; name: string; names?: Named }>>('referrals', '/hsds/taxonomy_terms?per_page=100', signal)).data.contents,
    staleTime: 30 * 60_000,
    retry: false,
  });
  return useMemo(() => {
    const kinds = data?.map((term) => ({ value: term.code, label: named(term.names ?? term.name) }));
    return (kinds ?? SERVICE_CATEGORIES.map((value) => ({ value, label: label('category', value) }))).sort((a, b) =>
      a.label.localeCompare(b.label, language),
    );
  }, [data, named, label, language]);
}

export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** By the clock in Pakistan; undefined where no hours are told. */
export function isOpen(service: HsdsService, now: Date): boolean | undefined {
  const hours = service.schedules ?? [];
  if (hours.length === 0) return undefined;
  const [day, time] = [today(now), formatTime(now.toISOString())];
  const weekday = DAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
  return hours.some(
    (line) =>
      line.byday.split(',').includes(weekday) &&
      line.opens_at <= time &&
      line.closes_at > time &&
      (line.valid_from === undefined || line.valid_from <= day) &&
      (line.valid_to === undefined || line.valid_to >= day),
  );
}

/** As the form of a referral needs it. */
export function asReferable(service: HsdsService): DirectoryService {
  return {
    id: service.id,
    name: service.names ?? { en: service.name },
    category: service.category ?? 'other',
    organization: { id: service.organization_id ?? '', name: service.organization?.names ?? service.organization?.name ?? '' },
    agencyId: service.organization_id ?? '',
    districtCodes: (service.service_areas ?? []).filter((area) => area.extent_type === 'district').map((area) => area.extent),
    ...(service.phone === undefined ? {} : { phone: service.phone }),
    ...(service.alert === undefined ? {} : { alert: service.alert }),
    ...(service.assured_date === undefined ? {} : { assuredDate: service.assured_date }),
  };
}
