import type { FieldProblems } from '../ui/form.ts';
import type { HsdsService, Room } from './hsds.ts';
import { hoursOf, hoursValue, soundHours } from './service-hours.tsx';

export const UNITS = ['beds', 'places', 'appointments', 'cases'] as const;

const PLAIN = [
  'description', 'url', 'alert', 'phone', 'application_process', 'fees_description', 'eligibility_description', 'minimum_age', 'maximum_age',
] as const;
const FOCAL = ['focal.title', 'focal.name', 'focal.phone', 'focal.email'] as const;

type RoomName = `room.${(typeof UNITS)[number]}.${'available' | 'maximum'}`;
export type KeepValues = Record<
  'status' | 'sex' | 'cost' | 'languages' | 'hours' | (typeof PLAIN)[number] | (typeof FOCAL)[number] | RoomName,
  string
>;

/** An entry as texts of a form. */
export function keepValues(service: HsdsService): KeepValues {
  const focal = service.contacts?.[0];
  const values: Record<string, string> = {
    status: service.status,
    sex: service.sex ?? 'any',
    cost: service.cost ?? 'unknown',
    languages: (service.languages ?? []).map((one) => one.code).join(' '),
    hours: hoursValue(service.schedules ?? []),
    'focal.title': focal?.title ?? '',
    'focal.name': focal?.name ?? '',
    'focal.phone': focal?.phones?.[0]?.number ?? '',
    'focal.email': focal?.email ?? '',
  };
  for (const name of PLAIN) values[name] = String(service[name] ?? '');
  for (const unit of UNITS) {
    const room = service.capacities?.find((one) => one.unit.name === unit);
    values[`room.${unit}.available`] = String(room?.available ?? '');
    values[`room.${unit}.maximum`] = String(room?.maximum ?? '');
  }
  return values as KeepValues;
}

const NUMBER = /^\d{1,6}$/;
const wrongNumber = (text: string, most: number) => text !== '' && (!NUMBER.test(text) || Number(text) > most);

export function checkKeepValues(values: KeepValues, hadFocal: boolean): FieldProblems<KeepValues> {
  const found: FieldProblems<KeepValues> = {};
  for (const name of ['minimum_age', 'maximum_age'] as const) if (wrongNumber(values[name], 120)) found[name] = 'field.range';
  if (!found.maximum_age && values.minimum_age !== '' && values.maximum_age !== '' && Number(values.minimum_age) > Number(values.maximum_age)) {
    found.maximum_age = 'keep.ages-in-order';
  }
  if (!hoursOf(values.hours).every(soundHours)) found.hours = 'keep.hours-wrong';
  for (const unit of UNITS) {
    const [free, all] = [values[`room.${unit}.available`], values[`room.${unit}.maximum`]];
    if (wrongNumber(free, 100_000)) found[`room.${unit}.available`] = 'field.range';
    else if (free === '' && all !== '') found[`room.${unit}.available`] = 'field.required';
    if (wrongNumber(all, 100_000)) found[`room.${unit}.maximum`] = 'field.range';
    else if (free !== '' && all !== '' && Number(free) > Number(all)) found[`room.${unit}.available`] = 'keep.more-than-there-is';
  }
  const named = FOCAL.some((name) => values[name].trim() !== '');
  if ((named || hadFocal) && values['focal.title'].trim() === '') found['focal.title'] = 'field.required';
  return found;
}

/** What is left out is no longer said, whom to ask for apart: they are sent only when they changed. */
export function keepRequest(values: KeepValues, begun: KeepValues, assured: boolean): object {
  const body: Record<string, unknown> = { status: values.status, sex: values.sex, cost: values.cost, assured };
  for (const name of PLAIN) {
    const text = values[name].trim();
    if (text !== '') body[name] = name === 'minimum_age' || name === 'maximum_age' ? Number(text) : text;
  }
  body['languages'] = values.languages.split(' ').filter((code) => code !== '').map((code) => ({ code }));
  body['schedules'] = hoursOf(values.hours);
  body['capacities'] = UNITS.flatMap((unit): Room[] => {
    const [free, all] = [values[`room.${unit}.available`], values[`room.${unit}.maximum`]];
    return free === '' ? [] : [{ unit: { name: unit }, available: Number(free), ...(all === '' ? {} : { maximum: Number(all) }) }];
  });
  if (FOCAL.some((name) => values[name] !== begun[name])) {
    body['focal_person'] = Object.fromEntries(
      FOCAL.map((name) => [name.slice('focal.'.length), values[name].trim()]).filter(([, text]) => text !== ''),
    );
  }
  return body;
}
