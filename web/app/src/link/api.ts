import { problemOf } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Items, ReferralPacket, ReferralStatus } from '../api/types.ts';
import type { AgencyCode, PartnerReferral } from '../partner/types.ts';

/** A referral as whoever opened a link reads it. */
export interface LinkedReferral {
  category: string;
  status: ReferralStatus;
  statusReason?: string;
  statusCode?: string;
  priority: 'high' | 'medium' | 'low';
  reasonCode: string;
  authoredAt: string;
  respondBy: string;
  completeBy: string;
  packet?: ReferralPacket;
  packetState: PartnerReferral['packetState'];
  summary?: PartnerReferral['summary'];
  outcome?: { code: string; text?: string; at: string };
  messageSent: boolean;
  /** Until when this browser may read and answer. */
  sessionUntil: string;
}

export interface Read {
  data: LinkedReferral;
  etag: string | undefined;
}

/** The link's own way: no account, a cookie of its own, nothing of the address after `#` ever sent but here. */
async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/link/v1${path}`, { credentials: 'same-origin', redirect: 'error', referrerPolicy: 'no-referrer', ...init });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new ApiProblem('referrals', 0, 'network');
  }
  if (response.ok) return response;
  throw await problemOf('referrals', response);
}

function send(path: string, body: unknown, ifMatch?: string): Promise<Response> {
  return ask(path, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'X-Hifazat': '1',
      'content-type': 'application/json',
      ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
    },
    body: JSON.stringify(body),
  });
}

async function referral(response: Response): Promise<Read> {
  return { data: (await response.json()) as LinkedReferral, etag: response.headers.get('etag') ?? undefined };
}

export async function openLink(token: string, code: string): Promise<void> {
  await send('/openings', { token, code });
}

export async function readLinked(signal: AbortSignal): Promise<Read> {
  return referral(await ask('/referral', { headers: { accept: 'application/json' }, signal }));
}

export async function readCodes(signal: AbortSignal): Promise<AgencyCode[]> {
  const response = await ask('/referral-codes', { headers: { accept: 'application/json' }, signal });
  return ((await response.json()) as Items<AgencyCode>).items;
}

export type LinkMove = 'acceptance' | 'rejection' | 'completion' | 'failure';

export async function answerLinked(move: LinkMove, body: object, etag: string | undefined): Promise<Read> {
  return referral(await send(`/referral/${move}`, body, etag));
}

export async function writeLinked(text: string): Promise<void> {
  await send('/referral/message', { text });
}

export async function closeLinked(): Promise<void> {
  await send('/closing', {});
}

/** Eight digits, however they are typed: spaces, hyphens and digits of Urdu or Pashto. */
export function codeOf(typed: string): string | undefined {
  const digits = typed
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
  return /^[0-9]{8}$/.test(digits) ? digits : undefined;
}

/** What a refused code leaves to try, as the service says it. */
export function attemptsLeft(problem: ApiProblem): number | undefined {
  const left = problem.errors.map((error) => /^attempts-left-(\d+)$/.exec(error.code)?.[1]).find((one) => one !== undefined);
  return left === undefined ? undefined : Number(left);
}
