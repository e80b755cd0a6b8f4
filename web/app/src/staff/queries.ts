import { useQuery, useQueryClient } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import type { Items, Role, StaffMember } from '../api/types.ts';

export const OF_A_UNIT = ['social-worker', 'protection-officer', 'psychologist', 'supervisor'] as const satisfies readonly Role[];
export const OF_THE_PROVINCE = ['helpline-operator', 'commission-monitor', 'commission-admin', 'auditor'] as const satisfies readonly Role[];
export const LEVELS = ['1', '2', '3'] as const;

export interface HeldCertificate {
  level: number;
  validTo: string;
  current: boolean;
  /** It counts, and its last day is near. */
  endsSoon: boolean;
}

export interface Certificate extends HeldCertificate {
  id: string;
  number: string;
  issuedOn: string;
  issuer: string;
}

/** A member of staff as the administrator sees them. */
export interface Member extends StaffMember {
  username: string;
  supervisorId?: string;
  certificate?: HeldCertificate;
}

export type CertificateState = 'current' | 'soon' | 'lapsed';

export function certificateState({ current, endsSoon }: HeldCertificate): CertificateState {
  if (!current) return 'lapsed';
  return endsSoon ? 'soon' : 'current';
}

/** Who works in a unit needs a certificate to own a case; who works for the province does not. */
export function needsCertificate(member: StaffMember): boolean {
  return member.roles.some((role) => (OF_A_UNIT as readonly Role[]).includes(role));
}

export function readMember(id: string, signal?: AbortSignal) {
  return read<Member>('identity', `/staff/${id}`, signal);
}

export function useMember(id: string) {
  return useQuery({ queryKey: ['identity', 'staff-member', id], queryFn: ({ signal }) => readMember(id, signal) });
}

export function useCertificates(id: string) {
  return useQuery({
    queryKey: ['identity', 'certificates', id],
    queryFn: async ({ signal }) => (await read<Items<Certificate>>('identity', `/staff/${id}/certificates`, signal)).data.items,
  });
}

const LISTS: readonly unknown[] = ['staff', '/staff', 'staff-member', 'certificates', 'supervisors'];

/** What is known of staff is read again, wherever it is shown. */
export function useStaffChanged() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ predicate: ({ queryKey: [service, list] }) => service === 'identity' && LISTS.includes(list) });
}
