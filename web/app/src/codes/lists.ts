/**
 * The codes offered in forms. The services keep the lists as data with validity dates and refuse a code
 * that is not valid on the day; the words for each code are in src/messages/codes.json.
 */
export const CHANNELS = [
  'helpline-1121', 'walk-in', 'police', 'hospital', 'court', 'school', 'committee', 'referral', 'other',
] as const;
export const URGENCIES = ['immediate', 'urgent', 'routine'] as const;
export const REPORTER_KINDS = ['anonymous', 'named', 'protected'] as const;
export const REPORTER_RELATIONS = [
  'parent', 'relative', 'neighbour', 'teacher', 'health-worker', 'police', 'child', 'other',
] as const;
export const SEXES = ['female', 'male', 'x'] as const;
export const AGE_BASES = ['stated', 'document', 'appearance', 'assessment'] as const;
export const CHILD_LANGUAGES = [
  'ps', 'ur', 'hno', 'skr', 'khw', 'mvy', 'trw', 'gwc', 'scl', 'gju', 'kls', 'pnb', 'prs', 'en', 'sgn', 'other',
] as const;
export const REFERRAL_BODIES = [
  'police', 'court', 'hospital', 'legal-aid', 'shelter', 'school', 'nadra', 'ngo', 'other-province', 'other',
] as const;
export const WITHOUT_CAREGIVER = ['unavailable', 'unsafe', 'not-permitted'] as const;
export const CONSENT_PURPOSES = [
  'case-management', 'share-information', 'reporting', 'tracing', 'photo', 'share-unhcr',
] as const;
export const CONSENT_DECISIONS = ['given', 'refused', 'withdrawn'] as const;
export const CONSENT_GIVERS = ['caregiver', 'child', 'other-trusted-adult', 'court'] as const;
export const CONSENT_METHODS = ['signature', 'thumbprint', 'oral'] as const;
export const ORAL_REASONS = ['by-telephone', 'paper-unsafe', 'cannot-write'] as const;
export const SERVICE_CATEGORIES = [
  'legal-aid', 'health', 'psychosocial', 'shelter', 'education', 'registration', 'police', 'court',
] as const;
/** What somebody outside the directory can be asked for; police and courts are in it. */
export const OUTSIDE_SERVICES = [
  'legal-aid', 'health', 'shelter', 'education', 'registration', 'psychosocial', 'rehabilitation', 'livelihood', 'tracing', 'other',
] as const;
export const PRIORITIES = ['high', 'medium', 'low'] as const;
export const OVERRIDE_REASONS = [
  'serious-risk', 'caregiver-suspected', 'law-or-court', 'too-young-and-alone',
] as const;

/** The draft list of concerns, grouped so that a person finds one among forty. */
export const CONCERN_GROUPS: readonly { group: string; codes: readonly string[] }[] = [
  {
    group: 'violence',
    codes: [
      'physical_abuse', 'torture_or_grievous_hurt', 'murder_or_attempt', 'emotional_abuse',
      'corporal_punishment_home', 'corporal_punishment_school', 'corporal_punishment_madrasa',
    ],
  },
  {
    group: 'sexual',
    codes: [
      'sexual_abuse_contact', 'rape_sodomy', 'sexual_harassment', 'commercial_sexual_exploitation',
      'csam_online', 'online_blackmail_grooming',
    ],
  },
  {
    group: 'neglect',
    codes: [
      'neglect_medical', 'neglect_education', 'neglect_supervision', 'abandonment', 'orphan_no_caregiver',
      'unaccompanied_or_separated',
    ],
  },
  {
    group: 'marriage',
    codes: ['child_marriage_planned', 'child_marriage_contracted', 'swara_vani_exchange', 'honour_threat'],
  },
  {
    group: 'labour',
    codes: [
      'child_domestic_labour', 'hazardous_labour', 'begging_forced', 'bonded_labour',
      'trafficking_internal_crossborder',
    ],
  },
  { group: 'missing', codes: ['missing', 'kidnapped_abducted', 'runaway', 'street_connected'] },
  {
    group: 'other',
    codes: [
      'conflict_with_law', 'in_custody_with_parent', 'custody_dispute', 'disability_unmet_need', 'substance_use',
      'self_harm_suicide', 'conflict_disaster_affected', 'statelessness_no_registration',
      'trans_or_gender_discrimination',
    ],
  },
];

export const REFERRAL_REASONS = [
  'legal-advice', 'legal-representation', 'protection', 'medical-care', 'psychosocial-support', 'shelter',
  'education', 'documentation', 'economic-support', 'family-tracing', 'other',
] as const;
export const CANCEL_REASONS = ['service-no-longer-needed', 'consent-withdrawn', 'sent-in-error', 'other'] as const;
export const ERROR_REASONS = ['wrong-child', 'wrong-agency', 'duplicate', 'other'] as const;
