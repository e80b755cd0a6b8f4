export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 2 4 6.5v8.2c0 7.2 4.9 12.6 12 15.3 7.1-2.7 12-8.1 12-15.300V6.500Z" fill="var(--hifazat-brand)" />
      <circle cx="16" cy="12" r="3.6" fill="#fff" />
      <path d="M9.5 22.500c.6-4.2 3.2-6.3 6.5-6.300s5.9 2.1 6.5 6.300a14 14 0 0 1-13 0Z" fill="#fff" />
    </svg>
  );
}
