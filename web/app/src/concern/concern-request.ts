import { fromLocalInput } from '../i18n/format.ts';
import type { FieldProblems } from '../ui/form.ts';

export const EMPTY_CONCERN = {
  channel: 'helpline-1121',
  districtCode: '',
  receivedAt: '',
  urgency: '',
  narrative: '',
  concerns: '',
  'place.description': '',
  'place.tehsil': '',
  'place.unionCouncil': '',
  'childHint.name': '',
  'childHint.sex': '',
  'childHint.ageYears': '',
  'childHint.place': '',
  'reporter.kind': 'anonymous',
  'reporter.name': '',
  'reporter.phone': '',
  'reporter.relation': '',
};

export type ConcernValues = typeof EMPTY_CONCERN;

export function checkConcern(values: ConcernValues, concerns: readonly string[]): FieldProblems<ConcernValues> {
  const found: FieldProblems<ConcernValues> = {};
  for (const name of ['channel', 'districtCode', 'urgency', 'narrative'] as const) {
    if (values[name].trim() === '') found[name] = 'field.required';
  }
  const received = fromLocalInput(values.receivedAt);
  if (received === undefined) found.receivedAt = 'field.required';
  else if (Date.parse(received) > Date.now() + 60_000) found.receivedAt = 'field.in-future';
  if (concerns.length === 0) found.concerns = 'field.required';
  const age = values['childHint.ageYears'].trim();
  if (age !== '' && !/^(\d|1\d|2[0-5])$/.test(age)) found['childHint.ageYears'] = 'field.range';
  const phone = values['reporter.phone'].trim();
  if (values['reporter.kind'] !== 'anonymous' && phone !== '' && !/^[0-9+() -]{5,25}$/.test(phone)) {
    found['reporter.phone'] = 'field.format';
  }
  if (values['reporter.kind'] === 'named' && values['reporter.name'].trim() === '') {
    found['reporter.name'] = 'field.required';
  }
  return found;
}

export function concernRequest(values: ConcernValues, concerns: readonly string[]) {
  const anonymous = values['reporter.kind'] === 'anonymous';
  const childHint = filled({
    name: values['childHint.name'],
    sex: values['childHint.sex'],
    place: values['childHint.place'],
  });
  const place = filled({
    description: values['place.description'],
    tehsil: values['place.tehsil'],
    unionCouncil: values['place.unionCouncil'],
  });
  const age = values['childHint.ageYears'].trim();
  if (age !== '') childHint['ageYears'] = Number(age);
  return {
    channel: values.channel,
    districtCode: values.districtCode,
    receivedAt: fromLocalInput(values.receivedAt),
    reporter: anonymous
      ? { kind: 'anonymous' }
      : {
          kind: values['reporter.kind'],
          ...filled({
            name: values['reporter.name'],
            phone: values['reporter.phone'],
            relation: values['reporter.relation'],
          }),
        },
    concerns,
    urgency: values.urgency,
    narrative: values.narrative.trim(),
    ...(Object.keys(place).length > 0 ? { place } : {}),
    ...(Object.keys(childHint).length > 0 ? { childHint } : {}),
  };
}

/** What was left empty is not sent at all. */
export function filled(values: Record<string, string>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
}
