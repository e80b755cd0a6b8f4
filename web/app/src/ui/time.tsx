import { useEffect, useState } from 'react';
import { formatDate, formatDateTime, span } from '../i18n/format.ts';
import { useTexts, type Texts } from '../i18n/text.ts';

export function useNow(everyMilliseconds = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return now;
}

export function spanText({ t }: Texts, milliseconds: number): string {
  const { days, hours, minutes } = span(milliseconds);
  if (days >= 3) return t('time.days', { days });
  if (days > 0) return hours > 0 ? t('time.days-hours', { days, hours }) : t('time.days', { days });
  if (hours > 0) return minutes > 0 ? t('time.hours-minutes', { hours, minutes }) : t('time.hours', { hours });
  return t('time.minutes', { minutes });
}

export function Moment({ at }: { at: string }) {
  const { language } = useTexts();
  return <time dateTime={at}>{at.length === 10 ? formatDate(language, at) : formatDateTime(language, at)}</time>;
}

export function DateOnly({ at }: { at: string }) {
  const { language } = useTexts();
  return <time dateTime={at}>{formatDate(language, at)}</time>;
}

/** How long ago: "3 h 20 min". */
export function Age({ since }: { since: string }) {
  const texts = useTexts();
  const now = useNow();
  return <time dateTime={since}>{spanText(texts, now - Date.parse(since))}</time>;
}

/** What is left until a deadline, or how far it is past. */
export function Countdown({ until }: { until: string }) {
  const texts = useTexts();
  const now = useNow();
  const left = Date.parse(until) - now;
  const state = left < 0 ? 'overdue' : left < 6 * 3_600_000 ? 'soon' : 'open';
  return (
    <time dateTime={until} className={`hifazat-countdown-${state}`} data-testid="countdown" data-state={state}>
      {texts.t(left < 0 ? 'time.overdue-by' : 'time.left', { span: spanText(texts, left) })}
    </time>
  );
}
