/** Codes of what is known of a child and of the people around them; see ../codes/lists.ts. */
export const DISABILITIES = [
  'seeing', 'hearing', 'walking', 'remembering', 'self-care', 'communicating',
] as const;
export const SCHOOLINGS = [
  'attending', 'irregular', 'dropped-out', 'never', 'too-young',
] as const;
export const SCHOOL_KINDS = [
  'government', 'private', 'madrasa', 'non-formal', 'other',
] as const;
export const CARE_ARRANGEMENTS = [
  'parents', 'one-parent', 'step-parent', 'adult-sibling', 'kinship', 'customary', 'kafala', 'foster', 'residential', 'unrelated-adult', 'employer', 'in-laws', 'child-headed', 'independent', 'none',
] as const;
export const PERSON_RELATIONS = [
  'mother', 'father', 'step-mother', 'step-father', 'sister', 'brother', 'grandmother', 'grandfather', 'aunt', 'uncle', 'cousin', 'spouse', 'in-law', 'other-relative', 'foster-carer', 'teacher', 'employer', 'neighbour', 'friend', 'other',
] as const;
export const SAFE_PLACE_KINDS = [
  'relative-home', 'neighbour-home', 'school', 'health-centre', 'mosque', 'shelter', 'protection-unit', 'other',
] as const;
export const CASE_LINK_KINDS = [
  'sibling', 'co-victim', 'same-household', 'same-person-of-concern',
] as const;
export const NATIONALITIES = [
  'pakistani-registered', 'pakistani-unregistered', 'afghan-por', 'afghan-acc', 'afghan-undocumented', 'other-foreign', 'unknown',
] as const;
export const DISPLACEMENTS = [
  'resident', 'idp', 'refugee', 'asylum-seeker', 'returnee', 'stateless',
] as const;
export const NATIONALITY_NEEDS = [
  'documentation', 'legal-aid', 'family-tracing', 'unhcr', 'access-to-service',
] as const;
export const SEPARATIONS = [
  'unaccompanied', 'separated', 'with-caregiver',
] as const;
export const SEPARATION_CAUSES = [
  'conflict', 'disaster', 'death', 'deportation', 'migration', 'trafficking', 'runaway', 'abandoned', 'lost', 'other',
] as const;
export const PERSON_ROLES = [
  'household', 'caregiver', 'guardian', 'safe-adult', 'person-of-concern', 'emergency-contact',
] as const;
export const IDENTITY_KINDS = ['b-form', 'juvenile-card', 'cnic'] as const;
export const SCHOOL_GRADES = ['nursery', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;
