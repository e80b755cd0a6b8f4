/** Mouths from very sad to very happy, as the published scale draws them. */
const MOUTHS = ['M7 17.5 Q12 11.5 17 17.5', 'M8 16.5 Q12 13.5 16 16.5', 'M8 15.2 Q12 16.4 16 15.2', 'M7.5 14 Q12 18.5 16.5 14', 'M7 13.2 Q12 21 17 13.2 Z'];

/** A face for a rating; the words beside it say what it means. */
export function Face({ rating, size = 36 }: { rating: number; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth={1.4} strokeLinecap="round">
      <circle cx="12" cy="12" r="10.5" />
      <circle cx="8.5" cy="9.5" r="0.9" fill="currentColor" />
      <circle cx="15.5" cy="9.5" r="0.9" fill="currentColor" />
      <path d={MOUTHS[rating - 1] ?? MOUTHS[2]} />
    </svg>
  );
}
