import { useQuery } from '@tanstack/react-query';
import { change, read, readAll } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { DraftKeeper, type Format, type Kept } from '../assessment/draft-keeper.ts';
import type { Chosen } from './packet-items.tsx';
import { EMPTY_REFERRAL, type ReferralValues } from './referral-request.ts';

/** A referral as far as it is written. */
export interface DraftContent {
  serviceId?: string;
  recipientId?: string;
  priority?: string;
  reasonCode?: string;
  packet?: {
    ageBand?: string;
    sex?: string;
    language?: string;
    safeContact?: string;
    safetyWarnings?: string;
    requestText?: string;
    attention?: string;
    /** Without text where a psychologist wrote it and the reader is none. */
    items?: { kind: string; text?: string; because?: string; orderId?: string }[];
  };
  addressee?: string;
  addresseeName?: string;
  partOf?: string;
  actionId?: string;
}

interface DraftLine {
  id: string;
  caseId: string;
  savedBy: string;
  savedAt: string;
  until: string;
  etag: string;
}

export interface ReferralDraft extends DraftLine {
  content: DraftContent;
}

export interface ReferralDraftLine extends DraftLine {
  serviceId?: string;
  recipientId?: string;
}

export const draftsKey = (caseId: string) => ['referrals', 'drafts', caseId];

export function useReferralDrafts(caseId: string, enabled = true) {
  return useQuery({
    queryKey: draftsKey(caseId),
    queryFn: ({ signal }) => readAll<ReferralDraftLine>('referrals', `/cases/${caseId}/referral-drafts`, signal),
    refetchOnMount: 'always',
    retry: false,
    enabled,
  });
}

/** Read anew each time it is opened, and not again while it is written. */
export function useReferralDraft(id: string) {
  return useQuery({
    queryKey: ['referrals', 'draft', id],
    queryFn: ({ signal }) => read<ReferralDraft>('referrals', `/referral-drafts/${id}`, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** What is on the form besides its fields. */
export interface Besides {
  serviceId: string;
  /** In place of a service: somebody outside the directory. */
  recipientId: string;
  actionId: string;
  addresseeName: string;
  ageBand: string;
  sex: string;
  chosen: readonly Chosen[];
  /** Kinds of items a psychologist wrote and whoever writes here does not read. */
  unread: readonly string[];
}

const TEXT = 'text:';
const BECAUSE = 'because:';
const ORDER = 'order:';
const UNREAD = 'unread:';
const THERE = 'yes';

/** All that is on the form, by place, as the keeper of drafts compares and sends it. */
export function onForm(values: ReferralValues, besides: Besides): string {
  const { chosen, unread, ...fixed } = besides;
  const flat: Record<string, string> = { ...values, ...fixed };
  for (const one of chosen) {
    flat[TEXT + one.kind] = one.text;
    flat[BECAUSE + one.kind] = one.because;
    flat[ORDER + one.kind] = one.orderId;
  }
  for (const kind of unread) flat[UNREAD + kind] = THERE;
  return written(flat);
}

/** The same for the same values, and blank is nothing. */
function written(flat: Record<string, string>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(flat).filter(([, value]) => value.trim() !== '').sort(([a], [b]) => (a < b ? -1 : 1))));
}

function placesOf(text: string): Record<string, string> {
  return JSON.parse(text || '{}') as Record<string, string>;
}

export const BY_PLACE: Format = {
  answersIn: placesOf,
  fill: (text, values) => written({ ...placesOf(text), ...values }),
};

/** The form as a text of places says. */
export function fromPlaces(text: string): { values: ReferralValues; chosen: Chosen[]; unread: string[]; addresseeName: string } {
  const flat = placesOf(text);
  const kinds = [...new Set(Object.keys(flat).flatMap((name) => [TEXT, BECAUSE, ORDER].filter((one) => name.startsWith(one)).map((one) => name.slice(one.length))))];
  return {
    values: Object.fromEntries(Object.keys(EMPTY_REFERRAL).map((name) => [name, flat[name] ?? ''])) as ReferralValues,
    chosen: kinds.map((kind) => ({ kind, text: flat[TEXT + kind] ?? '', because: flat[BECAUSE + kind] ?? '', orderId: flat[ORDER + kind] ?? '' })),
    unread: Object.keys(flat).filter((name) => name.startsWith(UNREAD)).map((name) => name.slice(UNREAD.length)),
    addresseeName: flat['addresseeName'] ?? '',
  };
}

export function placesOfDraft({ packet = {}, ...content }: DraftContent): string {
  const { items = [], ageBand, sex, ...words } = packet;
  const flat: Record<string, string | undefined> = { ...content, ageBand, sex };
  for (const [name, value] of Object.entries(words)) flat[`packet.${name}`] = value;
  for (const item of items) {
    if (item.text === undefined) flat[UNREAD + item.kind] = THERE;
    else {
      flat[TEXT + item.kind] = item.text;
      flat[BECAUSE + item.kind] = item.because;
      flat[ORDER + item.kind] = item.orderId;
    }
  }
  return written(Object.fromEntries(Object.entries(flat).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))));
}

/** What is sent to be kept. */
export function contentOf(text: string): DraftContent {
  const flat = placesOf(text);
  const { chosen, unread } = fromPlaces(text);
  const said = (name: string) => flat[name]?.trim();
  const some = (named: Record<string, string | undefined>) => Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined && value !== ''));
  return {
    ...some({
      serviceId: said('serviceId'),
      recipientId: said('recipientId'),
      priority: said('priority'),
      reasonCode: said('reasonCode'),
      addressee: said('addressee'),
      addresseeName: said('addressee') === undefined ? undefined : said('addresseeName'),
      partOf: said('partOf'),
      actionId: said('actionId'),
    }),
    packet: {
      ...some({
        ageBand: said('ageBand'),
        sex: said('sex'),
        language: said('packet.language'),
        safeContact: said('packet.safeContact'),
        safetyWarnings: said('packet.safetyWarnings'),
        requestText: said('packet.requestText'),
        attention: said('packet.attention'),
      }),
      items: [
        ...chosen.map((one) => ({ kind: one.kind, text: one.text.trim(), ...some({ because: one.because.trim(), orderId: one.orderId }) })),
        ...unread.map((kind) => ({ kind })),
      ],
    },
  };
}

/** What a place is about: a field of the form, or an item and which part of it. */
export function aboutPlace(name: string): { field: string } | { kind: string; part: 'text' | 'because' | 'order' | 'unread' } {
  const prefix = [TEXT, BECAUSE, ORDER, UNREAD].find((one) => name.startsWith(one));
  return prefix === undefined
    ? { field: name }
    : { kind: name.slice(prefix.length), part: prefix.slice(0, -1) as 'text' | 'because' | 'order' | 'unread' };
}

/**
 * A referral that is being written, with the service a moment after the last word. The first saving begins the draft; one
 * whose answer was lost is asked for again with the same words under the same key, so that one form is one draft.
 */
export class ReferralKeeper extends DraftKeeper<undefined> {
  private readonly begun: Begun;

  constructor(caseId: string, opened: { text: string; draft?: ReferralDraft | undefined; etag?: string | undefined }) {
    const begun: Begun = { id: opened.draft?.id, etag: undefined };
    super(store(caseId, begun), { xml: opened.text, etag: opened.etag, more: undefined }, BY_PLACE);
    this.begun = begun;
  }

  id(): string | undefined {
    return this.begun.id;
  }

  /**
   * The draft to be sent, once all that is on the page is with the service; nothing where no draft can be begun: a
   * referral is not held up by that.
   */
  async settled(text: string): Promise<string | undefined> {
    this.changed(text);
    if (await this.flush()) return this.begun.id;
    const state = this.state();
    if (state.kind === 'refused') {
      if (this.begun.id === undefined) return undefined;
      throw state.problem;
    }
    throw new ApiProblem('referrals', 0, 'network');
  }
}

/** The draft there is, with the tag it began with. */
interface Begun {
  id: string | undefined;
  etag: string | undefined;
}

function store(caseId: string, begun: Begun) {
  let first: { text: string; idempotencyKey: string } | undefined;
  return {
    save: async (text: string, ifMatch: string | undefined) => {
      if (begun.id === undefined) {
        first ??= { text, idempotencyKey: crypto.randomUUID() };
        const made = await begin(caseId, first).catch((failure: unknown) => {
          // Nothing was begun: the next attempt is one of its own.
          if (failure instanceof ApiProblem && failure.status >= 400 && failure.status < 500) first = undefined;
          throw failure;
        });
        begun.id = made.data.id;
        begun.etag = made.etag;
        if (first?.text === text) return { etag: made.etag, more: undefined };
      }
      const saved = await change<ReferralDraft>('referrals', `/referral-drafts/${begun.id}`, { method: 'PUT', ifMatch: ifMatch ?? begun.etag, body: contentOf(text) });
      return { etag: saved.etag, more: undefined };
    },
    read: async (): Promise<Kept<undefined>> => {
      const found = await read<ReferralDraft>('referrals', `/referral-drafts/${begun.id ?? ''}`);
      return { xml: placesOfDraft(found.data.content), etag: found.etag, more: undefined };
    },
  };
}

function begin(caseId: string, { text, idempotencyKey }: { text: string; idempotencyKey: string }) {
  return change<ReferralDraft>('referrals', `/cases/${caseId}/referral-drafts`, { body: contentOf(text), idempotencyKey });
}
