// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatNumber, fromLocalInput, span, toLocalInput, today } from './format.ts';

const EVENING = '2026-11-21T20:30:00Z';

describe('dates', () => {
  it('are Gregorian with Latin digits in every language', () => {
    expect(formatDate('en', '2026-11-21')).toBe('21 November 2026');
    expect(formatDate('ur', '2026-11-21')).toMatch(/21 نومبر،? 2026/);
    expect(formatDate('ps', '2026-11-21')).toBe('21 نومبر 2026');
  });

  it('never show the Afghan solar year or Persian digits', () => {
    for (const language of ['en', 'ur', 'ps'] as const) {
      expect(formatDateTime(language, EVENING)).not.toMatch(/[۰-۹٠-٩]|1405/);
    }
  });

  it('show the time of Khyber Pakhtunkhwa wherever the browser is', () => {
    expect(formatDateTime('en', EVENING)).toBe('22 November 2026, 01:30');
    expect(today(new Date(EVENING))).toBe('2026-11-22');
  });

  it('go through an input field and come back as the same instant', () => {
    expect(toLocalInput(new Date(EVENING))).toBe('2026-11-22T01:30');
    expect(fromLocalInput('2026-11-22T01:30')).toBe('2026-11-21T20:30:00.000Z');
  });

  it('are nothing while the field is incomplete', () => {
    expect(fromLocalInput('')).toBeUndefined();
    expect(fromLocalInput('2026-11-22')).toBeUndefined();
    expect(fromLocalInput('2026-13-45T99:99')).toBeUndefined();
  });

  it('that cannot be read are shown as they came', () => {
    expect(formatDate('en', 'soon')).toBe('soon');
  });
});

describe('numbers and spans', () => {
  it('have Latin digits', () => {
    expect(formatNumber('ps', 1234)).toBe('1,234');
    expect(formatNumber('ur', 1234)).toBe('1,234');
  });

  it('break down into days, hours and minutes, past or future', () => {
    expect(span(-(26 * 60 + 5) * 60_000)).toEqual({ days: 1, hours: 2, minutes: 5 });
  });
});
