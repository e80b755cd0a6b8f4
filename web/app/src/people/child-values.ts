import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, today, toLocalInput } from '../i18n/format.ts';
import { isCnic, isPhone, scriptOf } from '../triage/open-case-request.ts';
import type { FieldProblems } from '../ui/form.ts';
import type { KnownChild } from './types.ts';

export type ChildValues = ReturnType<typeof childValues>;

/** Lists of codes stand in a form as one text, separated by spaces. */
export function childValues(child: KnownChild) {
  return {
    'names.given': child.names.given,
    'names.father': child.names.father ?? '',
    'names.knownAs': child.names.knownAs ?? '',
    'names.otherScript.given': child.names.otherScript?.given ?? '',
    'names.otherScript.father': child.names.otherScript?.father ?? '',
    sex: child.sex as string,
    birthDate: child.birthDate ?? '',
    birthYear: String(child.birthYear),
    ageBasis: child.birthDate === undefined ? child.ageBasis : '',
    languages: child.languages.join(' '),
    safeContact: child.safeContact ?? '',
    address: child.address ?? '',
    phone: child.phone ?? '',
    familyNumber: child.familyNumber ?? '',
    'identity.kind': child.identity?.kind ?? '',
    'identity.number': child.identity?.number ?? '',
    disabilities: child.disabilities.join(' '),
    disabilityDetails: child.disabilityDetails ?? '',
    'schooling.status': child.schooling?.status ?? '',
    'schooling.kind': child.schooling?.kind ?? '',
    'schooling.name': child.schooling?.name ?? '',
    'schooling.grade': child.schooling?.grade ?? '',
    'care.arrangement': child.care?.arrangement ?? '',
    'care.since': child.care?.since ?? '',
    'care.details': child.care?.details ?? '',
  };
}

export function checkChildValues(values: ChildValues, happenedAt: string): FieldProblems<ChildValues & { happenedAt: string }> {
  const found: FieldProblems<ChildValues & { happenedAt: string }> = {};
  if (values['names.given'].trim() === '') found['names.given'] = 'field.required';
  if (values.birthDate === '') {
    if (!/^\d{4}$/.test(values.birthYear.trim())) found.birthYear = 'field.required';
    else if (values.birthYear.trim() > today().slice(0, 4)) found.birthYear = 'field.in-future';
    if (values.ageBasis === '') found.ageBasis = 'field.required';
  } else if (values.birthDate > today()) {
    found.birthDate = 'field.in-future';
  }
  if (!isPhone(values.phone)) found.phone = 'field.format';
  if (!isCnic(values.familyNumber)) found.familyNumber = 'field.format';
  const number = values['identity.number'].trim();
  if (!isCnic(number)) found['identity.number'] = 'field.format';
  if (number !== '' && values['identity.kind'] === '') found['identity.kind'] = 'field.required';
  if (number === '' && values['identity.kind'] !== '') found['identity.number'] = 'field.required';
  if (values['schooling.status'] === '' && (values['schooling.name'].trim() !== '' || values['schooling.kind'] !== '')) {
    found['schooling.status'] = 'field.required';
  }
  if (values['care.arrangement'] === '' && (values['care.details'].trim() !== '' || values['care.since'] !== '')) {
    found['care.arrangement'] = 'field.required';
  }
  if (values['care.since'] > today()) found['care.since'] = 'field.in-future';
  if (fromLocalInput(happenedAt) === undefined) found.happenedAt = 'field.required';
  return found;
}

export function childRequest(values: ChildValues, happenedAt: string) {
  const given = values['names.given'].trim();
  const other = filled({ given: values['names.otherScript.given'], father: values['names.otherScript.father'] });
  const codes = (text: string) => text.split(' ').filter((code) => code !== '');
  return {
    happenedAt: fromLocalInput(happenedAt === '' ? toLocalInput(new Date()) : happenedAt),
    names: {
      given,
      ...filled({ father: values['names.father'], knownAs: values['names.knownAs'] }),
      script: scriptOf(given),
      ...(Object.keys(other).length === 0 ? {} : { otherScript: other }),
    },
    sex: values.sex,
    ...(values.birthDate === ''
      ? { birthYear: Number(values.birthYear.trim()), ageBasis: values.ageBasis }
      : { birthDate: values.birthDate }),
    languages: codes(values.languages),
    ...filled({ address: values.address, safeContact: values.safeContact }),
    // Left out, these two would stay: whoever emptied the field took them away.
    phone: values.phone.trim() === '' ? null : values.phone.trim(),
    familyNumber: values.familyNumber.trim() === '' ? null : values.familyNumber.trim(),
    ...(values['identity.number'].trim() === ''
      ? {}
      : { identity: { kind: values['identity.kind'], number: values['identity.number'].trim() } }),
    disabilities: codes(values.disabilities),
    ...filled({ disabilityDetails: values.disabilityDetails }),
    ...(values['schooling.status'] === ''
      ? {}
      : {
          schooling: {
            status: values['schooling.status'],
            ...filled({ kind: values['schooling.kind'], name: values['schooling.name'], grade: values['schooling.grade'] }),
          },
        }),
    ...(values['care.arrangement'] === ''
      ? {}
      : {
          care: {
            arrangement: values['care.arrangement'],
            ...filled({ since: values['care.since'], details: values['care.details'] }),
          },
        }),
  };
}
