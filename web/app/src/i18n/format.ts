import type { Language } from './languages.ts';

/** Casework happens in Khyber Pakhtunkhwa: every clock on the screen shows its time. */
export const TIME_ZONE = 'Asia/Karachi';
const OFFSET = '+05:00';

/**
 * `ps-AF` would print the Afghan solar year and `ps-PK` Persian digits, and not every browser carries
 * Pashto at all; so Pashto dates are put together from their parts with these names of the months.
 */
const PASHTO_MONTHS = [
  'جنوري', 'فبروري', 'مارچ', 'اپریل', 'مۍ', 'جون', 'جولای', 'اګست', 'سپتمبر', 'اکتوبر', 'نومبر', 'ډیسمبر',
];

const LOCALES: Record<Language, string> = {
  en: 'en-GB-u-ca-gregory-nu-latn',
  ur: 'ur-PK-u-ca-gregory-nu-latn',
  ps: 'en-GB-u-ca-gregory-nu-latn',
};

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Making a format takes a browser far longer than using it. */
function kept<F extends Intl.NumberFormat | Intl.DateTimeFormat>(name: string, make: () => F): F {
  const there = formats.get(name);
  if (there !== undefined) return there as F;
  const made = make();
  formats.set(name, made);
  return made;
}

export function formatNumber(language: Language, value: number): string {
  return kept(`number ${language}`, () => new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 })).format(value);
}

export function formatDate(language: Language, value: string): string {
  const date = new Date(value.length === 10 ? `${value}T00:00:00${OFFSET}` : value);
  if (Number.isNaN(date.getTime())) return value;
  if (language === 'ps') {
    const { day, month, year } = karachiParts(date);
    return `${Number(day)} ${PASHTO_MONTHS[Number(month) - 1]} ${year}`;
  }
  return kept(`date ${language}`, () => new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: TIME_ZONE,
  })).format(date);
}

export function formatTime(value: string): string {
  const { hour, minute } = karachiParts(new Date(value));
  return `${hour}:${minute}`;
}

export function formatDateTime(language: Language, value: string): string {
  return `${formatDate(language, value)}، ${formatTime(value)}`.replace('،', language === 'en' ? ',' : '،');
}

interface Parts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
}

function karachiParts(date: Date): Parts {
  const parts = kept('parts', () => new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: TIME_ZONE,
  })).formatToParts(date);
  return Object.fromEntries(parts.map((part) => [part.type, part.value])) as unknown as Parts;
}

/** The value of an <input type="datetime-local"> that shows this instant in Karachi. */
export function toLocalInput(date: Date): string {
  const { year, month, day, hour, minute } = karachiParts(date);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/** …and back to the instant; undefined while the field is not complete. */
export function fromLocalInput(value: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(value)) return undefined;
  const date = new Date(`${value.slice(0, 16)}:00${OFFSET}`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

export function today(now: Date = new Date()): string {
  return toLocalInput(now).slice(0, 10);
}

export interface Span {
  days: number;
  hours: number;
  minutes: number;
}

export function span(milliseconds: number): Span {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}
