import type { CaseDetail, DirectoryService, ReferralPacket } from '../api/types.ts';
import { filled } from '../concern/concern-request.ts';
import type { FieldProblems } from '../ui/form.ts';

export const EMPTY_REFERRAL = {
  priority: '',
  reasonCode: '',
  'packet.requestText': '',
  'packet.language': '',
  'packet.safeContact': '',
  'packet.safetyWarnings': '',
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
export function packetOf(detail: CaseDetail, values: ReferralValues): ReferralPacket {
  return {
    caseCode: detail.number,
    ageBand: detail.child.ageBand,
    sex: detail.child.sex,
    language: values['packet.language'],
    ...(filled({
      safetyWarnings: values['packet.safetyWarnings'],
    }) as { safetyWarnings?: string }),
    safeContact: values['packet.safeContact'].trim(),
    requestText: values['packet.requestText'].trim(),
  };
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
  service: DirectoryService,
  values: ReferralValues,
  authoredAt: string,
) {
  return {
    caseId: detail.id,
    serviceId: service.id,
    priority: values.priority,
    reasonCode: values.reasonCode,
    packet: packetOf(detail, values),
    authoredAt,
  };
}
