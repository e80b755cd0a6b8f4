import type { SearchAnswer } from '../api/types.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, today } from '../i18n/format.ts';
import type { FieldProblems } from '../ui/form.ts';

export const EMPTY_CHILD = {
  'child.names.given': '',
  'child.names.father': '',
  'child.names.knownAs': '',
  'child.sex': '',
  ageKind: 'estimated',
  'child.birthDate': '',
  'child.estimatedAgeYears': '',
  'child.ageBasis': '',
  'child.language': '',
  'child.address': '',
  'child.safeContact': '',
  'child.phone': '',
  'child.cnic': '',
  triagedAt: '',
  concerns: '',
};

export type ChildValues = typeof EMPTY_CHILD;

export function checkChild(values: ChildValues, concerns: readonly string[]): FieldProblems<ChildValues> {
  const found: FieldProblems<ChildValues> = {};
  if (values['child.names.given'].trim() === '') found['child.names.given'] = 'field.required';
  if (values['child.sex'] === '') found['child.sex'] = 'field.required';
  if (values.ageKind === 'exact') {
    const birthDate = values['child.birthDate'];
    if (birthDate === '') found['child.birthDate'] = 'field.required';
    else if (birthDate > today()) found['child.birthDate'] = 'field.in-future';
  } else {
    const age = values['child.estimatedAgeYears'].trim();
    if (age === '') found['child.estimatedAgeYears'] = 'field.required';
    else if (!/^(\d|1[0-7])$/.test(age)) found['child.estimatedAgeYears'] = 'field.child-age';
    if (values['child.ageBasis'] === '') found['child.ageBasis'] = 'field.required';
  }
  if (!isPhone(values['child.phone'])) found['child.phone'] = 'field.format';
  if (!isCnic(values['child.cnic'])) found['child.cnic'] = 'field.format';
  if (fromLocalInput(values.triagedAt) === undefined) found.triagedAt = 'field.required';
  if (concerns.length === 0) found.concerns = 'field.required';
  return found;
}

/** Empty, or digits with what people write between them. */
export function isPhone(text: string): boolean {
  return text.trim() === '' || /^[0-9+() -]{5,25}$/.test(text.trim());
}

export function isCnic(text: string): boolean {
  return text.trim() === '' || /^\d{5}-?\d{7}-?\d$/.test(text.trim());
}

/** Urdu and Pashto are written in Arabic letters; one such letter decides. */
export function scriptOf(name: string): 'latn' | 'arab' {
  return /\p{Script=Arabic}/u.test(name) ? 'arab' : 'latn';
}

export function openCaseRequest(values: ChildValues, concerns: readonly string[], search: SearchAnswer) {
  const given = values['child.names.given'].trim();
  const age =
    values.ageKind === 'exact'
      ? { birthDate: values['child.birthDate'] }
      : {
          estimatedAgeYears: Number(values['child.estimatedAgeYears'].trim()),
          ageBasis: values['child.ageBasis'],
        };
  return {
    decision: 'open-case',
    triagedAt: fromLocalInput(values.triagedAt),
    searchToken: search.searchToken,
    child: {
      names: {
        given,
        ...filled({ father: values['child.names.father'], knownAs: values['child.names.knownAs'] }),
        script: scriptOf(given),
      },
      sex: values['child.sex'],
      ...age,
      ...filled({
        language: values['child.language'],
        address: values['child.address'],
        safeContact: values['child.safeContact'],
        phone: values['child.phone'],
        cnic: values['child.cnic'],
      }),
    },
    concerns,
  };
}
