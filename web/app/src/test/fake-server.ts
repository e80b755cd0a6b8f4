import { vi } from 'vitest';

export interface Asked {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

type Reply = { status?: number; body?: unknown; headers?: Record<string, string>; text?: string } | 'unreachable';
type Handler = (asked: Asked) => Reply;

/** Answers the page's requests from a table of "METHOD /path"; keeps what was asked. */
export class FakeServer {
  readonly asked: Asked[] = [];
  private readonly table = new Map<string, Handler>();

  constructor() {
    this.on('GET /session', { body: { signedIn: true } });
    this.on('GET /api/identity/v1/districts', { body: { items: DISTRICTS } });
    this.on('GET /api/identity/v1/units', { body: { items: [UNIT] } });
    this.on('GET /api/identity/v1/staff', { body: { items: STAFF } });
    this.on('GET /api/identity/v1/agencies', { body: { items: [AGENCY] } });
    this.on('GET /api/cases/v1/cases/case-1/next-steps', { body: STANDING, headers: { etag: STANDING.etag } });
    this.on('GET /api/cases/v1/cases/case-1/consents', { body: { ageBand: '6-11', standings: [], consents: [], overrides: [] } });
    this.on('GET /api/cases/v1/code-words', { body: { items: [] } });
    this.on('GET /api/cases/v1/consent-overrides', { body: { items: [] } });
    vi.stubGlobal('fetch', this.fetch);
  }

  on(route: string, reply: Reply | Handler): this {
    this.table.set(route, typeof reply === 'function' ? reply : () => reply);
    return this;
  }

  as(role: string, more: object = {}): this {
    return this.on('GET /api/identity/v1/me', {
      body: { staffId: 's1', displayName: 'Gulalai Khan', roles: [role], ...more },
    });
  }

  changes(): Asked[] {
    return this.asked.filter((one) => one.method !== 'GET');
  }

  private readonly fetch = async (input: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input, 'http://localhost');
    const method = init.method ?? 'GET';
    const asked = {
      method,
      path: `${url.pathname}${url.search}`,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    };
    this.asked.push(asked);
    const handler =
      this.table.get(`${method} ${url.pathname}${url.search}`) ?? this.table.get(`${method} ${url.pathname}`);
    const reply = handler?.(asked) ?? problem(404, 'not-found');
    if (reply === 'unreachable') throw new TypeError('Failed to fetch');
    const status = reply.status ?? 200;
    const text = reply.text ?? (reply.body === undefined ? '' : JSON.stringify(reply.body));
    return new Response(status === 204 || text === '' ? null : text, {
      status,
      headers: { 'content-type': 'application/json', ...reply.headers },
    });
  };
}

export function problem(status: number, code: string, errors: object[] = []): Exclude<Reply, 'unreachable'> {
  return { status, body: { type: `/problems/${code}`, title: code, status, code, traceId: 'trace-1', errors } };
}

export const UNIT = {
  id: 'unit-1',
  code: 'peshawar',
  name: { en: 'Child Protection Unit Peshawar', ur: 'چائلڈ پروٹیکشن یونٹ پشاور' },
  managementLine: 'settled',
  districtCodes: ['peshawar'],
};
export const DISTRICTS = [
  { code: 'peshawar', division: 'peshawar', name: { en: 'Peshawar', ur: 'پشاور', ps: 'پېښور' }, unitId: 'unit-1', validFrom: '2010-01-01' },
  { code: 'swat', division: 'malakand', name: { en: 'Swat', ur: 'سوات', ps: 'سوات' }, validFrom: '2010-01-01' },
];
export const STAFF = [
  { staffId: 's1', displayName: 'Gulalai Khan', roles: ['social-worker'], unitId: 'unit-1', active: true },
  { staffId: 's2', displayName: 'Imran Afridi', roles: ['protection-officer'], unitId: 'unit-1', active: true },
];
export const AGENCY = {
  id: 'agency-1',
  name: { en: 'Peshawar Legal Aid Centre', ur: 'پشاور قانونی امداد مرکز' },
  kind: 'legal-aid',
  districtCodes: ['peshawar'],
};
export const SERVICE = {
  id: 'service-1',
  name: { en: 'Legal representation' },
  category: 'legal-aid',
  organization: { id: 'o1', name: 'Peshawar Legal Aid Centre' },
  agencyId: 'agency-1',
  districtCodes: ['peshawar'],
};
/** The same as the directory lists it. */
export const HSDS_SERVICE = {
  id: 'service-1',
  organization_id: 'agency-1',
  name: 'Legal representation',
  names: { en: 'Legal representation', ur: 'قانونی نمائندگی', ps: 'حقوقي استازیتوب' },
  category: 'legal-aid',
  status: 'active',
  sex: 'any',
  cost: 'free',
  assured_date: '2026-11-01',
  assurance_overdue: false,
  referable: true,
  organization: { id: 'agency-1', name: 'Peshawar Legal Aid Centre' },
};

export function foundServices(contents: object[]) {
  return { total_items: contents.length, total_pages: 1, page_number: 1, last_page: true, contents };
}

export const REPORT = {
  id: 'report-1',
  channel: 'helpline-1121',
  districtCode: 'peshawar',
  unitId: 'unit-1',
  urgency: 'immediate',
  concerns: ['physical_abuse'],
  receivedAt: '2026-11-20T08:00:00Z',
  recordedAt: '2026-11-20T08:05:00Z',
  state: 'waiting',
  narrative: 'She is beaten every night.',
  reporter: { kind: 'anonymous' },
  childHint: { name: 'زرغونہ', sex: 'female', ageYears: 12 },
};
export const CASE = {
  id: 'case-1',
  number: 'PEW-2026-00001',
  state: 'open',
  unitId: 'unit-1',
  districtCode: 'peshawar',
  ownerId: 's1',
  openedAt: '2026-11-20T09:00:00Z',
  recordedAt: '2026-11-20T09:00:00Z',
  concerns: ['physical_abuse'],
  child: {
    id: 'child-1',
    names: { given: 'زرغونہ', father: 'شیر خان', script: 'arab' },
    sex: 'female',
    birthYear: 2014,
    ageYears: 12,
    ageBasis: 'stated',
    ageBand: '12-14',
    language: 'ps',
    address: 'House 7, Hashtnagri',
    safeContact: 'Aunt, mornings only',
  },
  consents: [] as object[],
  tasks: [
    { id: 'task-1', caseId: 'case-1', kind: 'first-response', dueAt: '2020-01-01T00:00:00Z', state: 'open', overdue: true, etag: '"v4"' },
  ],
};

export const STANDING = {
  caseId: 'case-1',
  number: 'PEW-2026-00001',
  state: 'identified',
  stateSince: '2026-11-20T09:00:00Z',
  episode: 1,
  episodeOpenedAt: '2026-11-20T09:00:00Z',
  warnings: [] as object[],
  nextSteps: [] as object[],
  steps: [] as object[],
  etag: '"v1"',
};
