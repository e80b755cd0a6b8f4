import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { query, read, readAll } from '../api/client.ts';
import type { Agency, District, Items, StaffMember, Supervisor, Unit } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';

const LONG = 10 * 60_000;

export function useDistricts() {
  return useQuery({
    queryKey: ['identity', 'districts'],
    queryFn: async ({ signal }) => (await read<Items<District>>('identity', '/districts', signal)).data.items,
    staleTime: LONG,
  });
}

export function useUnits() {
  return useQuery({
    queryKey: ['identity', 'units'],
    queryFn: async ({ signal }) => (await read<Items<Unit>>('identity', '/units', signal)).data.items,
    staleTime: LONG,
  });
}

export function useStaff(unitId?: string, enabled = true) {
  return useQuery({
    queryKey: ['identity', 'staff', unitId ?? 'all'],
    queryFn: ({ signal }) => readAll<StaffMember>('identity', `/staff${query({ unitId })}`, signal),
    staleTime: 60_000,
    enabled,
  });
}

/** Of another unit its supervisors are known, and nobody else. */
export function useSupervisors(unitId: string | undefined) {
  return useQuery({
    queryKey: ['identity', 'supervisors', unitId],
    queryFn: async ({ signal }) => (await read<Items<Supervisor>>('identity', `/units/${unitId ?? ''}/supervisors`, signal)).data.items,
    staleTime: 60_000,
    enabled: unitId !== undefined,
  });
}

const AGENCIES = {
  queryKey: ['identity', 'agencies'],
  queryFn: ({ signal }: { signal: AbortSignal }) => readAll<Agency>('identity', '/agencies', signal),
  staleTime: LONG,
};

/** Every agency there is, sandboxes too: for whoever keeps them. */
export function useAllAgencies() {
  return useQuery(AGENCIES);
}

/** Agencies a child can be told of to. */
export function useAgencies() {
  return useQuery({ ...AGENCIES, select: withoutSandboxes });
}

function withoutSandboxes(agencies: Agency[]): Agency[] {
  return agencies.filter((agency) => agency.sandbox !== true);
}

/** Names come from the directory; while it is away the code itself is shown. */
export function useDistrictName(): (code: string) => string {
  const { named, label } = useTexts();
  const { data } = useDistricts();
  return useMemo(() => {
    const names = new Map(data?.map((district) => [district.code, district.name]));
    return (code) => named(names.get(code)) || label('district', code);
  }, [data, named, label]);
}

export function useUnitName(): (id: string) => string {
  const { named, t } = useTexts();
  const { data } = useUnits();
  return useMemo(() => {
    const names = new Map(data?.map((unit) => [unit.id, unit.name]));
    return (id) => named(names.get(id)) || t('directory.unknown-unit');
  }, [data, named, t]);
}

/** Of no agency at all: whoever was asked is outside the directory. */
export function useAgencyName(): (id: string | undefined) => string {
  const { named, t } = useTexts();
  const { data } = useAllAgencies();
  return useMemo(() => {
    const names = new Map(data?.map((agency) => [agency.id, agency.name]));
    return (id) => (id === undefined ? t('recipient.outside') : named(names.get(id)) || t('directory.unknown-agency'));
  }, [data, named, t]);
}

/** The services know colleagues by id only; their names are put in here. */
export function useStaffName(unitId?: string): (staffId: string) => string | undefined {
  const { data } = useStaff(unitId);
  return useMemo(() => {
    const names = new Map(data?.map((member) => [member.staffId, member.displayName]));
    return (staffId) => names.get(staffId);
  }, [data]);
}
