import { useQuery } from '@tanstack/react-query';
import { read, readAll } from '../api/client.ts';
import type { Agency, Items } from '../api/types.ts';

export const AGENCY_KINDS = ['police', 'court', 'hospital', 'legal-aid', 'shelter', 'school', 'nadra', 'ngo'] as const;

export interface AgencySystem {
  id: string;
  agencyId: string;
  clientId: string;
  registeredAt: string;
  limits: SystemLimits;
}

/** How much of what its agency may do; an empty list is no limit. */
export interface SystemLimits {
  scopes: string[];
  districtCodes: string[];
  categories: string[];
}

export interface AgencyPerson {
  id: string;
  username: string;
  name: string;
  /** What senders of referrals call them; nobody chooses them by name while absent. */
  shownAs?: string;
  active: boolean;
  enrolledAt: string;
  etag: string;
}

export interface Endpoint {
  id: string;
  agencyId: string;
  url: string;
  /** gone: the receiver said that it is there no more. */
  state: 'active' | 'paused' | 'gone';
  stateAt: string;
  publicKey: string;
  previousPublicKey?: string;
  previousKeyUntil?: string;
  /** Since when a secret shared with the receiver signs too; itself it is told once. */
  sharedSecretSince?: string;
  previousSecretUntil?: string;
  createdAt: string;
}

export interface WebhookMessage {
  id: string;
  referralId: string;
  type: string;
  happenedAt: string;
  recordedAt: string;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  nextAttemptAt?: string;
  lastAttemptAt?: string;
  lastOutcome?: string;
  lastStatus?: number;
  deliveredAt?: string;
}

export function useAgency(id: string) {
  return useQuery({
    queryKey: ['identity', 'agency', id],
    queryFn: async ({ signal }) => (await read<Agency>('identity', `/agencies/${id}`, signal)).data,
    staleTime: 60_000,
  });
}

export function useAgencySystems(id: string) {
  return useQuery({
    queryKey: ['identity', 'agency-systems', id],
    queryFn: async ({ signal }) => (await read<Items<AgencySystem>>('identity', `/agencies/${id}/systems`, signal)).data.items,
  });
}

export function useAgencyPeople(id: string) {
  return useQuery({
    queryKey: ['identity', 'agency-people', id],
    queryFn: ({ signal }) => readAll<AgencyPerson>('identity', `/agencies/${id}/people`, signal),
  });
}

export function useEndpoints(agencyId: string) {
  return useQuery({
    queryKey: ['referrals', 'webhooks', agencyId],
    queryFn: ({ signal }) => readAll<Endpoint>('referrals', `/webhook-endpoints?agencyId=${agencyId}`, signal),
  });
}

export function useEndpoint(id: string) {
  return useQuery({
    queryKey: ['referrals', 'webhook', id],
    queryFn: ({ signal }) => read<Endpoint>('referrals', `/webhook-endpoints/${id}`, signal),
  });
}
