import { today } from '../i18n/format.ts';

/** A form asks for the day only: today means now, an earlier day means its noon in Karachi. */
export function conductedAt(day: string | undefined, now: Date = new Date()): string {
  return day === undefined || day >= today(now) ? now.toISOString() : new Date(`${day}T12:00:00+05:00`).toISOString();
}
