import type { CaseDetail, PacketItem, Referral, ReferralPacket } from '../api/types.ts';
import { filled } from '../concern/concern-request.ts';
import type { FieldProblems } from '../ui/form.ts';
import { whereTo, type Asked } from './asked.ts';
import type { Chosen, PacketRule } from './packet-items.tsx';

export const EMPTY_REFERRAL = {
  priority: '',
  reasonCode: '',
  'packet.requestText': '',
  'packet.language': '',
  'packet.safeContact': '',
  'packet.safetyWarnings': '',
  'packet.attention': '',
  addressee: '',
  partOf: '',
};

export type ReferralValues = typeof EMPTY_REFERRAL;

/** A first reason for each kind of service; the person can choose another. */
export const FIRST_REASON: Record<string, string> = {
  'legal-aid': 'legal-representation',
  police: 'protection',
  court: 'protection',
  health: 'medical-care',
  psychosocial: 'psychosocial-support',
  shelter: 'shelter',
  education: 'education',
  registration: 'documentation',
};

/** The least the agency needs: no name, no address, the case's number instead. */
export function packetOf(detail: CaseDetail, values: ReferralValues, items: PacketItem[] = []): ReferralPacket {
  return {
    caseCode: detail.number,
    ageBand: detail.child.ageBand,
    sex: detail.child.sex,
    language: values['packet.language'],
    ...(filled({
      safetyWarnings: values['packet.safetyWarnings'],
      attention: values['packet.attention'],
    }) as { safetyWarnings?: string; attention?: string }),
    safeContact: values['packet.safeContact'].trim(),
    requestText: values['packet.requestText'].trim(),
    ...(items.length === 0 ? {} : { items }),
  };
}

/** What was written for an agency that did not help, for the next one: all of it can be changed. */
export function valuesAfter(after: Referral): Partial<ReferralValues> {
  const { packet } = after;
  return {
    priority: after.priority,
    reasonCode: after.reasonCode ?? '',
    partOf: after.id,
    ...(packet === undefined
      ? {}
      : {
          'packet.requestText': packet.requestText,
          'packet.language': packet.language ?? '',
          'packet.safeContact': packet.safeContact ?? '',
          'packet.safetyWarnings': packet.safetyWarnings ?? '',
        }),
  };
}

/**
 * What such a service gets without a reason. The rest is decided anew for each agency, and nationality and papers are
 * never told by default: what was written for one agency is no reason for the next.
 */
export function itemsAfter(after: Referral | undefined, rules: PacketRule[]): Chosen[] {
  const carried = rules.filter((rule) => rule.level !== 'status' && (rule.release === 'included' || rule.release === 'offered'));
  return (after?.packet?.items ?? [])
    .filter((item) => item.text !== '' && carried.some((rule) => rule.kind === item.kind))
    .map((item) => ({ kind: item.kind, text: item.text, because: '', orderId: '' }));
}

export function checkReferral(values: ReferralValues): FieldProblems<ReferralValues> {
  const found: FieldProblems<ReferralValues> = {};
  if (values.priority === '') found.priority = 'field.required';
  if (values.reasonCode === '') found.reasonCode = 'field.required';
  for (const name of ['packet.requestText', 'packet.language', 'packet.safeContact'] as const) {
    if (values[name].trim() === '') found[name] = 'field.required';
  }
  return found;
}

export function referralRequest(
  detail: CaseDetail,
  service: Asked,
  values: ReferralValues & { addresseeName?: string | undefined },
  authoredAt: string,
  items: PacketItem[] = [],
  actionId = '',
) {
  return {
    caseId: detail.id,
    ...whereTo(service),
    priority: values.priority,
    reasonCode: values.reasonCode,
    packet: packetOf(detail, values, items),
    ...(values.addressee === '' ? {} : { addressee: values.addressee, addresseeName: values.addresseeName }),
    ...(values.partOf === '' ? {} : { partOf: values.partOf }),
    ...(actionId === '' ? {} : { actionId }),
    authoredAt,
  };
}
